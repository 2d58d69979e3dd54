import type { SitePackage } from '../server/contract/site.ts'

type Hours = SitePackage['site']['hours']
export type Day = keyof Hours & string

const weekdays: Readonly<Record<string, Day>> = {
  Mon: 'mon',
  Tue: 'tue',
  Wed: 'wed',
  Thu: 'thu',
  Fri: 'fri',
  Sat: 'sat',
  Sun: 'sun',
}

/** The building's hours of the day in which `now` (epoch ms) falls, as "08.00" pairs; none on a closed day. */
export function hoursToday(hours: Hours, now: number, timeZone: string): readonly { from: string; to: string }[] {
  const day = weekdays[new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(now)]
  return ((day && hours[day]) ?? []).map(({ from, to }) => ({ from: from.replace(':', '.'), to: to.replace(':', '.') }))
}

/** R2.5: the date of an instant (epoch ms) in the zone, as `2026-07-14`. */
export const serviceDayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

/** Whether two instants (epoch ms) are one day in the zone. */
export const isSameDay = (a: number, b: number, timeZone: string): boolean =>
  serviceDayOf(a, timeZone) === serviceDayOf(b, timeZone)
