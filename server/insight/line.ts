import type { HallTicket } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf, isPaused, standingsOf } from '../core/next.ts'
import type { Standing } from '../core/place.ts'
import { replications } from './draws.ts'
import type { Pool } from './pools.ts'

export interface Person {
  readonly ticket: string
  readonly queuedAt: number
  /** Its order in the lane over the whole pool: those of a lower order are called first. */
  readonly order: number
  /** From its call until the counter is free again, ms, by replication. */
  readonly stayMs: Float64Array
  /** Filled by the roll-forward: the instant of its call, by replication. */
  readonly calledAt: Float64Array
}

/** People whom the same counters may call in the same tiers: one line for the roll-forward, whatever their services. */
export interface PoolLine {
  readonly services: ReadonlySet<string>
  /** By position of the counter in the pool: the tier in which it holds them, 0 when it does not. */
  readonly tierAt: readonly (0 | 1 | 2)[]
  /** R4.3: whom a counter may call ahead of turn. */
  readonly ahead: readonly Person[]
  readonly regular: readonly Person[]
}

/** The lines of a pool. Reserved numbers stand in them: they are most likely delivered before their turn. */
export function linesOf(
  hall: Hall,
  pool: Pool,
  stayOf: (ticket: HallTicket, service: string) => Float64Array,
): PoolLine[] {
  const found = new Map<string, PoolLine & { services: Set<string>; ahead: Person[]; regular: Person[] }>()
  const lineAt = (tierAt: readonly (0 | 1 | 2)[]) => {
    const key = tierAt.join('')
    let line = found.get(key)
    if (!line) {
      line = { services: new Set(), tierAt, ahead: [], regular: [] }
      found.set(key, line)
    }
    return line
  }
  const standings: Standing[] = []
  for (const service of pool.services) {
    lineAt(tiersOf(hall, pool, service)).services.add(service)
    standings.push(...standingsOf(hall, service))
  }
  for (const lane of [standings.filter(isAhead).sort(byRank), standings.filter((one) => !isAhead(one)).sort(byPlace)]) {
    withPauses(hall, lane).forEach(({ ticket, leg }, order) => {
      const only = pool.counters.findIndex(({ number, state }) => number === leg.only && state === 'open')
      const tiers = tiersOf(hall, pool, leg.service)
      const line = lineAt(only === -1 ? tiers : tiers.map((_, index) => (index === only ? 1 : 0)))
      const person: Person = {
        ticket: ticket.id,
        queuedAt: leg.queuedAt ?? leg.placeAt,
        order,
        stayMs: stayOf(ticket, leg.service),
        calledAt: new Float64Array(replications),
      }
      if (isAhead({ ticket, leg })) line.ahead.push(person)
      else line.regular.push(person)
    })
  }
  return [...found.values()]
}

/** R4.1: a service that no counter holds in tier 1 is tier 1 for every counter that holds it. */
function tiersOf(hall: Hall, pool: Pool, service: string): (0 | 1 | 2)[] {
  const tiers = pool.counters.map(({ number }) => catalogueOf(hall).tierOf(number, service) ?? 0)
  return tiers.includes(1) ? tiers : tiers.map((tier) => (tier === 2 ? 1 : tier))
}

const isAhead = ({ ticket, leg }: Pick<Standing, 'ticket' | 'leg'>): boolean =>
  ticket.priority || leg.front !== undefined || leg.returned !== undefined
const rankOf = ({ leg }: Standing): number => (leg.returned ? 0 : leg.front === undefined ? 2 : 1)
const byPlace = (a: Standing, b: Standing): number => a.placeAt - b.placeAt || a.placeSeq - b.placeSeq
const byRank = (a: Standing, b: Standing): number => rankOf(a) - rankOf(b) || byPlace(a, b)

/** R4.7: who is in a pause stands behind as many others as must still be called before. */
function withPauses(hall: Hall, lane: readonly Standing[]): Standing[] {
  const paused = lane.filter((one) => one.leg.pausedUntil !== undefined && isPaused(hall, one))
  if (paused.length === 0) return [...lane]
  const order = lane.filter((one) => !paused.includes(one))
  for (const one of paused) {
    const others = (one.leg.pausedUntil ?? 0) - (hall.tally.get(one.leg.service) ?? 0)
    order.splice(Math.max(lane.indexOf(one), others), 0, one)
  }
  return order
}
