import { z } from 'zod'
import { code, TextSchema, timeOfDay } from './site-parts.ts'

/** Loudness in per cent: 100 = as recorded, 0 = nothing is heard. */
const volume = z.int().min(0).max(100)

/** At these hours of every day the zone is so loud; 0 = quiet hours: calls are on the screens only. */
const SoundHourSchema = z
  .strictObject({ from: timeOfDay, to: timeOfDay, volume })
  .refine(({ from, to }) => from < to, 'must end after it begins')

/** A loudspeaker of a zone: the browsers of its displays, or an ALSA device of the hub's own PC or of another one. */
export const SoundOutputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('displays') }),
  z.strictObject({
    kind: z.literal('alsa'),
    /** As ALSA names it, `default` or `plughw:1,0`. */
    device: z.string().regex(/^[\w:,.=+-]{1,60}$/, 'the name of an ALSA device'),
    /** The code of the device host whose sound card it is; absent = the hub's own. */
    deviceHost: code.optional(),
  }),
])
export type SoundOutput = z.infer<typeof SoundOutputSchema>

export const ZoneSoundSchema = z.strictObject({
  /** Zones of one area hear each other: they share one queue, so that never two speak at once. Absent = alone. */
  area: code.optional(),
  volume: volume.default(100),
  /** The first that holds decides. */
  hours: z.array(SoundHourSchema).max(24).default([]),
  /** All play at the same time. Absent = the displays that lend their sound. */
  outputs: z.array(SoundOutputSchema).min(1).max(6).optional(),
  /** Of several displays with sound one speaks, the longest there; `all` for a zone in which no two are within earshot. */
  displays: z.enum(['one', 'all']).default('one'),
})
export type ZoneSound = z.infer<typeof ZoneSoundSchema>

const measure = z.boolean().default(false)
const MeasuresSchema = z.strictObject({ merge: measure, shorten: measure, screenOnly: measure })
export type SoundMeasures = z.infer<typeof MeasuresSchema>

/** R5.2: what a long line of announcements may do to calls. All of it off until the site switches it on. */
export const SoundPolicySchema = z.strictObject({
  /** So many calls wait in the area, the next one included. */
  busyFrom: z.int().min(2).max(99).default(4),
  recalls: MeasuresSchema.prefault({}),
  firstCalls: MeasuresSchema.prefault({}),
})
export type SoundPolicy = z.infer<typeof SoundPolicySchema>

/** Words that staff may have spoken and shown, beside the ready ones; written once, so that nobody types in a hurry. */
export const AnnouncementTextSchema = z.strictObject({ code, text: TextSchema })

/** What holds where the building says nothing. */
export const usualSound: ZoneSound = ZoneSoundSchema.parse({})
export const usualSoundPolicy: SoundPolicy = SoundPolicySchema.parse({})
