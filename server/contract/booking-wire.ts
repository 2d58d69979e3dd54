import { z } from 'zod'
import { Instant, RefusalWire, TicketAnswer } from './api.ts'
import { DateSchema, TextSchema } from './site.ts'

/** The wire of bookings (R4.8) over HTTP. A booking holds no name and no identity number: its code is all there is. */

const code = z.string().min(1).max(40)
const Day = DateSchema

export const SlotsQuery = z.strictObject({ day: Day.optional() })
export const SlotsAnswer = z.object({
  service: code,
  day: Day,
  /** The days that can be booked, soonest first. */
  days: z.array(Day),
  /** When the service opens on a later day, booked or not; null when nobody knows. */
  opensNext: Instant.nullable(),
  slots: z.array(z.object({ at: Instant, capacity: z.int(), free: z.int() })),
})
export type SlotsAnswer = z.infer<typeof SlotsAnswer>

export const BookingBody = z.strictObject({
  service: code,
  slotAt: Instant,
  priority: z.boolean().optional(),
  items: z.int().min(1).max(99).optional(),
  locale: z.enum(['id', 'en']).optional(),
  /** The kiosk where somebody books for themselves. */
  kiosk: code.optional(),
})

/** A booking as its holder sees it. */
export const BookingWire = z.object({
  code: z.string(),
  service: code,
  serviceName: TextSchema,
  agency: z.string(),
  sign: z.string(),
  floor: z.int(),
  slotAt: Instant,
  day: Day,
  /** Without one of its own, the service takes bookings for the opening of a day. */
  hasSlot: z.boolean(),
  items: z.int(),
  locale: z.enum(['id', 'en']),
  state: z.enum(['booked', 'checked-in', 'cancelled']),
  /** R4.8: check-in from the one to the other takes the place of the slot. */
  checkIn: z.object({ from: Instant, to: Instant }),
  /** Why it could not be checked in now; null when it could, or has been. */
  refusal: RefusalWire.nullable(),
  requirements: z.array(TextSchema),
  /** The public code of the number that it became today. */
  ticket: z.string().nullable(),
})
export type BookingWire = z.infer<typeof BookingWire>

/** What staff see beside it. */
export const StaffBookingWire = BookingWire.extend({ priority: z.boolean(), source: z.string() })
export type StaffBookingWire = z.infer<typeof StaffBookingWire>

export const BookingAnswer = z.object({
  /** The hall's time of this answer. */
  at: Instant,
  booking: BookingWire,
  site: z.object({ name: TextSchema, short: z.string(), timeZone: z.string(), zoneAbbreviation: z.string() }),
  demo: z.boolean(),
})
export type BookingAnswer = z.infer<typeof BookingAnswer>
export const StaffBookingAnswer = z.object({ booking: StaffBookingWire })

export const BookingsQuery = z.strictObject({ day: Day.optional(), service: code.optional() })
export const BookingsAnswer = z.object({
  day: Day,
  bookings: z.array(StaffBookingWire),
})
export type BookingsAnswer = z.infer<typeof BookingsAnswer>

export const CheckInBody = z.strictObject({
  kiosk: code.optional(),
  delivery: z.enum(['print', 'screen', 'none']),
})
export const CheckInAnswer = TicketAnswer.extend({
  /** It was checked in before: this is the same number. */
  again: z.boolean(),
})

/** How much text a list may hold: 2,000 rows with room to spare. */
const csvLetters = 400_000

export const ImportBookingsBody = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(csvLetters)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control bytes are what this refuses
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/, 'must not contain control characters'),
  /** Without it only what stands against the rows is said. */
  commit: z.boolean().optional(),
})
export const ImportedRow = z.object({
  /** In the file, from 1. */
  line: z.int(),
  service: z.string().nullable(),
  slotAt: Instant.nullable(),
  ok: z.boolean(),
  error: TextSchema.optional(),
})
export type ImportedRow = z.infer<typeof ImportedRow>
export const ImportBookingsAnswer = z.object({ rows: z.array(ImportedRow), imported: z.int() })
export type ImportBookingsAnswer = z.infer<typeof ImportBookingsAnswer>
