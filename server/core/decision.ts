import type { Answer, Outcome } from '../contract/commands.ts'
import type { Actor, EventDraft, HallCounter, HallTicket, LegState } from '../contract/hall.ts'
import type { Refusal, RefusalName } from '../contract/refusals.ts'
import type { Hall } from './hall.ts'
import { currentLeg } from './ticket.ts'

/** The moment of a decision: hub time, the journal number its first event will get, and who acts. */
export interface Moment {
  readonly at: number
  readonly seq: number
  readonly actor: Actor
}

export type Decision = { events: readonly EventDraft[]; answer: Answer } | Exclude<Outcome, { answer: Answer }>

export const refuse = (refused: RefusalName, next?: Refusal['next']): { refusal: Refusal } => ({
  refusal: next ? { refused, next } : { refused },
})

export const nothing = (answer: Answer): Decision => ({ events: [], answer })

/** The ticket in one of the states that the move may start from (table R3), or why not. */
export function ticketIn(
  hall: Hall,
  id: string,
  from: readonly LegState[],
): { ticket: HallTicket } | Exclude<Decision, { answer: Answer }> {
  const ticket = hall.tickets.get(id)
  if (!ticket) return { unknown: 'ticket' }
  const { state } = currentLeg(ticket)
  return from.includes(state) ? { ticket } : refuse('wrong-state', { state })
}

/** R4.0: now, but never lower than the last place of the day. */
export const placeNow = (hall: Hall, moment: Moment, offset = 0) => ({
  placeAt: Math.max(moment.at, hall.lastPlaceAt),
  placeSeq: moment.seq + offset,
})

/** The counter without its visitor; a break or close that waited for the visitor to go takes effect (R5.9). */
export const freed = (counter: HallCounter): HallCounter =>
  counter.pending ? stopped(counter, counter.pending) : { ...counter, ticket: null }

/** R5.9: a closed counter has no officer, so that it can be opened without one and they can open another. */
export function stopped(
  counter: HallCounter,
  { state, reason, until }: NonNullable<HallCounter['pending']>,
): HallCounter {
  const pause = state === 'break' ? { reason, until } : null
  return { ...counter, ticket: null, state, pause, pending: null, officer: state === 'closed' ? null : counter.officer }
}

/** The counter that calls or serves this ticket now. */
export function counterOf(hall: Hall, ticket: HallTicket): HallCounter | null {
  const { state, counter } = currentLeg(ticket)
  if ((state !== 'called' && state !== 'serving') || counter === null) return null
  return hall.counters.get(counter) ?? null
}

/** The counter freed of this ticket, as the list that an event carries; empty when no counter has it. */
export function freedCounters(hall: Hall, ticket: HallTicket): HallCounter[] {
  const counter = counterOf(hall, ticket)
  return counter ? [freed(counter)] : []
}
