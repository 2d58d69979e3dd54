import type { Leg } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'

/** What is known before the day has taught anything: one call in twenty nobody answers, as from so many calls. */
const prior = { called: 40, absent: 2 }
const atMost = 0.6

/**
 * The share of those in these lines who do not come to the counter, as today has shown it: they left or cancelled while
 * they waited, or nobody answered the call. In a line that is too long many leave, and those behind them are called sooner.
 */
export function absentShare(hall: Hall, services: readonly string[]): number {
  const held = new Set(services)
  let { called, absent } = prior
  for (const { legs } of hall.tickets.values()) {
    for (const leg of legs) {
      if (!held.has(leg.service) || leg.queuedAt === null) continue
      if (leg.startedAt !== null) called++
      else if (hasLeft(leg)) {
        called++
        absent++
      }
    }
  }
  return Math.min(atMost, absent / called)
}

const hasLeft = ({ state, calledAt }: Leg): boolean =>
  state === 'cancelled' || state === 'missed' || state === 'no-show' || (state === 'waiting' && calledAt !== null)
