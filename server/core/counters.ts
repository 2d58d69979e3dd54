import type { CommandOf } from '../contract/commands.ts'
import type { EventDraft, HallCounter, HallTicket } from '../contract/hall.ts'
import { type Decision, type Moment, nothing, refuse, stopped } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf, openHolders, standingsOf } from './next.ts'
import { backInLine, currentLeg, withLeg } from './ticket.ts'

export function newCounter(number: number, booth: string): HallCounter {
  return {
    number,
    booth,
    state: 'closed',
    officer: null,
    ticket: null,
    run: 0,
    pause: null,
    pending: null,
    served: 0,
    servedMs: 0,
  }
}

/** R5.9: one counter per officer and one officer per counter; only somebody above an officer takes an open one over. */
export function openCounter(hall: Hall, command: CommandOf<'open-counter'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  if (hall.isClosed) return refuse('day-closed')
  const officer = command.officer ?? counter.officer
  const elsewhere = otherCounterOf(hall, officer, counter.number)
  if (elsewhere) return refuse('officer-elsewhere', { counter: elsewhere.number })
  const isHeld = counter.officer !== null && counter.officer !== officer && !command.holderIsGone
  const isTaken = counter.state === 'open' && isHeld
  if (isTaken && moment.actor.role === 'officer') return refuse('counter-taken')
  if (counter.state === 'open' && !counter.pending && counter.officer === officer) return nothing({ counter })
  return changed('counter-opened', { ...counter, state: 'open', officer, pause: null, pending: null })
}

/** The counter that an officer has beside this one. */
export const otherCounterOf = (hall: Hall, officer: string | null, number: number): HallCounter | undefined =>
  [...hall.counters.values()].find((other) => officer !== null && other.officer === officer && other.number !== number)

/** R5.9: takes effect after the present visitor; the hub asks first when people would be left without a counter. */
export function closeCounter(hall: Hall, command: CommandOf<'close-counter'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  if (counter.state === 'closed') return nothing({ counter })
  const left = command.confirm ? 0 : leftAlone(hall, counter)
  if (left > 0) return refuse('people-waiting', { waiting: left, confirm: true })
  const pending = { state: 'closed' as const, reason: 'closed', until: null }
  return stop(hall, counter, 'counter-closed', pending, command.force, moment)
}

export function breakCounter(hall: Hall, command: CommandOf<'break-counter'>, moment: Moment): Decision {
  const counter = hall.counters.get(command.counter)
  if (!counter) return { unknown: 'counter' }
  if (!command.reason) return refuse('reason-required')
  if (counter.state === 'closed') return refuse('counter-closed')
  const pending = { state: 'break' as const, reason: command.reason, until: command.until }
  return stop(hall, counter, 'counter-break', pending, command.force, moment)
}

function stop(
  hall: Hall,
  counter: HallCounter,
  type: 'counter-closed' | 'counter-break',
  pending: NonNullable<HallCounter['pending']>,
  force: boolean,
  moment: Moment,
): Decision {
  // R5.9: only somebody above the officer may force it.
  if (counter.ticket !== null && !(force && moment.actor.role !== 'officer'))
    return changed(type, { ...counter, pending })
  const after = stopped(counter, pending)
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  if (!ticket) return changed(type, after)
  return { events: [{ type, counters: [after], tickets: [sentBack(ticket, moment)] }], answer: { counter: after } }
}

/** R5.9 by force: called goes to the front of the line, serving is held. */
function sentBack(ticket: HallTicket, moment: Moment): HallTicket {
  const leg = currentLeg(ticket)
  if (leg.state === 'called') return withLeg(ticket, { ...backInLine, front: moment.seq })
  return withLeg(ticket, {
    state: 'held',
    hold: { reason: 'counter-stopped', counter: leg.counter, at: moment.at, returnAt: null, keepUntil: null },
  })
}

/** People whose service no other open counter holds. */
function leftAlone(hall: Hall, counter: HallCounter): number {
  let waiting = 0
  for (const service of catalogueOf(hall).profileOf(counter.number).flat()) {
    if (openHolders(hall, service).some((number) => number !== counter.number)) continue
    for (const { leg } of standingsOf(hall, service)) if (leg.state === 'waiting') waiting++
  }
  return waiting
}

const changed = (type: EventDraft['type'], counter: HallCounter): Decision => ({
  events: [{ type, counters: [counter] }],
  answer: { counter },
})
