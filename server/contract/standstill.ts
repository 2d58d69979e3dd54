import { z } from 'zod'
import { Instant, TicketWire } from './api.ts'
import { printFates } from './desk.ts'
import { DateSchema, TextSchema } from './site.ts'

/** What stops the whole building or a part of it, and calls for help: over HTTP and on the screens. */

export const pauseReasons = ['ceremony', 'fire-drill', 'power', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** A central system that is down, with the booths it stops. */
export interface DownSystem {
  readonly code: string
  readonly name: string
  readonly since: number
  readonly booths: readonly { readonly code: string; readonly sign: string; readonly name: string }[]
  readonly services: readonly string[]
}

/** So long before the end of the day everybody is told, in ms. */
export const closingNoticeMs = 15 * 60_000

/** What stands still, as far as a screen is concerned. `until` is a promise that has not passed. */
export interface Standstill {
  readonly pause: { readonly reason: string; readonly since: number; readonly until: number | null } | null
  readonly closed: boolean
  readonly systems: readonly DownSystem[]
}

/** A call for help that is still open, for those who may answer it. `mine`: this screen's own counter asked. */
export interface HelpView {
  readonly id: string
  readonly kind: 'supervisor' | 'emergency'
  readonly at: number
  readonly counter: number
  readonly label: string
  readonly sign: string
  readonly booth: string
  readonly floor: number
  /** How many people have answered. */
  readonly answers: number
  /** Pseudonyms of those who have. */
  readonly by: readonly string[]
}

// HTTP ---------------------------------------------------------------------------------------------------------------

const code = z.string()
const Count = z.int().min(0)

export const PauseBody = z.strictObject({ reason: z.enum(pauseReasons), until: Instant.optional() })
export const PauseAnswer = z.object({
  pause: z.object({ reason: z.string(), since: Instant, until: Instant.nullable() }).nullable(),
})

export const SystemBody = z.strictObject({ down: z.boolean() })
export const SystemWire = z.object({
  code,
  name: z.string(),
  down: z.boolean(),
  /** Since when it has been down; null while it works. */
  since: Instant.nullable(),
  /** Minutes out of order today so far. */
  downMinutes: Count,
  services: z.array(z.object({ code, name: TextSchema, booth: code })),
  /** People who wait for one of them. */
  waiting: Count,
})
export type SystemWire = z.infer<typeof SystemWire>
export const SystemAnswer = z.object({ system: SystemWire })
export const SystemsAnswer = z.object({ systems: z.array(SystemWire) })

const Moved = z.object({ code: z.string(), service: code, slotAt: Instant })
export const AnotherDayBody = z.strictObject({ date: DateSchema.optional() }).optional()
export const AnotherDayAnswer = z.object({ ticket: TicketWire, booking: Moved })
export const AllAnotherDayAnswer = z.object({
  moved: z.array(z.object({ label: z.string(), slotAt: Instant })),
  /** No day could be found for these, or they were called meanwhile. */
  left: z.array(z.string()),
})

export const TransferAllBody = z.strictObject({ service: z.string().min(1).max(40) })
export const TransferAllAnswer = z.object({
  /** Labels, in the order of the line. */
  moved: z.array(z.string()),
  /** These were called or left meanwhile. */
  left: z.array(z.string()),
})

export const CloseDayBody = z.strictObject({ confirm: z.boolean().optional() }).optional()
const LeftWire = z.object({
  label: z.string(),
  service: code,
  booth: code,
  state: z.string(),
  since: Instant.nullable(),
  counter: z.int().nullable(),
})
export const ClosingAnswer = z.object({
  closed: z.boolean(),
  /** Everybody who has not been served to the end. */
  left: z.array(LeftWire),
  openCounters: z.array(z.object({ number: z.int(), label: z.string(), booth: code, state: z.string() })),
  systemsDown: z.array(z.object({ code, name: z.string() })),
})
export type ClosingAnswer = z.infer<typeof ClosingAnswer>

const DayFigures = z.object({
  issued: Count,
  served: Count,
  noShow: Count,
  expired: Count,
  cancelled: Count,
  void: Count,
  /** Waits until the first call, in whole minutes; null before the first. */
  medianWait: Count.nullable(),
  p90Wait: Count.nullable(),
})
export type DayFigures = z.infer<typeof DayFigures>
export const SummaryWire = z.object({
  day: z.iso.date().nullable(),
  closed: z.boolean(),
  total: DayFigures,
  agencies: z.array(DayFigures.extend({ code, name: z.string() })),
  /** Numbers that the end of the day took back. */
  expired: z.array(z.string()),
  systems: z.array(z.object({ code, name: z.string(), downMinutes: Count })),
})
export type SummaryWire = z.infer<typeof SummaryWire>
export const SummaryAnswer = z.object({ summary: SummaryWire })
export const PrintSummaryBody = z.strictObject({ kiosk: z.string().min(1).max(40) })
export const PrintSummaryAnswer = z.object({ print: z.enum(printFates) })

export const HelpBody = z.strictObject({ kind: z.enum(['supervisor', 'emergency']) })
export const HelpWire = z.object({
  id: z.string(),
  kind: z.enum(['supervisor', 'emergency']),
  counter: z.int(),
  label: z.string(),
  sign: z.string(),
  booth: code,
  floor: z.int(),
  at: Instant,
  acknowledged: z.array(z.object({ by: z.string(), at: Instant })),
  endedAt: Instant.nullable(),
})
export type HelpWire = z.infer<typeof HelpWire>
export const HelpAnswer = z.object({ help: HelpWire })
export const HelpsAnswer = z.object({ help: z.array(HelpWire) })
