import type { Catalogue } from '../contract/catalogue.ts'
import { type DatedException, type Service, type Text, type Weekly, weekdays } from '../contract/site.ts'
import { addDays, dateAt, instantOf, weekdayOf } from './zone-time.ts'

export type ScheduleTarget = { service: string } | { booth: string }

/** Epoch ms; `from` is inside, `to` is not. A session of a service says how many applications it takes. */
export type OpenHours = { from: number; to: number; quota?: number }

export type ClosedReason =
  /** Its first day has not come (R6.1). */
  | 'opening-date'
  /** A dated exception closes it all day. */
  | 'exception'
  | 'holiday'
  /** It does not open on this day of the week. */
  | 'weekly'
  /** Today, later. */
  | 'not-yet'
  /** Between two intervals of today. */
  | 'break'
  /** Its last interval of today has passed. */
  | 'over'

/** One date of a booth or a service: its hours in order, none when it is closed all day, and what made them so. */
export interface CalendarDay {
  readonly date: string
  readonly by: 'opening-date' | 'exception' | 'holiday' | 'weekly'
  /** Of the exception or the holiday. */
  readonly name: Text | null
  readonly hours: readonly OpenHours[]
  /** The day on which it serves first, while that has not come. */
  readonly opensOn: string | null
}

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
      /** The dated exception that made today's hours. */
      exception?: Text
    }

const searchDays = 60

/**
 * Whether a booth or a service is open at an instant, by its opening date, the dated exceptions, the holidays and its
 * weekly hours. Pauses, breaks of counters, quotas and cut-offs are not calendar matters and are judged elsewhere (R6.1).
 * @param at epoch ms
 * @throws RangeError for a booth or service that the building does not have
 */
export function opening(catalogue: Catalogue, target: ScheduleTarget, at: number): Opening {
  const day = dayOf(catalogue, target, dateAt(at, catalogue.site.site.timeZone))
  const current = day.hours.find(({ from, to }) => from <= at && at < to)
  if (current) return { open: true, closesAt: current.to }
  const next = nextOpening(catalogue, target, at)
  return {
    open: false,
    reason: closedReason(day, at),
    ...(next === null ? {} : { opensAt: next }),
    ...(day.opensOn === null ? {} : { opensOn: day.opensOn }),
    ...(day.by === 'holiday' && day.name ? { holiday: day.name } : {}),
    ...(day.by === 'exception' && day.name ? { exception: day.name } : {}),
  }
}

/** Why it is closed at an instant of this day that is in none of its hours. */
export function closedReason({ by, hours }: CalendarDay, at: number): ClosedReason {
  const isLater = hours.some(({ from }) => from > at)
  const wasEarlier = hours.some(({ to }) => to <= at)
  if (isLater) return wasEarlier ? 'break' : 'not-yet'
  return wasEarlier ? 'over' : by
}

/** When it opens next after an instant (epoch ms); null when on none of the 60 days that follow that day or its opening date. */
export function nextOpening(catalogue: Catalogue, target: ScheduleTarget, after: number): number | null {
  const day = dayOf(catalogue, target, dateAt(after, catalogue.site.site.timeZone))
  return day.hours.find(({ from }) => from > after)?.from ?? openingAfter(catalogue, target, day.date)
}

/** When it opens first on a day after this date (epoch ms), or null as `nextOpening`. */
export function openingAfter(catalogue: Catalogue, target: ScheduleTarget, date: string): number | null {
  return known(pageOf(catalogue, target, date).next, codeOf(target), () => {
    const { opensOn } = dayOf(catalogue, target, date)
    for (let count = opensOn === null ? 1 : 0; count <= searchDays; count++) {
      const [hours] = dayOf(catalogue, target, addDays(opensOn ?? date, count)).hours
      if (hours) return hours.from
    }
    return null
  })
}

/** The hours of one day (a date as 2026-08-17 in the site's zone), in order; none when it is closed all day. */
export const hoursOn = (catalogue: Catalogue, target: ScheduleTarget, date: string): readonly OpenHours[] =>
  dayOf(catalogue, target, date).hours

/**
 * R6.1, its calendar: opening date, then a dated exception, then holidays, then the sessions or weekly hours, of which
 * the narrowest that are given hold alone: service, booth, agency, site.
 */
export function dayOf(catalogue: Catalogue, target: ScheduleTarget, date: string): CalendarDay {
  return known(pageOf(catalogue, target, date).days, codeOf(target), () => readDay(catalogue, target, date))
}

function readDay(catalogue: Catalogue, target: ScheduleTarget, date: string): CalendarDay {
  const parts = partsOf(catalogue, target)
  const opensOn = firstDayOf(parts)
  if (opensOn !== null && date < opensOn) return { date, by: 'opening-date', name: null, hours: [], opensOn }
  const exception = exceptionOn(catalogue, parts, date)
  if (exception) {
    const hours = inSessions(parts.service, exception, intervalsOf(catalogue, exception.hours, date), catalogue, date)
    return { date, by: 'exception', name: exception.name, hours, opensOn: null }
  }
  const holiday = catalogue.site.holidays.find((one) => one.date === date)
  if (holiday) return { date, by: 'holiday', name: holiday.name, hours: [], opensOn: null }
  const hours = parts.service?.sessions
    ? sessionsOn(catalogue, parts.service.sessions, date)
    : intervalsOf(catalogue, weeklyOf(catalogue, parts), date)
  return { date, by: 'weekly', name: null, hours, opensOn: null }
}

/** The narrowest exception that holds on a date; of equally narrow ones the one that began last, then the one listed last. */
function exceptionOn(catalogue: Catalogue, parts: Parts, date: string): DatedException | null {
  let found: DatedException | null = null
  for (const one of catalogue.site.exceptions) {
    if (date < one.from || (one.to !== undefined && date > one.to)) continue
    const width = widthOf(one, parts)
    if (width === null) continue
    const before = found ? (widthOf(found, parts) ?? 0) : Number.POSITIVE_INFINITY
    if (!found || width < before || (width === before && one.from >= found.from)) found = one
  }
  return found
}

/** 0 for the service's own exception, 3 for the site's; null when it is of another part of the building. */
function widthOf({ scope }: DatedException, { booth, service }: Parts): number | null {
  if (!scope) return 3
  if ('agency' in scope) return scope.agency === booth.agency ? 2 : null
  if ('booth' in scope) return scope.booth === booth.code ? 1 : null
  return service && scope.service === service.code ? 0 : null
}

/**
 * What an exception leaves of a service's sessions: one of the booth, the agency or the site shortens them and adds none;
 * the service's own replaces them, with the quota of the session it meets, else of the first.
 */
function inSessions(
  service: Service | undefined,
  { scope }: DatedException,
  hours: readonly OpenHours[],
  catalogue: Catalogue,
  date: string,
): readonly OpenHours[] {
  if (!service?.sessions) return hours
  const sessions = sessionsOn(catalogue, service.sessions, date)
  const meets = (a: OpenHours, b: OpenHours) => a.from < b.to && b.from < a.to
  if (scope && 'service' in scope) {
    const usual = service.sessions[0]?.quota
    return hours.map((one) => ({ ...one, quota: sessions.find((session) => meets(session, one))?.quota ?? usual ?? 0 }))
  }
  return sessions.flatMap((session) => {
    const left = hours.filter((one) => meets(session, one))
    const [first, last] = [left[0], left.at(-1)]
    if (!first || !last) return []
    return [{ ...session, from: Math.max(session.from, first.from), to: Math.min(session.to, last.to) }]
  })
}

function sessionsOn(catalogue: Catalogue, sessions: NonNullable<Service['sessions']>, date: string): OpenHours[] {
  const weekday = weekdays[weekdayOf(date)]
  return sessions
    .filter(({ days }) => weekday && days.includes(weekday))
    .map(({ from, to, quota }) => ({ ...between(catalogue, date, from, to), quota }))
    .sort((a, b) => a.from - b.from)
}

/** Weekly intervals as instants of one date, in order. */
export function intervalsOf(catalogue: Catalogue, weekly: Weekly, date: string): OpenHours[] {
  const weekday = weekdays[weekdayOf(date)]
  const intervals = (weekday && weekly[weekday]) ?? []
  return intervals.map(({ from, to }) => between(catalogue, date, from, to)).sort((a, b) => a.from - b.from)
}

const between = ({ site }: Catalogue, date: string, from: string, to: string): OpenHours => ({
  from: instantOf(date, from, site.site.timeZone),
  to: instantOf(date, to, site.site.timeZone),
})

function weeklyOf(catalogue: Catalogue, { booth, service }: Parts): Weekly {
  const agency = catalogue.agencies.get(booth.agency)
  return service?.schedule ?? booth.schedule ?? agency?.schedule ?? catalogue.site.site.hours
}

/** A service begins no earlier than its booth; `null` when both always have. */
function firstDayOf({ booth, service }: Parts): string | null {
  const dates = [booth.opens, service?.opens].filter((date) => date !== undefined)
  return dates.sort().at(-1) ?? null
}

type Parts = ReturnType<typeof partsOf>

function partsOf(catalogue: Catalogue, target: ScheduleTarget) {
  if ('service' in target) {
    return { booth: catalogue.boothOfService(target.service), service: catalogue.services.get(target.service) }
  }
  const booth = catalogue.booths.get(target.booth)
  if (!booth) throw new RangeError(`no booth ${target.booth} in this building`)
  return { booth, service: undefined }
}

/** A building's calendar is read once, a page for each date and kind of target. A changed building is another catalogue. */
interface Page {
  readonly days: Map<string, CalendarDay>
  readonly next: Map<string, number | null>
}

const calendars = new WeakMap<Catalogue, { service: Map<string, Page>; booth: Map<string, Page> }>()
const pagesKept = 300

function pageOf(catalogue: Catalogue, target: ScheduleTarget, date: string): Page {
  let calendar = calendars.get(catalogue)
  if (!calendar) {
    calendar = { service: new Map(), booth: new Map() }
    calendars.set(catalogue, calendar)
  }
  const pages = 'service' in target ? calendar.service : calendar.booth
  let page = pages.get(date)
  if (!page) {
    page = { days: new Map(), next: new Map() }
    if (pages.size >= pagesKept) pages.clear()
    pages.set(date, page)
  }
  return page
}

const codeOf = (target: ScheduleTarget): string => ('service' in target ? target.service : target.booth)

/** What the map knows, or what is read now and known from now on. */
function known<T>(map: Map<string, T>, key: string, read: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const value = read()
  map.set(key, value)
  return value
}
