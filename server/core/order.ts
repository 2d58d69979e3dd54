import type { HallCounter } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import {
  callableAt,
  catalogueOf,
  isDown,
  isKeptElsewhere,
  isPaused,
  nextTurn,
  standingsOf,
  type Turns,
  tierNow,
  turnsOf,
} from './next.ts'
import { comparePlaces, type Standing } from './place.ts'

/**
 * The order in which this counter would call everybody that stands before it, if nothing changed meanwhile: R4.1's tiers,
 * and in each R4.3's merge of those ahead of turn with the regular lane. Those in R4.7's pause come last, with those
 * whose central system is down or whose slot has not come (R4.8).
 */
export function callOrder(hall: Hall, counter: HallCounter, at: number): Standing[] {
  const { aheadOfTurn } = catalogueOf(hall).site.site.rules
  const order: Standing[] = []
  for (const tier of [1, 2] as const) {
    const callable = callableAt(hall, counter, tier, at)
    order.push(...merge(turnsOf(hall, callable, counter), counter.run, aheadOfTurn))
  }
  return [...order, ...asideAt(hall, counter, at, order)]
}

function merge({ ahead, regular }: Turns, runBefore: number, k: number): Standing[] {
  const merged: Standing[] = []
  let run = runBefore
  while (ahead.length > 0 || regular.length > 0) {
    const turn = nextTurn({ ahead, regular }, run, k)
    merged.push(turn.standing)
    run = turn.run
    for (const left of [ahead, regular]) {
      const index = left.indexOf(turn.standing)
      if (index !== -1) left.splice(index, 1)
    }
  }
  return merged
}

function asideAt(hall: Hall, counter: HallCounter, at: number, inTurn: readonly Standing[]): Standing[] {
  const aside: Standing[] = []
  const isInTurn = new Set(inTurn.map(({ ticket }) => ticket.id))
  for (const service of catalogueOf(hall).profileOf(counter.number).flat()) {
    for (const standing of standingsOf(hall, service)) {
      const { leg, ticket, placeAt } = standing
      if (leg.state !== 'waiting' || isInTurn.has(ticket.id)) continue
      const isEarly = placeAt > at && !isKeptElsewhere(hall, leg, counter.number)
      if ((isEarly || isDown(hall, service) || isPaused(hall, standing)) && tierNow(hall, standing, counter.number, at))
        aside.push(standing)
    }
  }
  return aside.sort(comparePlaces)
}
