const dayMs = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of a zone at an instant (epoch ms): a date as 2026-07-14 and a time as 09:42:00. */
export function wallClockAt(at: number, timeZone: string): { date: string; time: string } {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // Swedish writes dates as ISO 8601 does.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formatters.set(timeZone, formatter)
  }
  const written = formatter.format(at)
  return { date: written.slice(0, 10), time: written.slice(11, 19) }
}

const days = new Map<string, { date: string; from: number; to: number }>()

/** The date on the wall clock of a zone; the day asked for last is known without asking the zone again. */
export function dateAt(at: number, timeZone: string): string {
  const known = days.get(timeZone)
  if (known && known.from <= at && at < known.to) return known.date
  const { date } = wallClockAt(at, timeZone)
  const to = instantOf(addDays(date, 1), '00:00', timeZone)
  days.set(timeZone, { date, from: instantOf(date, '00:00', timeZone), to })
  return date
}

/**
 * Epoch ms of a date and a time of day (08:00) on the wall clock of a zone.
 * Where clocks are set back, the first of the two instants; where they skip the time, as much later as they skip.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const before = asUtc - offsetAt(asUtc - dayMs, timeZone)
  const after = asUtc - offsetAt(asUtc + dayMs, timeZone)
  if (before === after) return before
  const real = [before, after].filter((at) => at + offsetAt(at, timeZone) === asUtc)
  return real.length > 0 ? Math.min(...real) : Math.max(before, after)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(date).getUTCDay() + 6) % 7
}

/** How far the wall clock is ahead of UTC, in ms; `at` on a full second. */
function offsetAt(at: number, timeZone: string): number {
  const { date, time } = wallClockAt(at, timeZone)
  return Date.parse(`${date}T${time}Z`) - at
}
