import type { Command } from '../contract/commands.ts'
import type { HallCounter, HallTicket, Leg, LegState } from '../contract/hall.ts'
import { newCounter } from './counters.ts'
import { type Decision, type Moment, nothing, stopped } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'
import { serviceDayOf } from './service-day.ts'
import { leaving } from './serving.ts'
import { currentLeg, hasEnded } from './ticket.ts'

/** The service day is a row opened by an event, once; it never reopens. Every series starts again (R2.2). */
export function openDay(hall: Hall, day: string): Decision {
  if (hall.day !== null && day <= hall.day) return nothing({})
  const counters = catalogueOf(hall).site.counters.map((plan) => newCounter(plan.number, plan.booth))
  return { events: [{ type: 'day-opened', day, counters }], answer: {} }
}

/** R3.23: what is left at the end of the day ends by itself. */
export function closeDay(hall: Hall, moment: Moment): Decision {
  if (hall.day === null) return nothing({})
  const tickets = [...hall.tickets.values()].filter(isUnfinished).map((ticket) => expired(ticket, moment.at))
  const counters = [...hall.counters.values()]
    .filter((counter) => counter.state !== 'closed' || counter.ticket)
    .map(emptied)
  if (tickets.length === 0 && counters.length === 0) return nothing({})
  return { events: [{ type: 'day-closed', day: hall.day, tickets, counters }], answer: {} }
}

const isUnfinished = (ticket: HallTicket) => ticket.legs.some((leg) => !hasEnded(leg.state))
const emptied = (counter: HallCounter) => stopped(counter, { state: 'closed', reason: 'day-closed', until: null })

const endOf: Partial<Record<LegState, LegState>> = {
  planned: 'expired',
  reserved: 'void',
  waiting: 'expired',
  held: 'expired',
  called: 'no-show',
  missed: 'no-show',
  serving: 'done',
}

const expired = (ticket: HallTicket, at: number): HallTicket => ({
  ...ticket,
  reservedUntil: null,
  legs: ticket.legs.map((leg) => {
    const end = endOf[leg.state]
    if (!end) return leg
    return leg.state === 'serving' ? { ...leaving(leg, end, at), flag: 'forgotten' as const } : leaving(leg, end, at)
  }),
})

/** A command that time asks for, with the moment it fell due. */
export interface Due {
  readonly at: number
  readonly command: Command
}

/**
 * R8.4: what is overdue now, in order of due time. A printed reservation is not among them: before it lapses the print
 * job must be withdrawn (R3.24), which only the spool can do; see `lapsingPrints`.
 */
export function overdue(hall: Hall, now: number): Due[] {
  const due: Due[] = []
  for (const id of hall.timed) {
    const ticket = hall.tickets.get(id)
    if (!ticket) continue
    const { state, hold } = currentLeg(ticket)
    if (state === 'reserved' && ticket.delivery === 'screen')
      due.push({ at: ticket.reservedUntil ?? 0, command: { verb: 'lapse', ticket: id } })
    if (state === 'held' && hold) due.push(...endOfHold(id, hold))
  }
  return due.filter((one) => one.at <= now).sort((a, b) => a.at - b.at)
}

/** The earlier of the two times of a hold: once it has come, the ticket is held no more. */
function endOfHold(ticket: string, { returnAt, keepUntil }: NonNullable<Leg['hold']>): Due[] {
  if (returnAt !== null && (keepUntil === null || returnAt <= keepUntil))
    return [{ at: returnAt, command: { verb: 'return', ticket } }]
  return keepUntil === null ? [] : [{ at: keepUntil, command: { verb: 'give-up-hold', ticket } }]
}

/** Reservations whose print has neither succeeded nor failed in time. */
export function lapsingPrints(hall: Hall, now: number): HallTicket[] {
  const lapsing: HallTicket[] = []
  for (const id of hall.timed) {
    const ticket = hall.tickets.get(id)
    if (
      ticket &&
      ticket.delivery === 'print' &&
      currentLeg(ticket).state === 'reserved' &&
      (ticket.reservedUntil ?? 0) <= now
    ) {
      lapsing.push(ticket)
    }
  }
  return lapsing
}

/** R2.5: the day that the clock says, when it is later than the open one; null when the open day still runs. */
export function dayToOpen(hall: Hall, now: number): string | null {
  const day = serviceDayOf(now, catalogueOf(hall).site.site.timeZone)
  return hall.day === null || day > hall.day ? day : null
}
