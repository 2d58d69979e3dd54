import type { BookingWish, KeptBooking, Slot, TimedWish } from '../contract/booking.ts'
import type { Outcome, Request } from '../contract/commands.ts'
import type { Delivery, HallTicket } from '../contract/hall.ts'
import type { Refusal } from '../contract/refusals.ts'

export type Booked = { booking: KeptBooking } | { refusal: Refusal } | { unknown: 'service' }
export type Found = { booking: KeptBooking } | { refusal: Refusal } | { unknown: 'booking' }
export type CheckedIn = { outcome: Outcome; again: boolean } | { mismatch: true }

/**
 * The office of bookings (R4.8): which arrival times there are and how many are free, who has reserved which, and the way
 * from a reservation to a number. Days are dates as 2026-07-14 in the site's zone; codes may be given as people type them.
 */
export interface BookingOffice {
  /** None for a service that takes no bookings, in the past, and further ahead than it may be booked. */
  slotsOf(service: string, day: string): Promise<Slot[]>
  /** The days on which a service can be booked, soonest first. */
  daysOf(service: string): string[]
  /** When it opens on a day after today; null when nobody knows. Epoch ms. */
  opensNext(service: string): number | null
  /** Refused with `slot-full`, `no-such-slot`, or the reason of R6.1 why that day is closed. */
  book(wish: TimedWish): Promise<Booked>
  /** The first free slot on or after a day; a service without slots is booked for the opening of its next open day. */
  bookFirstFree(wish: BookingWish, fromDay: string): Promise<Booked>
  /** All or none: what stands against each, in their order (null = nothing). A trial keeps none. */
  bookAll(wishes: readonly TimedWish[], isTrial: boolean): Promise<(Refusal | 'unknown' | null)[]>
  find(code: string): Promise<KeptBooking | null>
  /** Doing it twice changes nothing; a booking that has become a number is refused with `wrong-state`. */
  cancel(code: string): Promise<Found>
  /** Makes the booking a number, once: `again` is the same number as before, also after a restart. */
  checkIn(
    code: string,
    how: { kiosk: string | null; delivery: Delivery },
    request: Omit<Request, 'command'>,
  ): Promise<CheckedIn>
  /** Why it could not be checked in now; null when it could, or has been. */
  whyNotNow(booking: KeptBooking): Refusal | null
  /** The number that a booking became today. */
  ticketOf(code: string): HallTicket | undefined
  /** By slot. */
  listDay(day: string, service?: string): Promise<KeptBooking[]>
  /** Who is still expected on and after a day, by service. */
  countFrom(day: string): Promise<{ service: string; booked: number }[]>
}
