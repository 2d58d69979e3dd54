import { timeText } from '../ui-kit/time-text.ts'

/** "9.10", "09:10", "0910" and "910" are ten past nine: minutes since midnight, or null where it is no time of day. */
export function readTime(text: string): number | null {
  const match = /^\s*(\d{1,2})\s*[.:,\s]?\s*(\d{2})\s*$/.exec(text)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** The instant (ISO 8601, UTC) of that time of the day that it is now in the building. */
export function instantOfTime(minutes: number, now: number, timeZone: string): string {
  const minuteNow = Math.floor(now / 60_000)
  const today = readTime(timeText(now, timeZone)) ?? 0
  return new Date((minuteNow - today + minutes) * 60_000).toISOString()
}
