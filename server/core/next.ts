import type { CallReason, HallCounter } from '../contract/hall.ts'
import type { Catalogue } from '../contract/catalogue.ts'
import type { Hall } from './hall.ts'
import { comparePlaces, type Standing } from './place.ts'

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

type Ahead = { standing: Standing; reason: Pick<CallReason, 'rule' | 'name'> }

function chooseAmong(hall: Hall, callable: Standing[], counter: HallCounter, tier: 1 | 2): Choice {
  const catalogue = catalogueOf(hall)
  const isReturn = (standing: Standing) => returnsTo(hall, standing, counter.number)
  const regular = callable.find((one) => !one.ticket.priority && !isReturn(one) && one.leg.front === undefined)
  const ahead = aheadOfTurn(callable, isReturn)
  const k = catalogue.site.site.rules.aheadOfTurn

  if (ahead && (!regular || counter.run < k)) {
    return {
      standing: ahead.standing,
      reason: { ...ahead.reason, overtook: overtaken(callable, ahead.standing) },
      run: regular ? counter.run + 1 : counter.run,
    }
  }
  const standing = (regular ?? callable[0]) as Standing
  const turn = ahead ? ({ rule: 'R4.3', name: 'run-ended' } as const) : placeReason(tier)
  return { standing, reason: { ...turn, overtook: overtaken(callable, standing) }, run: 0 }
}

const placeReason = (tier: 1 | 2) =>
  tier === 1 ? ({ rule: 'R4.0', name: 'place' } as const) : ({ rule: 'R4.1', name: 'second-tier' } as const)

/** R4.3: a return first, then a front transfer, then the head of the priority lane. */
function aheadOfTurn(callable: readonly Standing[], isReturn: (one: Standing) => boolean): Ahead | null {
  const first = (list: Standing[], order: (one: Standing) => number) => list.sort((a, b) => order(a) - order(b))[0]
  const returned = first(callable.filter(isReturn), (one) => one.leg.returned?.at ?? 0)
  if (returned) return { standing: returned, reason: { rule: 'R4.6', name: 'held-return' } }
  const front = first(
    callable.filter((one) => one.leg.front !== undefined),
    (one) => one.leg.front ?? 0,
  )
  if (front) return { standing: front, reason: { rule: 'R4.4', name: 'front-transfer' } }
  const priority = callable.find((one) => one.ticket.priority)
  return priority ? { standing: priority, reason: { rule: 'R4.3', name: 'priority-turn' } } : null
}

/** R4.10: those callable here with a lower place. */
export const overtaken = (callable: readonly Standing[], chosen: Standing): string[] =>
  callable.filter((one) => one.ticket.id !== chosen.ticket.id && comparePlaces(one, chosen) < 0).map((one) => one.ticket.id)

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
    for (const standing of standingsOf(hall, service)) {
      if (isCallable(hall, standing, counter.number) && tierNow(hall, standing, counter.number, at) === tier) found.push(standing)
    }
  }
  return found.sort(comparePlaces)
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
  if (leg.only !== undefined && leg.only !== counter && hall.counters.get(leg.only)?.state === 'open') return false
  return !isPaused(hall, standing)
}

/** R4.7: called again after [3] other visitors of the counters able to serve it, or at once when nobody else waits for them. */
export function isPaused(hall: Hall, { leg }: Standing): boolean {
  if (leg.pausedUntil === undefined || (hall.tally.get(leg.service) ?? 0) >= leg.pausedUntil) return false
  const catalogue = catalogueOf(hall)
  const services = new Set(openHolders(hall, leg.service).flatMap((number) => catalogue.profileOf(number).flat()))
  for (const service of services) {
    for (const other of standingsOf(hall, service)) {
      if (other.leg.state === 'waiting' && other.leg.pausedUntil === undefined) return true
    }
  }
  return false
}

export const openHolders = (hall: Hall, service: string): number[] =>
  catalogueOf(hall)
    .countersOfService(service)
    .filter((number) => hall.counters.get(number)?.state === 'open')

export function catalogueOf(hall: Hall): Catalogue {
  if (!hall.catalogue) throw new Error('the hall has no building yet')
  return hall.catalogue
}
