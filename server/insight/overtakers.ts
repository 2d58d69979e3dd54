import { itemsOf } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { normalSlices, strataOf } from './draws.ts'
import type { Pool } from './pools.ts'

/** Who has come lately tells who will come. */
const windowMs = 60 * 60_000
/** The share of priority before the day has taught anything, as from so many numbers. */
const prior = { taken: 50, priority: 3 }
const wayMs = 60_000
/** R4.3 lets no more of the counters' time go to those who come later. */
const mostLoad = 0.4

/**
 * Priority visitors who come later are called before the regular ones who wait (R4.3). Gives how much later that makes a
 * call of the regular lane which would otherwise come after `waitMs`, in one of the replications; a longer wait is never
 * made the shorter one.
 */
export function overtakersOf(hall: Hall, pool: Pool, at: number): (waitMs: number, replication: number) => number {
  const { perMs, meanMs, squareMs } = flowOf(hall, pool, at)
  const counters = Math.max(1, pool.counters.length)
  const load = Math.min(mostLoad, (perMs * meanMs) / counters)
  if (load === 0) return () => 0
  // While they are served others come.
  const rate = load / (1 - load)
  const spread = Math.sqrt((rate * squareMs) / meanMs / counters)
  const slices = strataOf(`overtakers ${pool.counters[0]?.number ?? 0}`)
  return (waitMs, replication) =>
    Math.max(0, rate * waitMs + (normalSlices[slices[replication] as number] as number) * spread * Math.sqrt(waitMs))
}

/** Priority numbers taken in a millisecond, and the mean time and mean squared time that one keeps a counter. */
function flowOf(hall: Hall, pool: Pool, at: number) {
  const { services } = catalogueOf(hall)
  const held = new Set(pool.services)
  const all = { ...prior }
  let [first, lately, sumMs, sumSquareMs] = [at, 0, 0, 0]
  for (const ticket of hall.tickets.values()) {
    for (const { service: code, queuedAt } of ticket.legs) {
      const service = services.get(code)
      if (!service || !held.has(code) || queuedAt === null || queuedAt >= at) continue
      all.taken++
      if (ticket.priority) all.priority++
      first = Math.min(first, queuedAt)
      if (queuedAt <= at - windowMs) continue
      const ms = wayMs + itemsOf(ticket) * service.minutes * 60_000
      lately++
      sumMs += ms
      sumSquareMs += ms * ms * (1 + service.spread * service.spread)
    }
  }
  // A first quarter of an hour says little of the next.
  const seenMs = Math.max(windowMs / 4, Math.min(windowMs, at - first))
  return {
    perMs: (lately / seenMs) * (all.priority / all.taken),
    meanMs: lately === 0 ? 0 : sumMs / lately,
    squareMs: lately === 0 ? 0 : sumSquareMs / lately,
  }
}
