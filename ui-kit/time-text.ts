import type { Locale } from './messages/create-messages.ts'

/** An instant: epoch milliseconds, or ISO 8601 with an offset. */
export type Instant = number | string

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The hour and minute in the site's zone, with a dot in both languages: "09.42". */
export function timeText(at: Instant, timeZone: string): string {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  return clock.format(epochOf(at)).replace(':', '.')
}

/** "10.00–10.20 WITA"; the zone's abbreviation is left out where the screen already shows it. */
export function timeRangeText(from: Instant, to: Instant, timeZone: string, zoneAbbreviation?: string): string {
  const range = `${timeText(from, timeZone)}–${timeText(to, timeZone)}`
  return zoneAbbreviation ? `${range} ${zoneAbbreviation}` : range
}

/** "Selasa, 14 Juli 2026" or "Tuesday, 14 July 2026"; `short` leaves the year out. */
export function dateText(at: Instant, timeZone: string, locale: Locale, short = false): string {
  const parts = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatToParts(epochOf(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('weekday')}, ${part('day')} ${part('month')}`
  return short ? day : `${day} ${part('year')}`
}

/** A number as it is written in the language: "4,5" in Indonesian, "4.5" in English. */
export function numberText(value: number, locale: Locale, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', options).format(value)
}

/** Passing time at a counter: minutes and seconds with a dot, "4.12". */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`
}

/** Milliseconds since 1970 of an instant in either form. */
export const epochOf = (at: Instant): number => (typeof at === 'number' ? at : Date.parse(at))
