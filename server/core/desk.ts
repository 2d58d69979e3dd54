import type { CommandOf } from '../contract/commands.ts'
import type { CallReason, HallCounter, Leg } from '../contract/hall.ts'
import { cannotCall, overtakenOutOfOrder } from './calling.ts'
import { type Decision, freedCounters, type Moment, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { admit, newTicket } from './issuing.ts'
import { returnHere } from './moving.ts'
import { catalogueOf } from './next.ts'
import { backInLine, currentLeg, hasEnded, plannedLeg, replaceLeg, withLeg, withoutAdvantage } from './ticket.ts'

/**
 * R5.11: a visitor without a number at the desk gets one and is served at once. It is a call out of order: those it
 * overtook are recorded with it, nothing is spoken. Taken back (R5.6), the number is cancelled: nobody waits with it.
 */
export function walkIn(hall: Hall, command: CommandOf<'walk-in'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  const catalogue = catalogueOf(hall)
  if (!catalogue.services.has(command.service)) return { unknown: 'service' }
  const busy = cannotCall(hall, counter)
  if (busy) return busy
  if (catalogue.tierOf(counter.number, command.service) === null) return refuse('not-served-here')
  const admitted = admit(hall, command, moment)
  if ('refusal' in admitted) return admitted
  const issued = newTicket(hall, command, moment)
  const leg = currentLeg(issued)
  const standing = { ticket: issued, leg, placeAt: leg.placeAt, placeSeq: leg.placeSeq }
  const overtook = overtakenOutOfOrder(hall, counter, standing, moment.at)
  const call: CallReason = { rule: 'R5.11', name: 'walk-in', overtook }
  const times = { calledAt: moment.at, startedAt: moment.at }
  const ticket = withLeg(issued, { state: 'serving', counter: counter.number, ...times })
  return {
    events: [
      { type: 'issued', tickets: [issued], counters: [counter], ...admitted },
      { type: 'started', tickets: [ticket], counters: [{ ...counter, ticket: ticket.id }], call },
    ],
    answer: { ticket, reason: call },
  }
}

/** In mid-service to another open, free counter that holds the service; it is no call, and the service time runs on. */
export function handOver(hall: Hall, command: CommandOf<'hand-over'>): Decision {
  const found = ticketIn(hall, command.ticket, ['called', 'serving'])
  if (!('ticket' in found)) return found
  const to = hall.counters.get(command.counter)
  if (!to) return { unknown: 'counter' }
  if (to.state !== 'open' || to.pending) return refuse('counter-closed', { state: to.pending?.state ?? to.state })
  if (to.ticket !== null) return refuse('counter-busy')
  const { only: _only, ...leg } = currentLeg(found.ticket)
  if (catalogueOf(hall).tierOf(to.number, leg.service) === null) return refuse('not-served-here')
  const ticket = replaceLeg(found.ticket, { ...leg, counter: to.number })
  const counters = [...freedCounters(hall, found.ticket), { ...to, ticket: ticket.id }]
  return { events: [{ type: 'handed-over', tickets: [ticket], counters }], answer: { ticket } }
}

/**
 * R5.6: a wrong finish taken back the same day, with a reason: the leg comes back as a return to the counter that served
 * it (R4.6), and what had begun by itself because of the finish is undone, unless somebody has acted on it.
 */
export function reopen(hall: Hall, command: CommandOf<'reopen'>, moment: Moment): Decision {
  const before = hall.tickets.get(command.ticket)
  if (!before) return { unknown: 'ticket' }
  if (!command.reason) return refuse('reason-required')
  if (hall.isClosed) return refuse('day-closed')
  const index = lastDone(before.legs)
  const leg = before.legs[index]
  const legs = leg && withoutFollower(before.legs, leg)
  if (!leg || !legs) return refuse('wrong-state', { state: currentLeg(before).state })
  const { outcome: _outcome, flag: _flag, ...kept } = withoutAdvantage(leg)
  const back: Leg = { ...kept, ...backInLine, returned: { counter: leg.counter, at: moment.at } }
  const ticket = replaceLeg({ ...before, legs }, back, index)
  const counter = hall.counters.get(leg.counter ?? -1)
  const counters = counter ? [withoutServed(counter, leg)] : []
  return { events: [{ type: 'reopened', tickets: [ticket], counters, note: command.reason }], answer: { ticket } }
}

/** The done leg with which everything ended so far, or -1: a leg that ended later has followed it to its end. */
function lastDone(legs: readonly Leg[]): number {
  const last = Math.max(...legs.map(({ endedAt }) => endedAt ?? 0))
  return legs.findLastIndex(({ state, endedAt }) => state === 'done' && endedAt === last)
}

/** The legs as they were before this one was done; null when what followed is no longer where it entered by itself. */
function withoutFollower(legs: readonly Leg[], done: Leg): readonly Leg[] | null {
  const isAway = ({ state, hold }: Leg) => state === 'held' && hold?.reason === returnHere
  const begun = legs.filter((leg) => leg.state !== 'planned' && !hasEnded(leg.state) && !isAway(leg))
  const [follower] = begun
  if (!follower) return legs
  if (begun.length > 1 || follower.state !== 'waiting') return null
  const index = legs.indexOf(follower)
  if (index === done.returnTo && follower.hold?.reason === returnHere)
    return legs.with(index, { ...withoutAdvantage(follower), state: 'held' })
  if (follower.hold || follower.queuedAt !== done.endedAt) return null
  const { service, booth, after } = follower
  return legs.with(index, { ...plannedLeg(service, booth), ...(after ? { after } : {}) })
}

/** R7.2: what `finish` had counted. */
function withoutServed(counter: HallCounter, { startedAt, endedAt, flag }: Leg): HallCounter {
  if (startedAt === null || endedAt === null || flag) return counter
  const servedMs = counter.servedMs - (endedAt - startedAt)
  return { ...counter, served: Math.max(0, counter.served - 1), servedMs: Math.max(0, servedMs) }
}
