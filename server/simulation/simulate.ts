import type { Actor, HallTicket, LegState } from '../contract/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { instantOf } from '../core/zone-time.ts'
import { createAgenda } from './agenda.ts'
import { createFigures, quantile } from './figures.ts'
import { createOfficer, latestEndMs } from './officer.ts'
import { planOfficers } from './plan-officers.ts'
import { arrivalShares, firstHalfHour, halfHourMs, planVisitors } from './plan-visitors.ts'
import { createPromises } from './promises.ts'
import { createRandom } from './random.ts'
import type { DayProgress, DayReport } from './report.ts'
import type { Scenario } from './scenario.ts'
import { createVisitors } from './visitors.ts'
import { type SimulatedHall, seededIds, tryTo, type World } from './world.ts'

export interface DayOptions {
  readonly scenario: Scenario
  readonly seed: number
  /** Instead of the scenario's own number. */
  readonly visitors?: number
  readonly onProgress?: (progress: DayProgress) => void
  readonly signal?: AbortSignal
}

const minuteMs = 60_000
const hub: Actor = { role: 'hub', id: 'hub' }

/** When a day begins for virtual people: half an hour before the doors, epoch ms. */
export const dayStartOf = (scenario: Scenario, timeZone: string): number =>
  instantOf(scenario.date, firstHalfHour, timeZone)

/**
 * One whole day of virtual visitors and officers in a hall whose service day is the scenario's, through the commands
 * that everybody uses, until the last officer has gone and the day is closed. As fast as the hall's pace lets time pass.
 * With a clock that waits for nobody, the same seed gives the same day. Rejects when aborted, and leaves the hall as it is then.
 */
export async function simulate(
  hall: SimulatedHall,
  { scenario, seed, visitors: wanted, onProgress, signal }: DayOptions,
): Promise<DayReport> {
  const catalogue = catalogueOf(hall.told)
  const { timeZone } = catalogue.site.site
  if (hall.told.day !== scenario.date) throw new RangeError(`the hall's day is ${hall.told.day}, not ${scenario.date}`)
  const random = createRandom(`${scenario.code} ${seed}`)
  const world: World = {
    hall,
    get catalogue() {
      return catalogueOf(hall.told)
    },
    agenda: createAgenda(),
    ids: seededIds(random.fork('ids'), hall.now),
    refused: new Map(),
  }
  const figures = createFigures(catalogue)
  const promises = createPromises(hall.forecast)
  const arrivals = arrivalShares.map(() => 0)
  const dayStart = dayStartOf(scenario, timeZone)

  let withoutPaper: string | null = null
  const visitors = createVisitors(
    world,
    (kiosk) => kiosk === withoutPaper,
    (ticket, told) => {
      const halfHour = Math.floor((hall.now() - dayStart) / halfHourMs)
      arrivals[halfHour] = (arrivals[halfHour] ?? 0) + 1
      promises.make(hall.told, ticket, hall.now(), told)
    },
  )
  const officers = planOfficers(catalogue, scenario, random).map((plan) => createOfficer(world, plan, visitors))
  const plans = planVisitors(catalogue, scenario, wanted ?? scenario.visitors, random)
  const endsAt = Math.max(dayStart, ...officers.map(({ plan }) => plan.closesAt)) + latestEndMs

  const unsubscribe = hall.subscribe((events, told) => {
    figures.follow(events, told)
    promises.follow(events)
    const joined = new Set(
      events
        .flatMap(({ tickets }) => (tickets ?? []).map(currentLeg))
        .filter(isWaiting)
        .map(({ service }) => service),
    )
    for (const officer of officers) if (holdsAny(officer.plan.counter, joined)) officer.look()
  })
  const holdsAny = (counter: number, services: ReadonlySet<string>) =>
    services.size > 0 && catalogue.profileOf(counter).some((tier) => tier.some((service) => services.has(service)))

  for (const officer of officers) officer.begin()
  for (const plan of plans) world.agenda.plan(plan.arrivesAt, () => visitors.arrive(plan))
  planPaper(world, scenario, (kiosk) => {
    withoutPaper = kiosk
  })
  const progress = (done: boolean): DayProgress => {
    const counters = [...hall.told.counters.values()]
    return {
      clock: hall.now(),
      visitors: visitors.arrived(),
      waiting: [...hall.told.tickets.values()].filter((ticket) => isWaiting(currentLeg(ticket))).length,
      served: figures.served(),
      called: figures.called(),
      medianWaitMs: quantile([...figures.waits.values()].flat(), 0.5),
      openBooths: new Set(counters.filter(({ state }) => state === 'open').map(({ booth }) => booth)).size,
      booths: catalogue.booths.size,
      arrivals: [...arrivals],
      done,
    }
  }
  const tick = async (at: number) => {
    await hall.passTime?.()
    for (const officer of officers) officer.look()
    onProgress?.(progress(false))
    if (at < endsAt) world.agenda.plan(at + minuteMs, () => tick(at + minuteMs))
  }
  world.agenda.plan(dayStart, () => tick(dayStart))

  try {
    await world.agenda.run(hall, endsAt, signal)
    await tryTo(world, { verb: 'close-day' }, hub)
  } finally {
    unsubscribe()
  }
  onProgress?.(progress(true))

  const tickets = [...hall.told.tickets.values()]
  const count = (...states: LegState[]) => tickets.filter((ticket) => states.includes(currentLeg(ticket).state)).length
  const allWaits = [...figures.waits.values()].flat()
  const waitOf = (waits: readonly number[]) => ({ medianWaitMs: quantile(waits, 0.5), p90WaitMs: quantile(waits, 0.9) })
  return {
    scenario: scenario.code,
    seed,
    date: scenario.date,
    visitors: visitors.arrived(),
    tickets: tickets.length,
    served: count('done'),
    services: figures.served(),
    missedCalls: figures.missedCalls(),
    noShow: count('no-show'),
    cancelled: count('cancelled'),
    expired: count('expired', 'void'),
    ...waitOf(allWaits),
    longestLine: figures.longestLine(),
    outOfOrder: hall.told.calls.filter(({ reason }) => (reason?.overtook.length ?? 0) > 0).length,
    estimates: promises.ranges(),
    promises: promises.closings(),
    booths: [...catalogue.booths.values()].flatMap(({ code, sign }) => {
      const waits = figures.waits.get(code) ?? []
      const taken = tickets.filter((ticket) => ticket.legs[0]?.booth === code).length
      if (taken === 0 && waits.length === 0) return []
      return [
        {
          code,
          sign,
          name: catalogue.agencyOfBooth(code).short,
          tickets: taken,
          services: figures.servedOf(code),
          ...waitOf(waits),
        },
      ]
    }),
    refused: Object.fromEntries([...world.refused].sort()),
    events: hall.told.lastSeq,
  }
}

const isWaiting = ({ state }: HallTicket['legs'][number]): boolean => state === 'waiting'

function planPaper(
  { hall, agenda, catalogue }: World,
  { date, paperOut }: Scenario,
  setWithout: (kiosk: string | null) => void,
): void {
  if (!paperOut || !catalogue.kiosks.has(paperOut.kiosk)) return
  const { kiosk, from, to } = paperOut
  const change = (time: string, isThere: boolean) =>
    agenda.plan(instantOf(date, time, catalogue.site.site.timeZone), async () => {
      setWithout(isThere ? null : kiosk)
      await hall.printers?.setPaper(kiosk, isThere)
    })
  change(from, false)
  change(to, true)
}
