import type { HallCounter } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import { callableAt, catalogueOf, isPaused, standingsOf, tierNow } from './next.ts'
import { comparePlaces, type Standing } from './place.ts'

/**
 * The order in which this counter would call everybody that stands before it, if nothing changed meanwhile: R4.1's tiers,
 * and in each R4.3's merge of those ahead of turn with the regular lane. Those in R4.7's pause come last.
 */
export function callOrder(hall: Hall, counter: HallCounter, at: number): Standing[] {
  const { aheadOfTurn } = catalogueOf(hall).site.site.rules
  const order: Standing[] = []
  for (const tier of [1, 2] as const) {
    const callable = callableAt(hall, counter, tier, at)
    order.push(...merge(callable, counter, aheadOfTurn))
  }
  return [...order, ...pausedAt(hall, counter, at)]
}

function merge(callable: readonly Standing[], counter: HallCounter, k: number): Standing[] {
  const isAhead = (one: Standing) => one.ticket.priority || one.leg.front !== undefined || isOwnReturn(one, counter)
  const rank = (one: Standing) => (isOwnReturn(one, counter) ? 0 : one.leg.front === undefined ? 2 : 1)
  const ahead = callable.filter(isAhead).sort((a, b) => rank(a) - rank(b) || comparePlaces(a, b))
  const regular = callable.filter((one) => !isAhead(one))
  const merged: Standing[] = []
  let run = counter.run
  while (ahead.length > 0 || regular.length > 0) {
    const isTurnOfAhead = ahead.length > 0 && (regular.length === 0 || run < k)
    merged.push((isTurnOfAhead ? ahead.shift() : regular.shift()) as Standing)
    run = isTurnOfAhead ? run + 1 : 0
  }
  return merged
}

const isOwnReturn = (one: Standing, counter: HallCounter) => one.leg.returned?.counter === counter.number

function pausedAt(hall: Hall, counter: HallCounter, at: number): Standing[] {
  const paused: Standing[] = []
  for (const service of catalogueOf(hall).profileOf(counter.number).flat()) {
    for (const standing of standingsOf(hall, service)) {
      if (standing.leg.state === 'waiting' && isPaused(hall, standing) && tierNow(hall, standing, counter.number, at)) paused.push(standing)
    }
  }
  return paused.sort(comparePlaces)
}
