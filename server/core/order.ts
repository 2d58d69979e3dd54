import type { HallCounter } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import { callableAt, catalogueOf, isPaused, nextTurn, standingsOf, type Turns, tierNow, turnsOf } from './next.ts'
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
    order.push(...merge(turnsOf(hall, callable, counter), counter.run, aheadOfTurn))
  }
  return [...order, ...pausedAt(hall, counter, at)]
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

function pausedAt(hall: Hall, counter: HallCounter, at: number): Standing[] {
  const paused: Standing[] = []
  for (const service of catalogueOf(hall).profileOf(counter.number).flat()) {
    for (const standing of standingsOf(hall, service)) {
      if (standing.leg.state === 'waiting' && isPaused(hall, standing) && tierNow(hall, standing, counter.number, at))
        paused.push(standing)
    }
  }
  return paused.sort(comparePlaces)
}
