import type { CommandOf } from '../contract/commands.ts'
import type { EventDraft, HallCounter, HallTicket, Leg } from '../contract/hall.ts'
import { nextCall } from './calling.ts'
import { counterOf, type Decision, freed, freedCounters, type Moment, placeNow, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { beginLeg, nextLeg } from './journey.ts'
import { catalogueOf, joinedBy } from './next.ts'
import { backInLine, currentIndex, currentLeg, replaceLeg, withLeg, withoutAdvantage } from './ticket.ts'

/** R3.11 */
export function start(hall: Hall, command: CommandOf<'start'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['called'])
  if (!('ticket' in found)) return found
  const ticket = withLeg(found.ticket, { state: 'serving', startedAt: moment.at })
  const counter = counterOf(hall, found.ticket)
  return { events: [{ type: 'started', tickets: [ticket], counters: counter ? [counter] : [] }], answer: { ticket } }
}

/** R3.12, R3.15; with `next` the following call is part of the same step (R5.5). */
export function finish(hall: Hall, command: CommandOf<'finish'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['called', 'serving'])
  if (!('ticket' in found)) return found
  const before = currentLeg(found.ticket)
  const wrong = wrongOutcome(hall, before, command.outcome)
  if (wrong) return wrong
  const index = currentIndex(found.ticket)
  const ended = withLeg(found.ticket, {
    state: 'done',
    endedAt: moment.at,
    ...(before.state === 'called' ? { flag: 'not-started' as const } : {}),
    ...(command.outcome ? { outcome: command.outcome } : {}),
  })
  const ticket = withFollowingLeg(hall, ended, index, moment, command.waits)
  const counter = counterOf(hall, found.ticket)
  const after = counter ? withServed(freed(counter), before, moment.at) : null
  const events: EventDraft[] = [{ type: 'finished', tickets: [ticket], counters: after ? [after] : [] }]
  if (!command.next) return { events, answer: { ticket } }
  const call = after?.state === 'open' ? nextCall(joinedBy(hall, ticket), after, moment) : null
  if (call) events.push(call.draft)
  return { events, answer: { ticket, next: call && { ticket: call.ticket, reason: call.reason } } }
}

/** R5.5: a service may list its outcomes, and may ask for one of whoever was served. */
function wrongOutcome(hall: Hall, { service, state }: Leg, outcome: string | null) {
  const plan = catalogueOf(hall).services.get(service)
  if (!outcome) return plan?.outcomeRequired && state === 'serving' ? refuse('outcome-required') : null
  const listed = plan?.outcomes ?? []
  return listed.length === 0 || listed.some(({ code }) => code === outcome) ? null : refuse('unknown-outcome')
}

/** R7.2: numbers that were never started stay out of the averages. */
function withServed(counter: HallCounter, leg: Leg, at: number): HallCounter {
  if (leg.startedAt === null) return counter
  return { ...counter, served: counter.served + 1, servedMs: counter.servedMs + (at - leg.startedAt) }
}

/** R3.15, R5.7: the sender's leg comes back, or the next of the free planned legs enters its line (§3). */
function withFollowingLeg(
  hall: Hall,
  ticket: HallTicket,
  endedIndex: number,
  moment: Moment,
  waits: CommandOf<'finish'>['waits'],
): HallTicket {
  const back = ticket.legs[endedIndex]?.returnTo
  const sender = back === undefined ? undefined : ticket.legs[back]
  if (back !== undefined && sender?.state === 'held') {
    return withLeg(ticket, { ...backInLine, returned: { counter: sender.hold?.counter ?? null, at: moment.at } }, back)
  }
  if (ticket.legs.some((leg) => leg.state === 'held' || leg.state === 'missed')) return ticket
  const next = nextLeg(ticket.legs, waits)
  if (next === -1) return ticket
  const creditMs = catalogueOf(hall).site.site.rules.legCreditMinutes * 60_000
  const place = placeNow(hall, moment)
  const placeAt = place.placeAt - Math.min(creditMs, waitedMs(ticket))
  const begun: Leg = { ...(ticket.legs[next] as Leg), state: 'waiting', queuedAt: moment.at, ...place, placeAt }
  return { ...ticket, legs: beginLeg(ticket.legs, next, begun) }
}

const waitedMs = (ticket: HallTicket): number =>
  ticket.legs.reduce(
    (sum, leg) => sum + (leg.queuedAt === null ? 0 : Math.max(0, (leg.calledAt ?? leg.queuedAt) - leg.queuedAt)),
    0,
  )

/** R3.7, R5.10 */
export function hold(hall: Hall, command: CommandOf<'hold'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['waiting', 'called', 'serving'])
  if (!('ticket' in found)) return found
  if (!command.reason) return refuse('reason-required')
  const leg = currentLeg(found.ticket)
  const { reason, returnAt, keepUntil } = command
  const counter = leg.state === 'waiting' ? (moment.actor.counter ?? null) : leg.counter
  const requirements = catalogueOf(hall).services.get(leg.service)?.requirements ?? []
  const missing = requirements.filter((_, position) => command.missing?.includes(position))
  const hold = { reason, counter, at: moment.at, returnAt, keepUntil, ...(missing.length > 0 ? { missing } : {}) }
  const ticket = replaceLeg(found.ticket, { ...withoutAdvantage(leg), state: 'held', hold })
  return {
    events: [{ type: 'held', tickets: [ticket], counters: freedCounters(hall, found.ticket) }],
    answer: { ticket },
  }
}

/** R3.16: at a free counter, the visitor is there. */
export function resume(hall: Hall, command: CommandOf<'resume'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['held'])
  if (!('ticket' in found)) return found
  const leg = currentLeg(found.ticket)
  const counter = hall.counters.get(command.counter ?? moment.actor.counter ?? leg.hold?.counter ?? -1)
  if (!counter) return { unknown: 'counter' }
  if (counter.state !== 'open' || counter.pending) return refuse('counter-closed')
  if (counter.ticket !== null) return refuse('counter-busy')
  if (catalogueOf(hall).tierOf(counter.number, leg.service) === null) return refuse('not-served-here')
  const ticket = withLeg(found.ticket, { state: 'serving', counter: counter.number, startedAt: moment.at })
  return {
    events: [{ type: 'resumed', tickets: [ticket], counters: [{ ...counter, ticket: ticket.id }] }],
    answer: { ticket },
  }
}

/**
 * R3.17 (held) and R3.19 (missed): back in line, by staff or because the time has come. R3.22: a no-show is restored by
 * staff, with a reason, at the end of the line.
 */
export function comeBack(hall: Hall, command: CommandOf<'return'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['held', 'missed', 'no-show'])
  if (!('ticket' in found)) return found
  const isRestored = currentLeg(found.ticket).state === 'no-show'
  if (isRestored && hall.isClosed) return refuse('day-closed')
  if (isRestored && !command.reason) return refuse('reason-required')
  const ticket = isRestored
    ? withLeg(found.ticket, { ...backInLine, ...placeNow(hall, moment) })
    : returnedTicket(hall, found.ticket, moment)
  const draft: EventDraft = { type: 'returned', tickets: [ticket] }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

export function returnedTicket(hall: Hall, ticket: HallTicket, moment: Moment): HallTicket {
  const leg = currentLeg(ticket)
  if (leg.state === 'held') {
    return withLeg(ticket, { ...backInLine, returned: { counter: leg.hold?.counter ?? null, at: moment.at } })
  }
  return withLeg(ticket, { ...backInLine, pausedUntil: pauseEnd(hall, leg.service) })
}

/** R4.7: the tally of calls at which the service's counters have called [3] others. */
export const pauseEnd = (hall: Hall, service: string): number =>
  (hall.tally.get(service) ?? 0) + catalogueOf(hall).site.site.rules.returnAfter

/** R3.13: back to its old place; the call is taken back. */
export function requeue(hall: Hall, command: CommandOf<'requeue'>): Decision {
  const found = ticketIn(hall, command.ticket, ['called', 'serving'])
  if (!('ticket' in found)) return found
  const ticket = withLeg(found.ticket, backInLine)
  return {
    events: [{ type: 'requeued', tickets: [ticket], counters: freedCounters(hall, found.ticket) }],
    answer: { ticket },
  }
}

/** R3.14 */
export function miss(hall: Hall, command: CommandOf<'miss'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['called'])
  if (!('ticket' in found)) return found
  const ticket = withLeg(found.ticket, { state: 'missed', endedAt: moment.at })
  return {
    events: [{ type: 'missed', tickets: [ticket], counters: freedCounters(hall, found.ticket) }],
    answer: { ticket },
  }
}

/** R3.18: the deadline to report has passed. */
export function giveUpHold(hall: Hall, command: CommandOf<'give-up-hold'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['held'])
  if (!('ticket' in found)) return found
  const ticket = withLeg(found.ticket, { state: 'missed', endedAt: moment.at })
  return { events: [{ type: 'missed', tickets: [ticket] }], answer: { ticket } }
}

/** R3.21 at the officer's hand: final. */
export function noShow(hall: Hall, command: CommandOf<'no-show'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['missed'])
  if (!('ticket' in found)) return found
  const ticket = withLeg(found.ticket, { state: 'no-show', endedAt: moment.at })
  return { events: [{ type: 'no-show', tickets: [ticket] }], answer: { ticket } }
}

/** A leg that went away keeps nothing that only a line gives. */
export const leaving = (leg: Leg, state: Leg['state'], at: number): Leg => ({
  ...withoutAdvantage(leg),
  state,
  endedAt: at,
})
