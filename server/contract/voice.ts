import { z } from 'zod'
import { plain } from './api.ts'

export { VoiceCodeSchema } from './site-parts.ts'

/** The wire of the voices: packs of recorded words, and the recording of one's own. */

export const ClipNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,89}$/, 'small letters, digits and hyphens')
export const LanguageSchema = z.enum(['id', 'en'])

export const wordGroups = ['phrases', 'numbers', 'letters', 'notices', 'agencies'] as const
export type WordGroup = (typeof wordGroups)[number]

/** What a speaker is asked to say. `spoken`: how it is read aloud, where that is not as it is written. */
export const ListedWordSchema = z.strictObject({
  language: LanguageSchema,
  clip: z.string(),
  text: z.string(),
  group: z.enum(wordGroups),
  spoken: z.string().optional(),
})
export type ListedWord = z.infer<typeof ListedWordSchema>

/** A clip's name in states and lists. */
export const wordKey = ({ language, clip }: Pick<ListedWord, 'language' | 'clip'>): string => `${language}/${clip}`

export const VoicePackSchema = z.strictObject({
  code: z.string(),
  /** Of the pack, never of the person whose voice it is. */
  title: z.string(),
  /** Words of this building that it has, and those that it needs, by language. */
  has: z.strictObject({ id: z.int(), en: z.int() }),
  needs: z.strictObject({ id: z.int(), en: z.int() }),
  isInForce: z.boolean(),
})
export type VoicePack = z.infer<typeof VoicePackSchema>

export const VoicesAnswerSchema = z.strictObject({
  packs: z.array(VoicePackSchema),
  /** The pack that the building names; null = the voice that came with the program. It may name one that is not there. */
  inForce: z.string().nullable(),
  /** Whether this person may make a pack the building's voice. */
  mayInstall: z.boolean(),
})
export type VoicesAnswer = z.infer<typeof VoicesAnswerSchema>

export const VoiceAnswerSchema = z.strictObject({
  pack: VoicePackSchema,
  words: z.array(
    ListedWordSchema.extend({
      state: z.enum(['recorded', 'missing', 'unreadable']),
    }),
  ),
})
export type VoiceAnswer = z.infer<typeof VoiceAnswerSchema>
export type VoiceWord = VoiceAnswer['words'][number]

export const CreateVoiceSchema = z.strictObject({ title: plain(60) })
export const CreatedVoiceSchema = z.strictObject({ pack: VoicePackSchema })

/** A WAV of at most 1 MB, written in base64. */
const wavLettersAtMost = Math.ceil((1024 * 1024) / 3) * 4
export const TakeSchema = z.strictObject({
  language: LanguageSchema,
  clip: ClipNameSchema,
  wav: z
    .string()
    .min(1)
    .max(wavLettersAtMost)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'a WAV file in base64'),
  /** From a file that somebody has cut before: its ends need not be quiet. */
  fromFile: z.boolean().default(false),
})
export type TakeWish = z.infer<typeof TakeSchema>

/** What can be wrong with a recorded word, the first thing to mend first. */
export const takeProblems = [
  'unreadable',
  'silent',
  'clipped',
  'too-quiet',
  'too-noisy',
  'cut-start',
  'cut-end',
  'too-short',
  'too-long',
] as const
export type TakeProblem = (typeof takeProblems)[number]

export const TakeAnswerSchema = z.strictObject({
  /** False: it has a problem, and what was recorded before stands. */
  isKept: z.boolean(),
  problems: z.array(z.enum(takeProblems)),
  /** Of the clip, ms; 0 where there is none. */
  durationMs: z.int(),
})
export type TakeAnswer = z.infer<typeof TakeAnswerSchema>

/** `pack.json` in a pack's folder. */
export const PackFileSchema = z.object({
  format: z.literal('antrean-voice'),
  version: z.literal(1),
  title: plain(60),
})
