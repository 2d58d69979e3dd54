import type { EstimateSubject, Forecast } from '../contract/estimate.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { replications } from './draws.ts'
import { type Pool, poolsOf } from './pools.ts'
import { type Roll, rollForward } from './roll.ts'

/**
 * How long until the call of a number in line, or of somebody who would take one now: the line is rolled forward many
 * times with desk minutes and their spread, in the order of the rules. Null while nobody can say: no open counter holds
 * the service, or the ticket is in no line. Depends on its arguments alone.
 */
export type Estimate = (hall: Hall, subject: EstimateSubject, now: number) => Forecast | null

export const estimate: Estimate = (hall, subject, now) => createEstimator()(hall, subject, now)

const minuteMs = 60_000

/**
 * `estimate` with a memory, for views that ask for every service and every ticket: one roll-forward serves all questions
 * about a pool of counters within a minute, until one of its counters or one of the people before them changes.
 */
export function createEstimator(): Estimate {
  let seen: { hall: Hall; seq: number; minute: number; pools: ReadonlyMap<string, Pool> } | null = null
  let kept = new Map<number, { seq: number; roll: Roll; parts: readonly unknown[] }>()

  const lookAt = (hall: Hall, minute: number) => {
    if (seen && seen.hall === hall && seen.seq === hall.lastSeq && seen.minute === minute) return seen.pools
    if (seen?.hall !== hall || seen.minute !== minute) kept = new Map()
    seen = { hall, seq: hall.lastSeq, minute, pools: poolsOf(hall) }
    return seen.pools
  }

  const rollOf = (hall: Hall, pool: Pool, minute: number): Roll => {
    const key = pool.counters[0]?.number ?? 0
    const known = kept.get(key)
    if (known?.seq === hall.lastSeq) return known.roll
    const parts = partsOf(hall, pool)
    const isSame = known?.parts.length === parts.length && parts.every((part, index) => part === known.parts[index])
    const roll = isSame && known ? known.roll : rollForward(hall, pool, minute * minuteMs)
    kept.set(key, { seq: hall.lastSeq, roll, parts })
    return roll
  }

  return (hall, subject, now) => {
    const ticket = 'ticket' in subject ? hall.tickets.get(subject.ticket) : undefined
    const service = 'service' in subject ? subject.service : ticket && currentLeg(ticket).service
    if (service === undefined) return null
    const minute = Math.floor(now / minuteMs)
    const pool = lookAt(hall, minute).get(service)
    if (!pool) return null
    const roll = rollOf(hall, pool, minute)
    const calledAt =
      'ticket' in subject ? roll.callOf(subject.ticket) : roll.callOfNewcomer(subject.service, subject.priority)
    return calledAt && forecastOf(calledAt, now)
  }
}

/** Whatever a roll-forward of this pool looks at. All of it is replaced, never changed, when an event touches it. */
function partsOf(hall: Hall, pool: Pool): readonly unknown[] {
  const parts: unknown[] = [catalogueOf(hall), ...pool.counters]
  for (const { ticket } of pool.counters) if (ticket !== null) parts.push(hall.tickets.get(ticket))
  for (const service of pool.services) {
    const line = hall.lines.get(service)
    if (line) parts.push(...line.regular, ...line.priority)
  }
  return parts
}

/** @param calledAt the instant of the call in each replication, ascending */
function forecastOf(calledAt: Float64Array, now: number): Forecast {
  const at = (share: number) => Math.max(0, Math.round((calledAt[Math.floor(share * (replications - 1))] ?? 0) - now))
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95) }
}
