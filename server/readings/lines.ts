import type { CounterState } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf, standingsOf } from '../core/next.ts'

/** How a booth's lines stand: numbers in line, reserved ones left out, and since when the first of them waits. */
export function readLines(hall: Hall, booth: string): { waiting: number; longestSince: number | null } {
  let waiting = 0
  let longestSince: number | null = null
  for (const { code } of catalogueOf(hall).servicesOfBooth(booth)) {
    for (const { leg } of standingsOf(hall, code)) {
      if (leg.state !== 'waiting') continue
      waiting++
      if (leg.queuedAt !== null && (longestSince === null || leg.queuedAt < longestSince)) longestSince = leg.queuedAt
    }
  }
  return { waiting, longestSince }
}

/** The best of its counters: open when one is, on a break when one is, else closed. */
export function readBoothState(hall: Hall, booth: string): { state: CounterState; until: number | null; open: number } {
  const counters = catalogueOf(hall)
    .countersOfBooth(booth)
    .map(({ number }) => hall.counters.get(number))
  const open = counters.filter((counter) => counter?.state === 'open').length
  if (open > 0) return { state: 'open', until: null, open }
  const pauses = counters.filter((counter) => counter?.state === 'break')
  if (pauses.length === 0) return { state: 'closed', until: null, open }
  const promised = pauses.flatMap((counter) => counter?.pause?.until ?? [])
  return { state: 'break', until: promised.length > 0 ? Math.min(...promised) : null, open }
}
