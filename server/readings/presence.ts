import type { Presence, Shift } from '../contract/roster.ts'
import { hoursOn } from '../core/calendar.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { isOnDay } from '../core/shifts.ts'
import { dateAt, instantOf } from '../core/zone-time.ts'

/** So long after a shift began its counter may still be closed before anybody is told. */
export const graceMs = 5 * 60_000

export interface CounterPresence extends Presence {
  readonly counter: number
}

/**
 * Whether the officer of a shift of today is there, as the counter tells it: open or on a break is there. Null when it
 * is not of today or over, and where nobody is expected: the counter is gone, its booth or the day is closed.
 */
export function presenceOf(hall: Hall, shift: Shift, now: number): Presence | null {
  const catalogue = catalogueOf(hall)
  const { timeZone } = catalogue.site.site
  const today = dateAt(now, timeZone)
  if (hall.isClosed || !isOnDay(shift, today) || !catalogue.counters.has(shift.counter)) return null
  const [begins, ends] = [instantOf(today, shift.from, timeZone), instantOf(today, shift.to, timeZone)]
  if (now >= ends || hoursOn(catalogue, { booth: catalogue.boothOfCounter(shift.counter).code }, today).length === 0)
    return null
  if (now < begins) return { state: 'expected', since: begins }
  const isClosed = (hall.counters.get(shift.counter)?.state ?? 'closed') === 'closed'
  const turnedAt = hall.turnedAt.get(shift.counter)
  const due = begins + graceMs
  if (!isClosed) return { state: 'present', since: turnedAt ?? begins }
  // One that was closed within the grace was the shift before, or hardly begun.
  if (turnedAt !== undefined && turnedAt > due) return { state: 'left', since: turnedAt }
  return now < due ? { state: 'expected', since: begins } : { state: 'absent', since: due }
}

/** Of each counter with a shift that is not over today: the first one. By number; without a name. */
export function readPresence(hall: Hall, shifts: readonly Shift[], now: number): CounterPresence[] {
  const first = new Map<number, CounterPresence>()
  for (const shift of [...shifts].sort((a, b) => a.counter - b.counter || a.from.localeCompare(b.from))) {
    if (first.has(shift.counter)) continue
    const presence = presenceOf(hall, shift, now)
    if (presence) first.set(shift.counter, { counter: shift.counter, ...presence })
  }
  return [...first.values()]
}
