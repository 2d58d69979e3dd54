import { z } from 'zod'

/** Small parts of a site package that several of its files name. */

/** A text for people in both languages of the building. */
export const TextSchema = z.strictObject({ id: z.string().min(1).max(400), en: z.string().min(1).max(400) })
export type Text = z.infer<typeof TextSchema>

export const code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'capital letters, digits and hyphens, at most 20')
/** Of a pack of recorded words, and of its folder. */
export const VoiceCodeSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'small letters, digits and hyphens')
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day as 08:00')

export const yearsTold = 'must be in the years 1900 to 2999'
/** Years that people plan in: every calendar can tell what comes before and after them. What is no date has been told already. */
const isNear = (written: string): boolean => !/^\d{4}-/.test(written) || /^(19|2\d)/.test(written)
export const DateSchema = z.iso.date().refine(isNear, yearsTold)
export const InstantSchema = z.iso.datetime({ offset: true }).refine(isNear, yearsTold)

export const IntervalSchema = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine((interval) => interval.from < interval.to, 'must end after it begins')

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]
