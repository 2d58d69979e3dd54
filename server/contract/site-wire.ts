import { z } from 'zod'
import { roles } from './hall.ts'
import { DateSchema, SitePackageSchema, TextSchema } from './site.ts'
import { type EntryKind, entryKeys } from './site-change.ts'

/** The wire of changing the building: parses requests, types the console and becomes the OpenAPI document. */

const Instant = z.iso.datetime({ offset: true })
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control bytes are what this refuses
    .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'must not contain control characters')

/** Bytes: a package of a large building, with room to spare. */
export const packageBytesAtMost = 1024 * 1024

const changeKinds = [...(Object.keys(entryKeys) as EntryKind[]), 'site'] as const
export const SiteChangeWire = z.strictObject({
  kind: z.enum(changeKinds),
  /** Code, number, level or date of the entry; for `site` the name of a setting. */
  code: z.string().min(1).max(40),
  /** What its author saw; null for a new entry. */
  before: z.unknown(),
  /** What it shall be; null takes it away. */
  after: z.unknown(),
  /** Where in its list a new entry stands, from 0; absent: last. */
  at: z.int().min(0).max(9999).optional(),
})
const Changes = z.array(SiteChangeWire).min(1).max(1000)

export const ChangeBody = z.strictObject({
  changes: Changes,
  /** People who wait are told of, and left as they are. */
  confirm: z.boolean().optional(),
  note: words(200).optional(),
  /** Absent: now. */
  effective: DateSchema.optional(),
})
export const PreviewBody = z.strictObject({ changes: Changes, effective: DateSchema.optional() })
export const UndoBody = z.strictObject({ confirm: z.boolean().optional() }).optional()
export const PackageBody = z.strictObject({
  /** The text of the package: a site, or `antrean-holidays` alone. */
  package: z
    .string()
    .min(1)
    .max(packageBytesAtMost)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control bytes are what this refuses
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/, 'must not contain control characters'),
  confirm: z.boolean().optional(),
})
export const PackagePreviewBody = PackageBody.omit({ confirm: true })

export const SiteAnswer = z.object({
  /** Journal number of the event that made the building as it is. */
  version: z.int(),
  site: SitePackageSchema,
  /** What this person may change: everything, or what is their agency's. */
  editable: z.object({ all: z.boolean(), agency: z.string().nullable() }),
})
export type SiteAnswer = z.infer<typeof SiteAnswer>

export const MistakeWire = z.object({
  rule: z.string(),
  /** As `services[12].booth`. */
  path: z.string(),
  code: z.string().optional(),
  message: TextSchema,
})
export type MistakeWire = z.infer<typeof MistakeWire>
export const PlacedMistakeWire = MistakeWire.extend({ line: z.int(), column: z.int() })

export const DifferenceWire = z.object({
  kind: z.enum(changeKinds),
  code: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  parts: z.array(z.string()),
})

/** Whom a change touches today: people in the lines of what it changes, and counters, booths and services by name. */
export const AffectedWire = z.object({
  waiting: z.int(),
  serving: z.int(),
  held: z.int(),
  counters: z.array(z.int()),
  booths: z.array(z.string()),
  services: z.array(z.string()),
  /** Reserved from today on. */
  bookings: z.int(),
})
export type AffectedWire = z.infer<typeof AffectedWire>

export const ConflictWire = z.object({
  kind: z.enum(changeKinds),
  code: z.string(),
  by: z.string(),
  at: Instant,
  before: z.unknown(),
  now: z.unknown(),
})

export const PreviewAnswer = z.object({
  mistakes: z.array(MistakeWire),
  affected: AffectedWire,
  differences: z.array(DifferenceWire),
  conflicts: z.array(ConflictWire),
  /** People wait where the change closes: it takes effect with `confirm` only. */
  needsConfirm: z.boolean(),
})
export type PreviewAnswer = z.infer<typeof PreviewAnswer>

export const ChangeAnswer = z.object({
  version: z.int(),
  applied: z.literal(true).optional(),
  plan: z.object({ id: z.string(), effective: z.iso.date() }).optional(),
})
export type ChangeAnswer = z.infer<typeof ChangeAnswer>

export const HistoryAnswer = z.object({
  /** Latest first. */
  entries: z.array(
    z.object({
      seq: z.int(),
      at: Instant,
      /** A pseudonym. */
      by: z.string(),
      role: z.enum(roles),
      note: z.string().nullable(),
      changes: z.array(SiteChangeWire),
      /** The entry that this one took back. */
      undoes: z.int().nullable(),
      canUndo: z.boolean(),
    }),
  ),
})
export type HistoryAnswer = z.infer<typeof HistoryAnswer>
export const VersionAnswer = z.object({ version: z.int() })

export const PlanWire = z.object({
  id: z.string(),
  effective: z.iso.date(),
  createdAt: Instant,
  by: z.string(),
  role: z.enum(roles),
  note: z.string().nullable(),
  changes: z.array(SiteChangeWire),
  state: z.enum(['planned', 'done', 'withdrawn', 'failed']),
  /** Why it failed: the name of a refusal, or the first mistake. */
  trouble: z.string().nullable(),
})
export type PlanWire = z.infer<typeof PlanWire>
export const PlansAnswer = z.object({ plans: z.array(PlanWire) })
export const PlanAnswer = z.object({ plan: PlanWire })

export const PackagePreviewAnswer = z.object({
  mistakes: z.array(PlacedMistakeWire),
  differences: z.array(DifferenceWire),
  affected: AffectedWire,
  needsConfirm: z.boolean(),
})
export type PackagePreviewAnswer = z.infer<typeof PackagePreviewAnswer>
export const ImportAnswer = z.object({ version: z.int(), differences: z.array(DifferenceWire) })

/** R6.1: what a booth still lacks before its first day. */
export const readinessChecks = ['network', 'printer', 'officer', 'services', 'requirements', 'hours'] as const
export const ReadinessAnswer = z.object({
  booths: z.array(
    z.object({
      booth: z.string(),
      opens: z.iso.date().nullable(),
      checks: z.array(
        z.object({
          name: z.enum(readinessChecks),
          done: z.boolean(),
          since: z.iso.date().optional(),
          detail: TextSchema,
        }),
      ),
      state: z.enum(['open', 'ready', 'soon', 'not-ready']),
    }),
  ),
})
export type ReadinessAnswer = z.infer<typeof ReadinessAnswer>
