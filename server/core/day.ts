import type { Command, CommandOf } from '../contract/commands.ts'
import type { EventDraft, HallCounter, HallTicket, Leg, LegState } from '../contract/hall.ts'
import { hoursOn } from './calendar.ts'
import { standstill } from './calling.ts'
import { newCounter } from './counters.ts'
import { type Decision, type Moment, nothing, refuse, stopped } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf, chooseNext } from './next.ts'
import { serviceDayOf } from './service-day.ts'
import { leaving } from './serving.ts'
import { currentLeg, hasEnded } from './ticket.ts'

/** The service day is a row opened by an event, once; it never reopens. Every series starts again (R2.2). */
export function openDay(hall: Hall, day: string, moment: Moment): Decision {
  if (hall.day !== null && day <= hall.day) return nothing({})
  const counters = catalogueOf(hall).site.counters.map((plan) => newCounter(plan.number, plan.booth))
  const outages = hall.outages.filter(({ until }) => until === null)
  const ended = [...hall.helps.values()]
    .filter(({ endedAt }) => endedAt === null)
    .map((help): EventDraft => ({ type: 'help-ended', help: { ...help, endedAt: moment.at } }))
  return { events: [...ended, { type: 'day-opened', day, counters, outages }], answer: {} }
}

/**
 * R3.23: what is left at the end of the day ends by itself. A person who closes it is asked first while anybody has not
 * been served to the end; a day is closed once, and the roll-over adds only what has moved since.
 */
export function closeDay(hall: Hall, command: CommandOf<'close-day'>, moment: Moment): Decision {
  if (hall.day === null) return nothing({})
  const unfinished = [...hall.tickets.values()].filter(isUnfinished)
  const isAsked = moment.actor.role !== 'hub' && !command.confirm
  if (isAsked && unfinished.length > 0) return refuse('people-waiting', { waiting: unfinished.length, confirm: true })
  const tickets = unfinished.map((ticket) => expired(ticket, moment.at))
  const counters = [...hall.counters.values()]
    .filter((counter) => counter.state !== 'closed' || counter.ticket)
    .map(emptied)
  if (hall.isClosed && tickets.length === 0 && counters.length === 0) return nothing({})
  return { events: [{ type: 'day-closed', day: hall.day, tickets, counters }], answer: {} }
}

export const isUnfinished = (ticket: HallTicket) => ticket.legs.some((leg) => !hasEnded(leg.state))
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
 * R8.4: what is overdue now, in order of due time. While nobody is called, because the building is paused or its day is
 * closed, holds do not end and nothing begins by itself; what fell due meanwhile comes first afterwards. A printed reservation is not among them: before it lapses the print
 * job must be withdrawn (R3.24), which only the spool can do; see `lapsingPrints`.
 */
export function overdue(hall: Hall, now: number): Due[] {
  const isStill = standstill(hall) !== null
  const due: Due[] = isStill ? [] : byThemselves(hall, now)
  for (const id of hall.timed) {
    const ticket = hall.tickets.get(id)
    if (!ticket) continue
    const { state, hold } = currentLeg(ticket)
    if (state === 'reserved' && ticket.delivery === 'screen')
      due.push({ at: ticket.reservedUntil ?? 0, command: { verb: 'lapse', ticket: id } })
    if (state === 'held' && hold && !isStill) due.push(...endOfHold(id, hold))
  }
  return due.filter((one) => one.at <= now).sort((a, b) => a.at - b.at)
}

/** R5.5: service that begins, and calls that are made, by themselves; never for a counter with nobody to call. */
function byThemselves(hall: Hall, now: number): Due[] {
  const { autoStartSeconds, autoCallSeconds } = catalogueOf(hall).site.site.rules
  if (autoStartSeconds === 0 && autoCallSeconds === 0) return []
  return [...hall.counters.values()].flatMap((counter): Due[] => {
    const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
    const leg = ticket && currentLeg(ticket)
    if (ticket && leg?.state === 'called' && autoStartSeconds > 0) {
      const at = (leg.calledAt ?? now) + autoStartSeconds * 1000
      return [{ at, command: { verb: 'start', ticket: ticket.id } }]
    }
    const freeSince = hall.freeSince.get(counter.number)
    if (freeSince === undefined || autoCallSeconds === 0) return []
    const at = freeSince + autoCallSeconds * 1000
    if (at > now || !chooseNext(hall, counter, now)) return []
    return [{ at, command: { verb: 'call-next', counter: counter.number } }]
  })
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

/** R8.1: the end of the last hours of anything in the building on the open day, epoch ms; null when it has none or is closed. */
export function dayEndsAt(hall: Hall): number | null {
  const catalogue = catalogueOf(hall)
  const { day } = hall
  if (day === null || hall.isClosed) return null
  const ends = [...catalogue.services.keys()].flatMap((service) =>
    hoursOn(catalogue, { service }, day).map(({ to }) => to),
  )
  return ends.length > 0 ? Math.max(...ends) : null
}

/** R8.1: whether the open day is to close by itself: so long after the last hours of anything in the building today. */
export function isDayOver(hall: Hall, now: number): boolean {
  const after = catalogueOf(hall).site.site.rules.closeAfterMinutes
  const endsAt = after === null ? null : dayEndsAt(hall)
  return after !== null && endsAt !== null && endsAt + after * 60_000 <= now
}
