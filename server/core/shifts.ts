import type { Shift } from '../contract/roster.ts'
import { weekdays } from '../contract/site.ts'
import { addDays, weekdayOf } from './zone-time.ts'

/** Whether the shift is worked on a date (2026-07-14). */
export function isOnDay({ days, validFrom, validTo }: Shift, date: string): boolean {
  const weekday = weekdays[weekdayOf(date)]
  return weekday !== undefined && days.includes(weekday) && validFrom <= date && (validTo === null || date <= validTo)
}

/** Whether it is worked on some day from the one date to the other. After a week the weekdays come again. */
export function isBetween(shift: Shift, from: string, to: string): boolean {
  const first = from > shift.validFrom ? from : shift.validFrom
  for (let day = 0; day < 7; day++) {
    const date = addDays(first, day)
    if (date > to) return false
    if (isOnDay(shift, date)) return true
  }
  return false
}

/** Whether both are worked at one moment. One that begins when the other ends does not clash with it. */
export function isClash(one: Shift, other: Shift): boolean {
  if (one.to <= other.from || other.to <= one.from) return false
  const days = one.days.filter((day) => other.days.includes(day))
  const from = one.validFrom > other.validFrom ? one.validFrom : other.validFrom
  return days.length > 0 && isBetween({ ...one, days }, from, earlier(one.validTo, other.validTo) ?? addDays(from, 6))
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other
