import type { Catalogue } from '../contract/catalogue.ts'
import type { HallCounter } from '../contract/hall.ts'
import { type Weekly, weekdays } from '../contract/site.ts'
import { hoursOn, type OpenHours } from '../core/calendar.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { instantOf, weekdayOf } from '../core/zone-time.ts'

const kept = new WeakMap<Catalogue, { day: string; stops: Map<number, readonly OpenHours[]> }>()

/**
 * When a counter will call nobody today as planned: between the hours of its booth (the Friday prayer), and in its planned
 * breaks. In order. What should have begun already says nothing: the counter is open, or its break has a promise.
 * @param at epoch ms
 */
export const stopsOf = (hall: Hall, counter: HallCounter, at: number): readonly OpenHours[] =>
  plannedStops(hall, counter).filter(({ from }) => from > at)

/** When a counter that is free at an instant calls again: at once, or when the stop is over. */
export function goesOnAt(stops: readonly OpenHours[], at: number): number {
  let goesOn = at
  for (const { from, to } of stops) if (from <= goesOn && goesOn < to) goesOn = to
  return goesOn
}

function plannedStops(hall: Hall, { number, booth }: HallCounter): readonly OpenHours[] {
  const catalogue = catalogueOf(hall)
  const day = hall.day ?? ''
  let known = kept.get(catalogue)
  if (known?.day !== day) {
    known = { day, stops: new Map() }
    kept.set(catalogue, known)
  }
  let stops = known.stops.get(number)
  if (!stops && day !== '' && catalogue.counters.has(number)) {
    const hours = hoursOn(catalogue, { booth }, day)
    const between = hours.slice(1).map(({ from }, gap) => ({ from: hours[gap]?.to ?? from, to: from }))
    const breaks = onDay(catalogue.counters.get(number)?.breaks, day, catalogue.site.site.timeZone)
    stops = [...between, ...breaks].sort((a, b) => a.from - b.from)
    known.stops.set(number, stops)
  }
  return stops ?? []
}

function onDay(weekly: Weekly | undefined, day: string, timeZone: string): OpenHours[] {
  const weekday = weekdays[weekdayOf(day)]
  const intervals = (weekday && weekly?.[weekday]) ?? []
  return intervals.map(({ from, to }) => ({ from: instantOf(day, from, timeZone), to: instantOf(day, to, timeZone) }))
}
