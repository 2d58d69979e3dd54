import type { HallBooth } from '../server/contract/live.ts'

export const columns = ['booth', 'open', 'waiting', 'longest', 'serving', 'estimate'] as const
export type Column = (typeof columns)[number]

export interface Order {
  readonly column: Column
  readonly descending: boolean
}

/** Those who need somebody first. */
export const firstOrder: Order = { column: 'longest', descending: true }

/** The same column again turns the order round; another one starts where its news is: names at A, figures at the most. */
export function orderAfter(order: Order, column: Column): Order {
  if (order.column === column) return { column, descending: !order.descending }
  return { column, descending: column !== 'booth' }
}

export const openCounters = (booth: HallBooth): number =>
  booth.counters.filter((counter) => counter.state === 'open').length

export interface Served {
  readonly label: string
  readonly counterLabel: string
  readonly since: number
}

/** Who is being served at the booth, the one served longest first. */
export function servedAt(booth: HallBooth): Served[] {
  return booth.counters
    .flatMap(({ label, ticket }) =>
      ticket?.state === 'serving' ? [{ label: ticket.label, counterLabel: label, since: ticket.since }] : [],
    )
    .sort((a, b) => a.since - b.since)
}

/** Greater means more; null has nothing to say and stands last either way. Waits grow as their start lies further back. */
const measures: Record<Column, (booth: HallBooth) => number | null> = {
  booth: (booth) => Number(booth.sign),
  open: openCounters,
  waiting: (booth) => booth.waiting,
  longest: (booth) => (booth.longestSince === null ? null : -booth.longestSince),
  serving: (booth) => {
    const first = servedAt(booth)[0]
    return first ? -first.since : null
  },
  estimate: (booth) => booth.estimate?.minutes[1] ?? null,
}

/** The booths in the asked order; equals stand by their sign. */
export function sortBooths(booths: readonly HallBooth[], { column, descending }: Order): HallBooth[] {
  const measure = measures[column]
  return [...booths].sort((a, b) => {
    const [mine, other] = [measure(a), measure(b)]
    const bySign = Number(a.sign) - Number(b.sign)
    if (mine === null || other === null) return mine === other ? bySign : mine === null ? 1 : -1
    return (descending ? other - mine : mine - other) || bySign
  })
}

/** The booth in which somebody has waited longest; undefined while nobody waits. */
export const longestWaiting = (booths: readonly HallBooth[]): HallBooth | undefined =>
  sortBooths(booths, firstOrder).find((booth) => booth.longestSince !== null)
