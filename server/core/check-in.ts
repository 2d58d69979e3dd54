import type { CommandOf } from '../contract/commands.ts'
import { type Decision, type Moment, nothing, refuse } from './decision.ts'
import type { Hall } from './hall.ts'
import { newTicket } from './issuing.ts'
import { halted, systemDown } from './may-issue.ts'
import { catalogueOf } from './next.ts'

/**
 * R4.8: turns a booking into a number whose place is its slot, or the check-in when it comes too late for that. Doing it
 * twice gives the same number. The calendar, quotas and the closing promise were judged when the slot was booked.
 */
export function checkIn(hall: Hall, command: CommandOf<'check-in'>, moment: Moment): Decision {
  const { booking, inForce = false } = command
  const { code, service, slotAt } = booking
  const known = hall.tickets.get(hall.checkedIn.get(code) ?? '')
  if (known) return nothing({ ticket: known })
  if (!catalogueOf(hall).services.has(service)) return { unknown: 'service' }
  if (booking.day !== hall.day) return refuse('booking-other-day', { day: booking.day, slotAt })
  const { bookingEarlyMinutes, bookingLateMinutes } = catalogueOf(hall).site.site.rules
  const from = slotAt - bookingEarlyMinutes * 60_000
  if (inForce && moment.at < from) return refuse('booking-too-early', { from, slotAt })
  const refusal = halted(hall, service, moment.at) ?? systemDown(hall, service)
  if (refusal) return { refusal }
  const isLate = moment.at > slotAt + bookingLateMinutes * 60_000
  const { ticket, publicCode, kiosk, delivery } = command
  const issued = newTicket(
    hall,
    {
      ticket,
      publicCode,
      kiosk,
      delivery,
      service,
      priority: booking.priority,
      english: booking.english,
      items: booking.items,
      queuedAt: Math.max(slotAt, moment.at),
      ...(isLate ? {} : { placeAt: slotAt }),
      marks: { booking: { code, slotAt } },
    },
    moment,
  )
  return { events: [{ type: 'issued', tickets: [issued] }], answer: { ticket: issued } }
}
