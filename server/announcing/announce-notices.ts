import type { Catalogue } from '../contract/catalogue.ts'
import type { HallEvent, Outage } from '../contract/hall.ts'
import { type PauseReason, pauseReasons } from '../contract/standstill.ts'
import type { LiveHall } from '../hall.ts'
import { wallClockOf } from '../readings/bookings.ts'
import type { Arbiter } from './arbiter.ts'
import type { News } from './notice.ts'

/** What stops the building or a part of it, and goes on again, is spoken once in each zone concerned. Returns its own undo. */
export const announceNotices = (arbiter: Arbiter, hall: LiveHall): (() => void) => {
  // What stood still when the hub came up has been spoken.
  let outages: readonly Outage[] = hall.told.outages
  return hall.subscribe((events, told) => {
    const { catalogue } = told
    if (!catalogue) return
    for (const event of events) {
      const wallClock = (at: number) => wallClockOf(told, at)
      const news = newsOf(event, outages, { catalogue, wallClock })
      if (event.outages) outages = event.outages
      for (const [zone, one] of news) arbiter.say({ at: event.at, zone, news: one })
    }
  })
}

interface Building {
  readonly catalogue: Catalogue
  readonly wallClock: (at: number) => { date: string; time: string }
}
type Told = readonly (readonly [zone: string, news: News])[]

function newsOf(event: HallEvent, outages: readonly Outage[], { catalogue, wallClock }: Building): Told {
  const everywhere = (news: News): Told => [...catalogue.zones.keys()].map((zone) => [zone, news])
  switch (event.type) {
    case 'building-paused': {
      const { pause } = event
      // A changed promise is for the screens.
      if (!pause || pause.since !== event.at) return []
      const time = pause.until === null ? null : wallClock(pause.until).time
      return everywhere({ kind: 'paused', reason: reasonOf(pause.reason), time })
    }
    case 'building-resumed':
      return everywhere({ kind: 'resumed' })
    case 'day-closed':
      // At the roll-over nobody is there to hear it.
      return wallClock(event.at).date === event.day ? everywhere({ kind: 'day-closed' }) : []
    case 'system-down':
    case 'system-up':
      return newsOfSystem(event.type, changedSystem(event.outages ?? [], outages), catalogue)
    default:
      return []
  }
}

const reasonOf = (reason: string): PauseReason => pauseReasons.find((one) => one === reason) ?? 'other'

/** The system whose outage has just begun or ended. */
const changedSystem = (now: readonly Outage[], before: readonly Outage[]): string =>
  now.find((outage, index) => outage.until !== before[index]?.until || outage.since !== before[index]?.since)?.system ??
  ''

/** In the zones of the booths that need it, which are named by their agencies. */
function newsOfSystem(kind: 'system-down' | 'system-up', system: string, catalogue: Catalogue): Told {
  const agenciesOf = new Map<string, Set<string>>()
  for (const { booth } of catalogue.servicesOfSystem(system)) {
    const zone = catalogue.zoneOfBooth(booth).code
    agenciesOf.set(zone, (agenciesOf.get(zone) ?? new Set()).add(catalogue.agencyOfBooth(booth).short))
  }
  return [...agenciesOf].map(([zone, agencies]) => [zone, { kind, agencies: [...agencies] }])
}
