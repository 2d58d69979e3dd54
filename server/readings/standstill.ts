import type { HallTicket, HelpCall, Outage } from '../contract/hall.ts'
import type { Refusal } from '../contract/refusals.ts'
import type { DownSystem, HelpView, HelpWire, Standstill, SystemWire } from '../contract/standstill.ts'
import type { Hall } from '../core/hall.ts'
import { openHelp } from '../core/help.ts'
import { systemDown } from '../core/may-issue.ts'
import { catalogueOf, standingsOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { instantOf } from '../core/zone-time.ts'
import { instantWriter } from './instants.ts'
import type { Lens } from './reading.ts'
import { counterLabelOf } from './tickets.ts'

type Moment = Pick<Lens, 'hall' | 'now'>

/** What stands still, for a screen that is about the services named; all of them when none are. */
export function readStandstill(
  { hall, now }: Moment,
  isConcerned: (service: string) => boolean = () => true,
): Standstill {
  const { pause } = hall
  return {
    pause: pause && { ...pause, until: pause.until !== null && pause.until > now ? pause.until : null },
    closed: hall.isClosed,
    systems: hall.outages.flatMap((outage) => (outage.until === null ? downSystem(hall, outage, isConcerned) : [])),
  }
}

function downSystem(hall: Hall, { system, since }: Outage, isConcerned: (service: string) => boolean): DownSystem[] {
  const catalogue = catalogueOf(hall)
  const services = catalogue.servicesOfSystem(system).filter(({ code }) => isConcerned(code))
  if (services.length === 0) return []
  const booths = [...new Set(services.map(({ booth }) => booth))].map((code) => ({
    code,
    sign: catalogue.booths.get(code)?.sign ?? '',
    name: catalogue.agencyOfBooth(code).short,
  }))
  const name = catalogue.centralSystems.get(system)?.name ?? system
  return [{ code: system, name, since, booths, services: services.map(({ code }) => code) }]
}

/** The refusal of a service whose central system is down; null when none is. */
export const downOf = (hall: Hall, service: string): Refusal | null => systemDown(hall, service)

export function isWaitingFor(ticket: HallTicket, services: ReadonlySet<string>): boolean {
  const { state, service } = currentLeg(ticket)
  return state === 'waiting' && services.has(service)
}

/** Every central system of the building, in its order, with how long it was out of order today. */
export const readSystems = (moment: Moment): SystemWire[] =>
  [...catalogueOf(moment.hall).centralSystems.keys()].map((code) => readSystem(moment, code))

export function readSystem({ hall, now }: Moment, code: string): SystemWire {
  const catalogue = catalogueOf(hall)
  const write = instantWriter(catalogue.site.site.timeZone)
  const services = catalogue.servicesOfSystem(code)
  const down = hall.outages.find((outage) => outage.system === code && outage.until === null)
  return {
    code,
    name: catalogue.centralSystems.get(code)?.name ?? code,
    down: down !== undefined,
    since: down ? write(down.since) : null,
    downMinutes: Math.floor(downMs(hall, code, now) / 60_000),
    services: services.map(({ code: service, name, booth }) => ({ code: service, name, booth })),
    waiting: services.reduce((sum, service) => sum + waitingFor(hall, service.code), 0),
  }
}

function waitingFor(hall: Hall, service: string): number {
  let waiting = 0
  for (const { leg } of standingsOf(hall, service)) if (leg.state === 'waiting') waiting++
  return waiting
}

/** How long a central system has been out of order on the open day, in ms; what it brought from yesterday counts from midnight. */
export function downMs(hall: Hall, system: string, now: number): number {
  const dayFrom = hall.day === null ? 0 : instantOf(hall.day, '00:00', catalogueOf(hall).site.site.timeZone)
  return hall.outages
    .filter((outage) => outage.system === system)
    .reduce((sum, { since, until }) => sum + Math.max(0, (until ?? now) - Math.max(since, dayFrom)), 0)
}

/** Calls for help that are open, oldest first, of the counters asked for. */
export const readHelps = (hall: Hall, isShown: (call: HelpCall) => boolean = () => true): HelpView[] =>
  [...hall.helps.values()]
    .filter((call) => call.endedAt === null && isShown(call))
    .map((call) => {
      const { id, kind, at, counter, acknowledged } = call
      const by = acknowledged.map((one) => one.by)
      return { id, kind, at, counter, ...placeOf(hall, counter), answers: by.length, by }
    })

/** The open call of a counter, whoever asked for it first. */
export const findOpenHelp = openHelp

/** A call for help as the API gives it. */
export function readHelp(hall: Hall, { id, kind, counter, at, acknowledged, endedAt }: HelpCall): HelpWire {
  const write = instantWriter(catalogueOf(hall).site.site.timeZone)
  return {
    id,
    kind,
    counter,
    ...placeOf(hall, counter),
    at: write(at),
    acknowledged: acknowledged.map((one) => ({ by: one.by, at: write(one.at) })),
    endedAt: endedAt === null ? null : write(endedAt),
  }
}

/** Where a counter is; a changed building may no longer have it. */
function placeOf(hall: Hall, number: number) {
  const catalogue = catalogueOf(hall)
  const booth = catalogue.counters.has(number) ? catalogue.boothOfCounter(number) : undefined
  const label = booth ? (counterLabelOf(hall, number) ?? 'Loket 1') : ''
  return { label, sign: booth?.sign ?? '', booth: booth?.code ?? '', floor: booth?.floor ?? 0 }
}
