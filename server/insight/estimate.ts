import type { Asking, ServiceEnd } from '../contract/admission.ts'
import type { EstimateSubject, Forecast } from '../contract/estimate.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { pausedBy } from '../core/paused.ts'
import { currentLeg } from '../core/ticket.ts'
import { replications } from './draws.ts'
import { type Pool, poolsOf } from './pools.ts'
import { type Roll, rollForward } from './roll.ts'

/**
 * How long until the call of a number in line, or of somebody who would take one now: the line is rolled forward many
 * times with desk minutes and their spread, in the order of the rules. Null while nobody can say: no open counter holds
 * the service, the ticket is in no line, or the service stands still (R7.1). Depends on its arguments alone.
 */
export type Estimate = (hall: Hall, subject: EstimateSubject, now: number) => Forecast | null

/** R6.2: when the service ends of a number in line, or of one taken now. Null while nobody can say. */
export type ForecastEnd = (hall: Hall, subject: EndSubject, now: number) => ServiceEnd | null
type EndSubject = { ticket: string } | Pick<Asking, 'service' | 'priority' | 'items'>

export const estimate: Estimate = (hall, subject, now) => createEstimator().estimate(hall, subject, now)

const minuteMs = 60_000

/**
 * Both forecasts with a memory, for views that ask for every service and every ticket: one roll-forward serves all questions
 * about a pool of counters within a minute, until one of its counters or one of the people before them changes.
 */
export function createEstimator(): { readonly estimate: Estimate; readonly serviceEnd: ForecastEnd } {
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

  const rollFor = (hall: Hall, service: string, now: number): Roll | null => {
    if (pausedBy(hall, service)) return null
    const minute = Math.floor(now / minuteMs)
    const pool = lookAt(hall, minute).get(service)
    return pool ? rollOf(hall, pool, minute) : null
  }

  return {
    estimate: (hall, subject, now) => {
      const service = serviceOf(hall, subject)
      const roll = service === undefined ? null : rollFor(hall, service, now)
      const calledAt =
        'ticket' in subject ? roll?.callOf(subject.ticket) : roll?.callOfNewcomer(subject.service, subject.priority)
      return calledAt ? forecastOf(calledAt, now) : null
    },
    serviceEnd: (hall, subject, now) => {
      const service = serviceOf(hall, subject)
      const roll = service === undefined ? null : rollFor(hall, service, now)
      const endAt =
        'ticket' in subject
          ? roll?.endOf(subject.ticket)
          : roll?.endOfNewcomer(subject.service, subject.priority, subject.items)
      if (!endAt) return null
      const { p50, p95 } = forecastOf(endAt, now)
      return { p50, p95 }
    },
  }
}

function serviceOf(hall: Hall, subject: { ticket: string } | { service: string }): string | undefined {
  if ('service' in subject) return subject.service
  const ticket = hall.tickets.get(subject.ticket)
  return ticket && currentLeg(ticket).service
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

/** @param instants one in each replication, ascending */
function forecastOf(instants: Float64Array, now: number): Forecast {
  const at = (share: number) => Math.max(0, Math.round((instants[Math.floor(share * (replications - 1))] ?? 0) - now))
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95) }
}
