import { z } from 'zod'
import { kindOfFile, mediaEndings, mediaKinds } from './media.ts'
import { code, DateSchema, IntervalSchema, TextSchema, weekdays } from './site-parts.ts'

/** Named by what is in it, so that a name never means another picture. */
export const MediaNameSchema = z
  .string()
  .regex(/^[a-f0-9]{32}\.(png|jpg|webp|mp4|webm)$/, 'the name of a file on the media shelf')

/** One thing that displays show between the calls, and when. What is left out of the schedule holds always. */
export const PlaylistItemSchema = z
  .strictObject({
    code,
    kind: z.enum(mediaKinds),
    /** Of an image or a video. */
    file: MediaNameSchema.optional(),
    /** Of a text: its heading. Of the others: what is to be seen, for whoever does not see it. */
    title: TextSchema.optional(),
    text: TextSchema.optional(),
    /** A video ends by itself, or after this. */
    seconds: z.int().min(4).max(900).default(12),
    zones: z.array(code).min(1).optional(),
    days: z.array(z.enum(weekdays)).min(1).optional(),
    from: DateSchema.optional(),
    to: DateSchema.optional(),
    hours: IntervalSchema.optional(),
  })
  .superRefine((item, { addIssue }) => {
    const missing = (part: string) =>
      addIssue({ code: 'invalid_type', expected: 'string', path: [part], input: undefined })
    if (item.kind === 'text' && !item.text) missing('text')
    if (item.kind !== 'text' && !item.file) missing('file')
    if (item.kind !== 'text' && item.file && kindOfFile(item.file) !== item.kind)
      addIssue({ code: 'invalid_value', values: [...mediaEndings[item.kind]], path: ['file'], input: item.file })
    if (item.from !== undefined && item.to !== undefined && item.to < item.from)
      addIssue({ code: 'custom', message: 'must end on or after its first day', path: ['to'], input: item.to })
  })
export type PlaylistItem = z.infer<typeof PlaylistItemSchema>

/** One file on the shelf, as the console lists it. */
export const MediaFileSchema = z.strictObject({
  name: MediaNameSchema,
  kind: z.enum(['image', 'video']),
  /** What it was called where it came from. */
  title: z.string(),
  bytes: z.int(),
  /** Epoch ms of real time. */
  addedAt: z.int(),
})
export type MediaFile = z.infer<typeof MediaFileSchema>

/** GET /api/media */
export const MediaAnswerSchema = z.strictObject({
  files: z.array(MediaFileSchema),
  bytesAtMost: z.strictObject({ image: z.int(), video: z.int(), shelf: z.int() }),
  /** Items that are left out, by code: no such file on the shelf, or a display of the zone could not show it. */
  failing: z.array(
    z.strictObject({ item: z.string(), zone: z.string().nullable(), why: z.enum(['no-file', 'not-shown']) }),
  ),
})
export type MediaAnswer = z.infer<typeof MediaAnswerSchema>

/** What a display tells of an item: that it stands, or that it cannot be shown. */
export const MediaReportSchema = z.strictObject({ item: code, isShown: z.boolean() })
export type MediaReport = z.infer<typeof MediaReportSchema>
