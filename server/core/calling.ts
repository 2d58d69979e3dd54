import type { CommandOf } from '../contract/commands.ts'
import type { CallReason, EventDraft, HallCounter, HallTicket } from '../contract/hall.ts'
import { counterOf, type Decision, type Moment, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { callableAt, catalogueOf, chooseNext, overtaken, tierNow } from './next.ts'
import type { Standing } from './place.ts'
import { currentLeg, replaceLeg, withLeg, withoutAdvantage } from './ticket.ts'

/** R3.6 by R4: the next one in order, for this counter. */
export function callNext(hall: Hall, command: CommandOf<'call-next'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  const busy = cannotCall(hall, counter)
  if (busy) return busy
  const event = nextCall(hall, counter, moment)
  return event
    ? { events: [event.draft], answer: { ticket: event.ticket, reason: event.reason } }
    : refuse('line-empty')
}

/** The call that this free counter would make now, as an event; null when nobody is callable or nobody calls. */
export function nextCall(hall: Hall, counter: HallCounter, moment: Moment) {
  if (standstill(hall)) return null
  const choice = chooseNext(hall, counter, moment.at)
  if (!choice) return null
  return callEvent(choice.standing.ticket, { ...counter, run: choice.run }, choice.reason, moment)
}

function callEvent(waiting: HallTicket, counter: HallCounter, reason: CallReason, moment: Moment) {
  const ticket = calledAt(waiting, counter.number, moment)
  const draft: EventDraft = {
    type: 'called',
    tickets: [ticket],
    counters: [{ ...counter, ticket: ticket.id }],
    call: reason,
  }
  return { draft, ticket, reason }
}

function calledAt(ticket: HallTicket, counter: number, moment: Moment): HallTicket {
  const times = { calledAt: moment.at, startedAt: null, endedAt: null }
  return replaceLeg(ticket, { ...withoutAdvantage(currentLeg(ticket)), state: 'called', counter, calls: 1, ...times })
}

/** R4.5, R3.20: out of order, with a reason, counted and shown. Neither counts for the run nor ends it. */
export function callTicket(hall: Hall, command: CommandOf<'call-ticket'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  const busy = cannotCall(hall, counter)
  if (busy) return busy
  if (!command.reason) return refuse('reason-required')
  const found = ticketIn(hall, command.ticket, ['waiting', 'missed'])
  if (!('ticket' in found)) return found
  const { service } = currentLeg(found.ticket)
  if (catalogueOf(hall).tierOf(counter.number, service) === null) return refuse('not-served-here')
  const leg = currentLeg(found.ticket)
  const standing: Standing = { ticket: found.ticket, leg, placeAt: leg.placeAt, placeSeq: leg.placeSeq }
  const overtook = overtakenOutOfOrder(hall, counter, standing, moment.at)
  const reason: CallReason = { rule: 'R4.5', name: 'by-number', overtook }
  const { draft, ticket } = callEvent(found.ticket, counter, reason, moment)
  return { events: [{ ...draft, note: command.reason }], answer: { ticket, reason } }
}

/** R4.10: those callable here with a lower place, in the tier of the one who goes before them and in those before it. */
export function overtakenOutOfOrder(hall: Hall, counter: HallCounter, standing: Standing, at: number): string[] {
  const tiers = tierNow(hall, standing, counter.number, at) === 1 ? ([1] as const) : ([1, 2] as const)
  const callable = tiers.flatMap((tier) => callableAt(hall, counter, tier, at))
  return overtaken(callable, standing)
}

/** Nobody is called while the whole building is paused, nor after its day has been closed (R8.1). */
export function standstill(hall: Hall) {
  if (hall.isClosed) return refuse('day-closed')
  if (!hall.pause) return null
  const { until } = hall.pause
  return until === null ? refuse('building-paused') : refuse('building-paused', { until })
}

/** Why this counter calls nobody now, or null. */
export function cannotCall(hall: Hall, counter: HallCounter) {
  const still = standstill(hall)
  if (still) return still
  if (counter.state !== 'open' || counter.pending)
    return refuse('counter-closed', { state: counter.pending?.state ?? counter.state })
  return counter.ticket === null ? null : refuse('counter-busy')
}

/** R3.10, R5.3: not sooner than the cool-down, at most [3] calls in all. */
export function recall(hall: Hall, command: CommandOf<'recall'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['called'])
  if (!('ticket' in found)) return found
  const still = standstill(hall)
  if (still) return still
  const { calls, calledAt } = currentLeg(found.ticket)
  const rules = catalogueOf(hall).site.site.rules
  if (calls >= rules.callsAtMost) return refuse('recall-limit', { calls })
  const againAt = (calledAt ?? 0) + rules.recallSeconds * 1000
  if (moment.at < againAt) return refuse('recall-too-soon', { seconds: Math.ceil((againAt - moment.at) / 1000) })
  const ticket = withLeg(found.ticket, { calls: calls + 1, calledAt: moment.at })
  const counter = counterOf(hall, found.ticket)
  return { events: [{ type: 'recalled', tickets: [ticket], counters: counter ? [counter] : [] }], answer: { ticket } }
}
