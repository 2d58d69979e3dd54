import type { DisplaySnapshot } from '../server/contract/live.ts'
import { isDue, mediaUrl, type WallMoment } from '../server/contract/media.ts'
import type { Weekday } from '../server/contract/site.ts'
import type { PlaylistItem } from '../server/contract/site-media.ts'
import type { Text } from '../ui-kit/messages/create-messages.ts'

/** What stands in the media field for a time. */
export type Slide =
  | { readonly key: string; readonly kind: 'text'; readonly title: Text | null; readonly text: Text; seconds: number }
  | {
      readonly key: string
      readonly kind: 'image' | 'video'
      readonly item: string
      readonly src: string
      /** For whoever does not see it. */
      readonly alt: Text | null
      readonly seconds: number
    }

const noticeSeconds = 12

/** The addresses of every file that the playlist names, shown now or later. */
export const filesOf = (playlist: readonly PlaylistItem[]): string[] => [
  ...new Set(playlist.flatMap(({ file }) => (file === undefined ? [] : [mediaUrl(file)]))),
]

/**
 * What is shown in turn at a moment: the building's notices, then the playlist in its order. A file that is not here
 * (`kept` gives its address on this screen) and an item that could not be shown are left out.
 */
export function slidesAt(
  { notices, playlist }: Pick<DisplaySnapshot, 'notices' | 'playlist'>,
  moment: WallMoment,
  kept: ReadonlyMap<string, string>,
  isBroken: (item: string) => boolean,
): Slide[] {
  const words = notices.map(
    ({ title, text }, index): Slide => ({ key: `notice ${index}`, kind: 'text', title, text, seconds: noticeSeconds }),
  )
  return [...words, ...playlist.filter((item) => isDue(item, moment)).flatMap((item) => slideOf(item, kept, isBroken))]
}

function slideOf(
  { code, kind, file, title, text, seconds }: PlaylistItem,
  kept: ReadonlyMap<string, string>,
  isBroken: (item: string) => boolean,
): Slide[] {
  if (kind === 'text') return text ? [{ key: code, kind, title: title ?? null, text, seconds }] : []
  const src = file === undefined ? undefined : kept.get(mediaUrl(file))
  return src === undefined || isBroken(code) ? [] : [{ key: code, kind, item: code, src, alt: title ?? null, seconds }]
}

/** The announcements of the playlist in the form of the building's notices, for a layout without a media field. */
export const wordsAt = (
  { notices, playlist }: Pick<DisplaySnapshot, 'notices' | 'playlist'>,
  moment: WallMoment,
): DisplaySnapshot['notices'] => [
  ...notices,
  ...playlist.flatMap((item) =>
    item.kind === 'text' && item.text && isDue(item, moment)
      ? [{ title: item.title ?? item.text, text: item.title ? item.text : { id: '', en: '' } }]
      : [],
  ),
]

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of the building at an instant (epoch ms). */
export function wallMoment(at: number, timeZone: string): WallMoment {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const figures = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, ...figures, hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  const parts = clock.formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    (parts.find((each) => each.type === type)?.value ?? '').padStart(2, '0')
  const date = `${part('year')}-${part('month')}-${part('day')}`
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'mon'
  // Browsers before Chromium 80 write midnight as 24 whatever they are asked.
  return { date, time: `${part('hour').replace('24', '00')}:${part('minute')}`, weekday }
}
