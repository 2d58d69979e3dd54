import type { BoothSnapshot } from '../server/contract/live.ts'

export type DoorCounter = BoothSnapshot['counters'][number]

/** What the bar says now. */
export type DoorState =
  | { readonly kind: 'calling'; readonly counter: DoorCounter & { ticket: NonNullable<DoorCounter['ticket']> } }
  | { readonly kind: 'serving'; readonly counters: readonly DoorCounter[] }
  | { readonly kind: 'ready' }
  | { readonly kind: 'break'; readonly until: number | null; readonly reason: string | null }
  | { readonly kind: 'closed' }

/**
 * One number when one is called; every counter when several are called or served; open, when nobody is at a counter;
 * the word and the time when nobody works here. A break ends when the first of its counters has promised to be back.
 */
export function doorState(counters: readonly DoorCounter[]): DoorState {
  const calling = counters.filter(isCalling)
  const [only] = calling
  if (only && calling.length === 1) return { kind: 'calling', counter: only }
  if (counters.some(({ ticket }) => ticket)) {
    return { kind: 'serving', counters: counters.filter(({ state, ticket }) => state !== 'closed' || ticket) }
  }
  if (counters.some(({ state }) => state === 'open')) return { kind: 'ready' }
  const pauses = counters.flatMap(({ pause }) => pause ?? [])
  const [first] = pauses
  if (!first) return { kind: 'closed' }
  const times = pauses.flatMap(({ until }) => until ?? [])
  return { kind: 'break', until: times.length > 0 ? Math.min(...times) : null, reason: first.reason || null }
}

const isCalling = (counter: DoorCounter): counter is DoorCounter & { ticket: NonNullable<DoorCounter['ticket']> } =>
  counter.ticket?.state === 'called'
