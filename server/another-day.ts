import type { Command, Request } from './contract/commands.ts'
import type { AnotherDay, HallTicket } from './contract/hall.ts'
import { isAllowed } from './core/access.ts'
import { refuse } from './core/decision.ts'
import { pausedBy } from './core/paused.ts'
import { currentLeg } from './core/ticket.ts'
import { addDays, dateAt } from './core/zone-time.ts'
import { catalogueOfHall, type LiveHall } from './hall.ts'
import type { AnotherDayOffice } from './http/another-day-port.ts'
import type { Booked, BookingOffice } from './http/booking-port.ts'

export interface AnotherDayPorts {
  readonly hall: LiveHall
  readonly bookings: BookingOffice
  /** Epoch ms of the hall's clock. */
  readonly now: () => number
}

/** Why a number was cancelled, for reports; no words of a person. */
const reason = 'another-day'

/** Nobody plans further ahead. */
const mostDays = 366

/** First the reservation is kept, then the number ends with it; when it cannot, the reservation is cancelled again. */
export function createAnotherDay({ hall, bookings, now }: AnotherDayPorts): AnotherDayOffice {
  const book = async (
    ticket: HallTicket,
    { actor, key }: Pick<Request, 'actor' | 'key'>,
    date?: string,
  ): Promise<Booked> => {
    const tomorrow = addDays(dateAt(now(), catalogueOfHall(hall).site.site.timeZone), 1)
    const fromDay = date !== undefined && date > tomorrow ? date : tomorrow
    if (fromDay > addDays(tomorrow, mostDays)) return refuse('no-such-slot', { day: fromDay })
    const { priority, english, items = 1 } = ticket
    const { service } = currentLeg(ticket)
    return bookings.bookFirstFree({ service, priority, english, items, source: reason, by: actor.id, key }, fromDay)
  }

  return {
    move: async (ticket, { date, ...request }) => {
      const { actor } = request
      if (!isAllowed(hall.told, ending(ticket, actor), actor)) return { outcome: { forbidden: true } }
      if (!isMovable(ticket)) return { outcome: refuse('wrong-state', { state: currentLeg(ticket).state }) }
      const booked = await book(ticket, request, date)
      if (!('booking' in booked)) return { outcome: booked }
      const { code, slotAt } = booked.booking
      const result = await hall.execute({ ...request, command: ending(ticket, actor, { code, slotAt }) })
      if ('outcome' in result && 'answer' in result.outcome)
        return { ticket: result.outcome.answer.ticket ?? ticket, booking: booked.booking }
      await bookings.cancel(code)
      return 'mismatch' in result
        ? result
        : { outcome: result.outcome as Exclude<typeof result.outcome, { answer: object }> }
    },
    waitingFor: (system) => {
      const services = new Set(
        catalogueOfHall(hall)
          .servicesOfSystem(system)
          .map(({ code }) => code),
      )
      return [...hall.told.tickets.values()]
        .filter((ticket) => isMovable(ticket) && services.has(currentLeg(ticket).service))
        .sort(byPlace)
    },
    isStopped: (ticket) => pausedBy(hall.told, currentLeg(ticket).service) !== null,
  }
}

/** What a number is cancelled with, once its booking is known; a visitor does it by the visitor's own command. */
function ending({ id }: HallTicket, actor: Request['actor'], anotherDay?: AnotherDay): Command {
  const exchanged = anotherDay ? { anotherDay } : {}
  if (actor.role === 'visitor') return { verb: 'visitor', ticket: id, action: 'cancel', ...exchanged }
  return { verb: 'cancel', ticket: id, reason, ...exchanged }
}

const movable: ReadonlySet<string> = new Set(['reserved', 'waiting', 'held', 'missed'])
const isMovable = (ticket: HallTicket): boolean => movable.has(currentLeg(ticket).state)

function byPlace(a: HallTicket, b: HallTicket): number {
  const [one, other] = [currentLeg(a), currentLeg(b)]
  return one.placeAt - other.placeAt || one.placeSeq - other.placeSeq
}
