import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { epochOf, timeText } from '../ui-kit/time-text.ts'
import { isSameDay } from './opening-hours.ts'

const dayMs = 24 * 60 * 60_000

/** When something opens, as short as it can be said: "10.00" today, "Kamis" this week, "5 Oktober" later. */
export function whenText(at: number | string, now: number, timeZone: string, locale: Locale): string {
  const instant = epochOf(at)
  if (isSameDay(instant, now, timeZone)) return timeText(instant, timeZone)
  const soon = instant > now && instant - now < 6 * dayMs
  const shape: Intl.DateTimeFormatOptions = soon ? { weekday: 'long' } : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { timeZone, ...shape }).format(instant)
}
