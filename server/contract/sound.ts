import { z } from 'zod'
import { LoudspeakerViewSchema } from './devices.ts'
import { code, TextSchema } from './site-parts.ts'
import { AnnouncementTextSchema } from './site-sound.ts'

/** The wire of the hall's sound. Instants are epoch ms of the hall's clock. */

const zone = z.string().min(1).max(20)
/** Absent = every zone of the building. */
const zones = z.array(zone).min(1).max(50).optional()

/** What staff have spoken and shown: ready words without anything personal in them, or a text of the building's own. */
export const announcementKinds = ['closing', 'disruption', 'lost-child', 'evacuation', 'text'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

export const AnnounceBody = z.strictObject({
  kind: z.enum(announcementKinds),
  /** Of `closing`. */
  minutes: z.int().min(1).max(180).default(15),
  /** Of `lost-child`: where the information desk is; absent = not said. */
  floor: z.int().min(0).max(99).optional(),
  /** Of `text`: which of the building's announcements. */
  code: code.optional(),
  zones,
})
export type AnnounceWish = z.infer<typeof AnnounceBody>

/** `minutes` absent = until somebody resumes. A pause holds for the whole area of each zone. */
export const PauseSoundBody = z.strictObject({ minutes: z.int().min(1).max(240).optional(), zones })
export const ResumeSoundBody = z.strictObject({ zones })
export const TestSoundBody = z.strictObject({ zone })

export const SaidSchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  kind: z.enum([...announcementKinds, 'test']),
  text: TextSchema,
  /** It stands on the displays of its zones. */
  isShown: z.boolean(),
  zones: z.array(
    z.strictObject({
      zone: z.string(),
      state: z.enum(['waiting', 'spoken', 'screen-only', 'dropped', 'failed']),
      reason: z.string().nullable(),
    }),
  ),
})
/** An announcement that somebody asked for, and what became of it in each zone. */
export type Said = z.infer<typeof SaidSchema>
export const SaidAnswer = z.strictObject({ announcement: SaidSchema })

export const FateSchema = z.strictObject({
  /** Journal number of the call. */
  callSeq: z.int(),
  zone: z.string(),
  label: z.string(),
  /** Which call of its number; 0 where that was not kept. */
  call: z.int(),
  state: z.enum(['spoken', 'shortened', 'merged', 'screen-only', 'dropped', 'failed']),
  reason: z.string().nullable(),
  /** The call that it was merged into. */
  into: z.int().nullable(),
  endedAt: z.int(),
})
/** How a call ended at the loudspeakers. */
export type Fate = z.infer<typeof FateSchema>
export const FatesAnswer = z.strictObject({ fates: z.array(FateSchema) })

export const SoundZoneSchema = z.strictObject({
  zone: z.string(),
  name: TextSchema,
  floor: z.int(),
  /** Zones of one area hear each other and share one queue. */
  area: z.string(),
  /** Now, per cent; 0 = quiet hours. */
  volume: z.int(),
  pause: z.strictObject({ since: z.int(), until: z.int().nullable() }).nullable(),
  /** `label` of the numbers in a call's sentence; empty in announcements, whose `kind` says what it is. */
  speaking: z.strictObject({ label: z.string(), kind: z.string() }).nullable(),
  /** Announcements that wait for this zone. */
  waiting: z.int(),
  loudspeakers: z.array(LoudspeakerViewSchema),
})
export type SoundZone = z.infer<typeof SoundZoneSchema>

export const SoundAnswer = z.strictObject({
  now: z.int(),
  zones: z.array(SoundZoneSchema),
  /** The building's own texts. */
  texts: z.array(AnnouncementTextSchema),
  /** Latest first. */
  said: z.array(SaidSchema),
  /** The latest calls, latest first. */
  fates: z.array(FateSchema),
})
export type SoundReading = z.infer<typeof SoundAnswer>
