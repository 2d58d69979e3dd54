import type { KeptBooking } from '../contract/booking.ts'
import type { Outcome, Request } from '../contract/commands.ts'
import type { HallTicket } from '../contract/hall.ts'
import type { Booked } from './booking-port.ts'

export type Moved =
  | { ticket: HallTicket; booking: KeptBooking }
  | { outcome: Exclude<Outcome, { answer: unknown }> | Exclude<Booked, { booking: unknown }> }
  | { mismatch: true }

/** Exchanges numbers for reservations, so that nobody waits for a system that does not come back. */
export interface AnotherDayOffice {
  /** The first free time on or after a date (tomorrow by default); nothing has changed where it is refused. */
  move(ticket: HallTicket, wish: Omit<Request, 'command'> & { date?: string | undefined }): Promise<Moved>
  /** Those who wait for a service of a central system, in the order of their places. */
  waitingFor(system: string): HallTicket[]
  /** Whether the service of a number stands still, so that its visitor may ask for another day. */
  isStopped(ticket: HallTicket): boolean
}
