import { z } from 'zod'
import { TicketWire, VisitorTicketWire } from './api.ts'
import { roles } from './hall.ts'
import { InstantSchema, TextSchema } from './site.ts'

/** The wire of the information desk: numbers looked up, printed again, and entered from paper. */

const code = z.string().min(1).max(40)

/** What became of a slip while the desk waited a few seconds for its printer: `waiting` is still in the printer's line. */
export const printFates = ['printed', 'refused', 'unknown', 'waiting'] as const
export type PrintFate = (typeof printFates)[number]
const PrintFateWire = z.enum(printFates)

/** A number as staff see it who did not take it: everything but the code that speaks for the visitor (R2.4). */
export const DeskTicketWire = VisitorTicketWire.omit({ publicCode: true })
export type DeskTicketWire = z.infer<typeof DeskTicketWire>

export const DeskTicketsAnswer = z.object({
  tickets: z.array(DeskTicketWire),
  /** More fit than are given. */
  more: z.boolean(),
})
export type DeskTicketsAnswer = z.infer<typeof DeskTicketsAnswer>

/** What the desk works with: printers it may choose, and the services by the letters of their numbers. */
export const DeskAnswer = z.object({
  /** Who asks; nobody but staff is told the rest. */
  role: z.enum(roles),
  kiosks: z.array(z.object({ code, name: TextSchema, floor: z.int() })),
  services: z.array(z.object({ code, prefix: z.string(), highest: z.int() })),
  journeys: z.array(z.object({ code, name: TextSchema, services: z.array(code) })),
})
export type DeskAnswer = z.infer<typeof DeskAnswer>

/** Either `query`, a number in any writing, a slip's code or its address; or `service` and `at` for a lost slip. */
export const DeskQuery = z.strictObject({
  query: z.string().trim().min(1).max(300).optional(),
  service: code.optional(),
  at: InstantSchema.optional(),
})

export const KioskBody = z.strictObject({ kiosk: code })
export const ChangeServiceBody = z.strictObject({ service: code })
export const PaperBody = z.strictObject({
  service: code,
  /** As on the paper, without its letters. */
  number: z.int().min(1).max(9999),
  takenAt: InstantSchema.optional(),
  priority: z.boolean().optional(),
})
export const RollBody = z.strictObject({
  service: code,
  from: z.int().min(1).max(9950),
  count: z.int().min(1).max(50),
  kiosk: code,
})

export const PrintAnswer = z.object({ ticket: TicketWire, print: PrintFateWire })
export type PrintAnswer = z.infer<typeof PrintAnswer>
export const RollAnswer = z.object({ print: PrintFateWire })
