import type { EstimateSubject, Forecast } from '../contract/estimate.ts'
import type { HallEvent } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'

const stepMs = 5 * 60_000
const beforeTheLine: ReadonlySet<HallEvent['type']> = new Set(['issued', 'print-failed', 'offered', 'delivered'])

/** R7.1, R7.3: what each visitor was told when they took the number, and whether they were called inside that range. */
export function createPromises(
  forecast: ((hall: Hall, subject: EstimateSubject, now: number) => Forecast | null) | undefined,
) {
  const open = new Map<string, { from: number; to: number }>()
  let given = 0
  let kept = 0
  let earlier = 0
  return {
    make: (hall: Hall, ticket: string, now: number): void => {
      const guess = forecast?.(hall, { ticket }, now)
      if (!guess) return
      const from = Math.floor((now + guess.p10) / stepMs) * stepMs
      const to = Math.ceil((now + guess.p90) / stepMs) * stepMs
      open.set(ticket, { from, to })
    },
    follow: (events: readonly HallEvent[]): void => {
      for (const { type, at, tickets } of events) {
        const id = tickets?.[0]?.id
        const range = id === undefined ? undefined : open.get(id)
        if (!range || id === undefined || beforeTheLine.has(type)) continue
        // Whoever goes behind others, is sent elsewhere or leaves gave the promise back.
        open.delete(id)
        if (type !== 'called') continue
        given++
        if (range.from <= at && at <= range.to) kept++
        else if (at < range.from) earlier++
      }
    },
    tally: () => ({ given, kept, earlier, later: given - kept - earlier }),
  }
}
