import { z } from 'zod'
import { Instant, plain } from './api.ts'
import { DateSchema, type Weekday, weekdays } from './site.ts'

/** The people at the counters and when they are there. Names are kept beside the journal and can be taken away. */

export const officerRoles = ['officer', 'information', 'agency-admin', 'supervisor', 'manager'] as const

export interface Officer {
  /** The pseudonym. */
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly role: (typeof officerRoles)[number]
  /** One who is not gets no new shifts, and is not expected anywhere. */
  readonly active: boolean
}

/** Who is to be at which counter: on these weekdays from a date to a date (null = for good), between two times of day. */
export interface Shift {
  readonly id: string
  readonly officer: string
  readonly counter: number
  readonly days: readonly Weekday[]
  readonly from: string
  readonly to: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** Before a shift, at its counter, not (yet) there, gone before it ended. */
export const presenceStates = ['expected', 'present', 'absent', 'left'] as const
export interface Presence {
  readonly state: (typeof presenceStates)[number]
  /** Epoch ms. */
  readonly since: number
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as 08:00')
const id = z.string().regex(/^[\w-]{1,40}$/, 'must be an id')

export const OfficerBody = z.strictObject({
  name: plain(80),
  agency: plain(40),
  role: z.enum(officerRoles),
  active: z.boolean().optional(),
})
export type OfficerBody = z.infer<typeof OfficerBody>
export const OfficerWire = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string(),
  role: z.enum(officerRoles),
  active: z.boolean(),
})
export const OfficersAnswer = z.object({ officers: z.array(OfficerWire) })
export type OfficersAnswer = z.infer<typeof OfficersAnswer>
export const OfficerAnswer = z.object({ officer: OfficerWire })
export type OfficerAnswer = z.infer<typeof OfficerAnswer>
export const ForgottenAnswer = z.object({ forgotten: z.string() })

/** With an `id` it replaces that shift. */
export const ShiftBody = z.strictObject({
  id: id.optional(),
  officer: id,
  counter: z.int().min(1).max(9999),
  days: z.array(z.enum(weekdays)).min(1).max(7),
  from: time,
  to: time,
  validFrom: DateSchema,
  validTo: DateSchema.nullish(),
})
export type ShiftBody = z.infer<typeof ShiftBody>
export const ShiftWire = z.object({
  id: z.string(),
  officer: z.string(),
  counter: z.int(),
  days: z.array(z.enum(weekdays)),
  from: z.string(),
  to: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})
export const RosterQuery = z.strictObject({ day: DateSchema.optional(), to: DateSchema.optional() })
export const RosterAnswer = z.object({
  day: z.iso.date(),
  /** The last day that was asked for. */
  to: z.iso.date(),
  shifts: z.array(
    ShiftWire.extend({
      /** Of a shift of today that is not over yet. */
      presence: z.object({ state: z.enum(presenceStates), since: Instant }).nullable(),
    }),
  ),
})
export type RosterAnswer = z.infer<typeof RosterAnswer>
export const ShiftAnswer = z.object({ shift: ShiftWire })
export type ShiftAnswer = z.infer<typeof ShiftAnswer>
