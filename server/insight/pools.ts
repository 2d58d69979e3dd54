import type { HallCounter } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'

/** Counters that compete for the same people, directly or through one another, and the services they hold. */
export interface Pool {
  /** Ascending; counters that are open, and those on a break with a promised return. */
  readonly counters: readonly HallCounter[]
  readonly services: readonly string[]
}

/** The pool of every service that an open counter holds; a service without one has none. */
export function poolsOf(hall: Hall): ReadonlyMap<string, Pool> {
  const catalogue = catalogueOf(hall)
  const staffed = [...hall.counters.values()].filter((counter) => isCalling(counter) || returnOf(counter) !== null)
  const root = new Map(staffed.map(({ number }) => [number, number]))
  const find = (number: number): number => {
    const up = root.get(number) ?? number
    return up === number ? number : find(up)
  }
  const holder = new Map<string, number>()
  for (const { number } of staffed) {
    if (!catalogue.counters.has(number)) continue
    for (const service of catalogue.profileOf(number).flat()) {
      const first = holder.get(service)
      if (first === undefined) holder.set(service, number)
      else root.set(find(number), find(first))
    }
  }
  const counters = new Map<number, HallCounter[]>()
  for (const counter of staffed) push(counters, find(counter.number), counter)
  const services = new Map<number, string[]>()
  for (const [service, number] of holder) push(services, find(number), service)

  const pools = new Map<string, Pool>()
  for (const [number, held] of services) {
    const pool: Pool = { counters: (counters.get(number) ?? []).sort((a, b) => a.number - b.number), services: held }
    for (const service of held) {
      const isServed = pool.counters.some(
        (counter) => isCalling(counter) && catalogue.tierOf(counter.number, service) !== null,
      )
      if (isServed) pools.set(service, pool)
    }
  }
  return pools
}

/** Whether it will call again after its present visitor, as far as anybody has said. */
const isCalling = (counter: HallCounter): boolean => counter.state === 'open' && counter.pending === null

/** When a break ends that has begun or follows the present visitor (R5.9); null without a promise. */
export function returnOf(counter: HallCounter): number | null {
  if (counter.pending) return counter.pending.state === 'break' ? counter.pending.until : null
  return counter.state === 'break' ? (counter.pause?.until ?? null) : null
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
