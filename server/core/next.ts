import type { Catalogue } from '../contract/catalogue.ts'
import type { CallReason, HallCounter, HallTicket, Leg, Outage } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import { comparePlaces, enterLane, laneOf, type Standing } from './place.ts'
import { currentLeg } from './ticket.ts'

/** Whom a counter calls, by which rule, and its run afterwards (R4.3). */
export interface Choice {
  readonly standing: Standing
  readonly reason: CallReason
  readonly run: number
}

/** R4.1–R4.6: whom this counter calls next, or nobody. */
export function chooseNext(hall: Hall, counter: HallCounter, at: number): Choice | null {
  for (const tier of [1, 2] as const) {
    const callable = callableAt(hall, counter, tier, at)
    if (callable.length > 0) return chooseAmong(hall, callable, counter, tier)
  }
  return null
}

function chooseAmong(hall: Hall, callable: Standing[], counter: HallCounter, tier: 1 | 2): Choice {
  const turns = turnsOf(hall, callable, counter)
  const { standing, isAhead, run } = nextTurn(turns, counter.run, catalogueOf(hall).site.site.rules.aheadOfTurn)
  const inTurn = turns.ahead.length > 0 ? ({ rule: 'R4.3', name: 'run-ended' } as const) : placeReason(tier)
  const reason = isAhead ? aheadReason(hall, standing, counter) : inTurn
  return { standing, reason: { ...reason, overtook: overtaken(callable, standing) }, run }
}

const placeReason = (tier: 1 | 2) =>
  tier === 1 ? ({ rule: 'R4.0', name: 'place' } as const) : ({ rule: 'R4.1', name: 'second-tier' } as const)

/**
 * R4.3: those of a tier whom this counter may call ahead of turn, the returns by the time they returned (R4.6) before the
 * front transfers and the priority lane; and the regular lane by place, whose returns and front transfers are in both.
 */
export interface Turns {
  readonly ahead: Standing[]
  readonly regular: Standing[]
}

export function turnsOf(hall: Hall, callable: readonly Standing[], { number }: HallCounter): Turns {
  const returned = callable.filter((one) => returnsTo(hall, one, number))
  const front = callable.filter((one) => one.leg.front !== undefined && !returnsTo(hall, one, number))
  const priority = callable.filter(
    (one) => one.ticket.priority && one.leg.front === undefined && !returnsTo(hall, one, number),
  )
  returned.sort((a, b) => (a.leg.returned?.at ?? 0) - (b.leg.returned?.at ?? 0))
  front.sort((a, b) => (a.leg.front ?? 0) - (b.leg.front ?? 0))
  return { ahead: [...returned, ...front, ...priority], regular: callable.filter((one) => !one.ticket.priority) }
}

/** R4.3: one call out of those that are left. It counts in the run when another regular leg could have been called. */
export function nextTurn(
  { ahead, regular }: Turns,
  run: number,
  k: number,
): { standing: Standing; isAhead: boolean; run: number } {
  const [first] = ahead
  const other = regular.find((one) => one !== first)
  if (first && (!other || run < k)) return { standing: first, isAhead: true, run: other ? run + 1 : run }
  return { standing: regular[0] as Standing, isAhead: false, run: 0 }
}

function aheadReason(hall: Hall, standing: Standing, { number }: HallCounter): Pick<CallReason, 'rule' | 'name'> {
  if (returnsTo(hall, standing, number)) return { rule: 'R4.6', name: 'held-return' }
  return standing.leg.front === undefined
    ? { rule: 'R4.3', name: 'priority-turn' }
    : { rule: 'R4.4', name: 'front-transfer' }
}

/** R4.10: those callable here with a lower place. */
export const overtaken = (callable: readonly Standing[], chosen: Standing): string[] =>
  callable
    .filter((one) => one.ticket.id !== chosen.ticket.id && comparePlaces(one, chosen) < 0)
    .map((one) => one.ticket.id)

/** R4.6: offered first at the counter that held it, and at every counter of the service when that one is not open. */
function returnsTo(hall: Hall, { leg }: Standing, counter: number): boolean {
  if (!leg.returned) return false
  const holder = leg.returned.counter
  return holder === counter || holder === null || hall.counters.get(holder)?.state !== 'open'
}

/** R4.2: everybody this counter may call in a tier now, in order of place. */
export function callableAt(hall: Hall, counter: HallCounter, tier: 1 | 2, at: number): Standing[] {
  const found: Standing[] = []
  for (const service of catalogueOf(hall).profileOf(counter.number).flat()) {
    if (isDown(hall, service)) continue
    for (const standing of standingsOf(hall, service)) {
      if (isCallable(hall, standing, counter.number) && tierNow(hall, standing, counter.number, at) === tier)
        found.push(standing)
    }
  }
  const inOrder = found.sort(comparePlaces)
  return (inOrder.at(-1)?.placeAt ?? 0) > at ? inOrder.filter((one) => !isEarly(one, inOrder, at)) : inOrder
}

/** R4.8: before its slot a priority booking goes ahead of no regular leg with a lower place. */
function isEarly({ ticket, leg, placeAt }: Standing, inOrder: readonly Standing[], at: number): boolean {
  if (!ticket.booking || !ticket.priority || placeAt <= at || leg.returned || leg.front !== undefined) return false
  return inOrder.some((other) => !other.ticket.priority && other.placeAt < placeAt)
}

/** The hall as the next step of the same command finds it: this ticket stands in its line. */
export function joinedBy(hall: Hall, ticket: HallTicket): Hall {
  const leg = currentLeg(ticket)
  if (leg.state !== 'waiting') return hall
  const { regular = [], priority = [] } = hall.lines.get(leg.service) ?? {}
  const line = { regular: [...regular], priority: [...priority] }
  enterLane(laneOf(line, ticket), { ticket, leg, placeAt: leg.placeAt, placeSeq: leg.placeSeq })
  return { ...hall, lines: new Map([...hall.lines, [leg.service, line]]) }
}

export function* standingsOf(hall: Hall, service: string): Generator<Standing> {
  const line = hall.lines.get(service)
  if (!line) return
  yield* line.regular
  yield* line.priority
}

/**
 * R4.1: the tier in which a leg competes at a counter now. A second-tier leg that has waited long enough competes in
 * tier 1 by its place; a service that no open counter holds in tier 1 is tier 1 for every counter that holds it.
 */
export function tierNow(hall: Hall, { leg }: Standing, counter: number, at: number): 1 | 2 | null {
  const catalogue = catalogueOf(hall)
  if (leg.only === counter) return 1
  const tier = catalogue.tierOf(counter, leg.service)
  if (tier !== 2) return tier
  const waitedMs = at - (leg.queuedAt ?? at)
  if (waitedMs > catalogue.site.site.rules.tierMinutes * 60_000) return 1
  return openHolders(hall, leg.service).some((number) => catalogue.tierOf(number, leg.service) === 1) ? 2 : 1
}

function isCallable(hall: Hall, standing: Standing, counter: number): boolean {
  const { leg } = standing
  if (leg.state !== 'waiting') return false
  if (isKeptElsewhere(hall, leg, counter)) return false
  return !isPaused(hall, standing)
}

/** R5.7: another open counter alone calls it. */
export const isKeptElsewhere = (hall: Hall, { only }: Leg, counter: number): boolean =>
  only !== undefined && only !== counter && hall.counters.get(only)?.state === 'open'

/** Whether a central system that this service needs is out of order. Nobody can be served it; every place is kept. */
export const isDown = (hall: Hall, service: string): boolean => outageOf(hall, service) !== undefined

/** The first central system of a service that is out of order now. */
export function outageOf(hall: Hall, service: string): Outage | undefined {
  if (hall.outages.length === 0) return undefined
  const { services, booths } = catalogueOf(hall)
  const plan = services.get(service)
  const systems = plan?.centralSystems ?? booths.get(plan?.booth ?? '')?.centralSystems ?? []
  return hall.outages.find(({ system, until }) => until === null && systems.includes(system))
}

/** R4.7: called again after [3] other visitors of the counters able to serve it, or at once when nobody else waits for them. */
export function isPaused(hall: Hall, { leg }: Standing): boolean {
  if (callsOfPause(hall, leg) === 0) return false
  const catalogue = catalogueOf(hall)
  const services = new Set(openHolders(hall, leg.service).flatMap((number) => catalogue.profileOf(number).flat()))
  for (const service of services) {
    if (isDown(hall, service)) continue
    for (const other of standingsOf(hall, service)) {
      if (other.leg.state === 'waiting' && callsOfPause(hall, other.leg) === 0) return true
    }
  }
  return false
}

/** R4.7: how many others must still be called before the leg's pause is over. */
export const callsOfPause = (hall: Hall, { pausedUntil = 0, service }: Leg): number =>
  Math.max(0, pausedUntil - (hall.tally.get(service) ?? 0))

export const openHolders = (hall: Hall, service: string): number[] =>
  catalogueOf(hall)
    .countersOfService(service)
    .filter((number) => hall.counters.get(number)?.state === 'open')

export function catalogueOf(hall: Hall): Catalogue {
  if (!hall.catalogue) throw new Error('the hall has no building yet')
  return hall.catalogue
}
