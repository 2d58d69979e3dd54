import type { Catalogue } from '../contract/catalogue.ts'
import type { Text, Weekly } from '../contract/site.ts'
import { addDays, instantOf, wallClockAt, weekdayOf } from './zone-time.ts'

export type ScheduleTarget = { service: string } | { booth: string }

/** Epoch ms; `from` is inside, `to` is not. */
export type OpenHours = { from: number; to: number }

export type ClosedReason =
  /** Its first day has not come (R6.1). */
  | 'opening-date'
  | 'holiday'
  /** It does not open on this day of the week. */
  | 'weekly'
  /** Today, later. */
  | 'not-yet'
  /** Between two intervals of today. */
  | 'break'
  /** Its last interval of today has passed. */
  | 'over'

export type Opening =
  | { open: true; closesAt: number }
  | {
      open: false
      reason: ClosedReason
      /** Missing when it opens on none of the 60 days that follow today or its opening date. */
      opensAt?: number
      /** The day on which it serves first, with reason `opening-date`. */
      opensOn?: string
      /** With reason `holiday`. */
      holiday?: Text
    }

const searchDays = 60

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * Whether a booth or a service is open at an instant, by its opening date, the holidays and its weekly hours.
 * Pauses, breaks of counters, quotas and cut-offs are not calendar matters and are judged elsewhere (R6.1).
 * @param at epoch ms
 * @throws RangeError for a booth or service that the building does not have
 */
export function opening(catalogue: Catalogue, target: ScheduleTarget, at: number): Opening {
  const today = wallClockAt(at, catalogue.site.site.timeZone).date
  const hours = hoursOn(catalogue, target, today)
  const current = hours.find(({ from, to }) => from <= at && at < to)
  if (current) return { open: true, closesAt: current.to }

  const opensOn = firstDayOf(catalogue, target)
  const next = nextOpening(catalogue, target, at, opensOn !== null && opensOn > today ? opensOn : today)
  const opensAt = next === null ? {} : { opensAt: next }
  if (opensOn !== null && today < opensOn) return { open: false, reason: 'opening-date', opensOn, ...opensAt }
  const holiday = catalogue.site.holidays.find(({ date }) => date === today)
  if (holiday) return { open: false, reason: 'holiday', holiday: holiday.name, ...opensAt }
  const later = hours.some(({ from }) => from > at)
  const earlier = hours.some(({ to }) => to <= at)
  const reason = later ? (earlier ? 'break' : 'not-yet') : earlier ? 'over' : 'weekly'
  return { open: false, reason, ...opensAt }
}

/**
 * The hours of one day (a date as 2026-08-17 in the site's zone), in order; none when it is closed all day.
 * Of the weekly hours of service, booth and site, the narrowest that is given holds alone.
 */
export function hoursOn(catalogue: Catalogue, target: ScheduleTarget, date: string): readonly OpenHours[] {
  const { site, holidays } = catalogue.site
  const opensOn = firstDayOf(catalogue, target)
  if (opensOn !== null && date < opensOn) return []
  if (holidays.some((holiday) => holiday.date === date)) return []
  const weekday = weekdays[weekdayOf(date)]
  const intervals = (weekday && weeklyOf(catalogue, target)[weekday]) ?? []
  return intervals.map(({ from, to }) => ({
    from: instantOf(date, from, site.timeZone),
    to: instantOf(date, to, site.timeZone),
  }))
}

function nextOpening(catalogue: Catalogue, target: ScheduleTarget, after: number, firstDate: string): number | null {
  for (let count = 0; count <= searchDays; count++) {
    const next = hoursOn(catalogue, target, addDays(firstDate, count)).find(({ from }) => from > after)
    if (next) return next.from
  }
  return null
}

function weeklyOf(catalogue: Catalogue, target: ScheduleTarget): Weekly {
  const { booth, service } = partsOf(catalogue, target)
  return service?.schedule ?? booth.schedule ?? catalogue.site.site.hours
}

/** A service begins no earlier than its booth; `null` when both always have. */
function firstDayOf(catalogue: Catalogue, target: ScheduleTarget): string | null {
  const { booth, service } = partsOf(catalogue, target)
  const dates = [booth.opens, service?.opens].filter((date) => date !== undefined)
  return dates.sort().at(-1) ?? null
}

function partsOf(catalogue: Catalogue, target: ScheduleTarget) {
  if ('service' in target) {
    return { booth: catalogue.boothOfService(target.service), service: catalogue.services.get(target.service) }
  }
  const booth = catalogue.booths.get(target.booth)
  if (!booth) throw new RangeError(`no booth ${target.booth} in this building`)
  return { booth, service: undefined }
}
