import type { Weekday } from './site-parts.ts'

// No schema here: the displays load this, and a schema brings its library along.

/** `calls`: the latest calls, notices, who waits. `list`: many numbers and nothing else, for a room without counters. */
export const layouts = ['calls', 'calls-and-media', 'media', 'list'] as const
export type Layout = (typeof layouts)[number]

export const mediaKinds = ['image', 'video', 'text'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** Which endings a file of the shelf has: by its content, not by what it was called. */
export const mediaEndings = { image: ['png', 'jpg', 'webp'], video: ['mp4', 'webm'] } as const
export type MediaEnding = (typeof mediaEndings)[keyof typeof mediaEndings][number]
const mediaPath = '/media'
/** Where a file of the shelf is fetched. */
export const mediaUrl = (name: string): string => `${mediaPath}/${name}`

export function kindOfFile(name: string): Exclude<MediaKind, 'text'> {
  const ending = name.split('.').pop() ?? ''
  return (mediaEndings.video as readonly string[]).includes(ending) ? 'video' : 'image'
}

/** A moment on the wall clock of the building. */
export interface WallMoment {
  /** As 2026-07-14. */
  readonly date: string
  /** As 09:42. */
  readonly time: string
  readonly weekday: Weekday
}

/** When an item is shown; what is left out holds always. */
export interface MediaSchedule {
  readonly days?: readonly Weekday[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly hours?: { from: string; to: string } | undefined
}

/** Whether the schedule of an item holds at a moment; its hours end before their last minute begins. */
export function isDue({ days, from, to, hours }: MediaSchedule, { date, time, weekday }: WallMoment): boolean {
  return (
    (days === undefined || days.includes(weekday)) &&
    (from === undefined || from <= date) &&
    (to === undefined || date <= to) &&
    (hours === undefined || (hours.from <= time && time < hours.to))
  )
}
