import { z } from 'zod'
import { Instant } from './api.ts'
import { presenceStates } from './roster.ts'
import { TextSchema } from './site.ts'

/** One booth for those who watch over it: its counters, and its numbers from the line to those last done. No names. */

const code = z.string()

export const shownStates = ['waiting', 'called', 'serving', 'held', 'missed', 'no-show', 'done'] as const

export const BoothTicketWire = z.object({
  id: z.string(),
  label: z.string(),
  state: z.enum(shownStates),
  service: code,
  serviceName: TextSchema,
  /** When it joined its line, or came into the state it is in. */
  since: Instant,
  /** Where it is called or served, or was last; of one in line the counter that it returns to (R4.6). */
  counter: z.int().nullable(),
  /** R5.6: it was finished here last, and can be taken back. */
  reopens: z.boolean(),
})
export type BoothTicketWire = z.infer<typeof BoothTicketWire>

export const BoothCounterWire = z.object({
  number: z.int(),
  label: z.string(),
  state: z.enum(['open', 'break', 'closed']),
  /** R5.9: takes effect after the present visitor. */
  pending: z.enum(['break', 'closed']).nullable(),
  pause: z.object({ reason: TextSchema, until: Instant.nullable() }).nullable(),
  /** By today's shift, else by who has opened it; null where nobody is expected and nobody is there. */
  officer: z.object({ state: z.enum(presenceStates), since: Instant.nullable() }).nullable(),
  ticket: z
    .object({ id: z.string(), label: z.string(), state: z.enum(['called', 'serving']), since: Instant })
    .nullable(),
  /** Counters of the booth that could go on with its visitor now. */
  takeOver: z.array(z.int()),
})
export type BoothCounterWire = z.infer<typeof BoothCounterWire>

export const BoothTicketsAnswer = z.object({
  booth: z.object({ code, sign: z.string(), name: z.string(), floor: z.int() }),
  /** What whoever asks may do here. */
  may: z.object({ act: z.boolean(), reopen: z.boolean() }),
  counters: z.array(BoothCounterWire),
  /** Those in line first, in the order of the calls; then by state, the latest first. Of the done ones the last ten. */
  tickets: z.array(BoothTicketWire),
})
export type BoothTicketsAnswer = z.infer<typeof BoothTicketsAnswer>
