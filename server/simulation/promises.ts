import type { Admission } from '../contract/admission.ts'
import { type EstimateSubject, type Forecast, shownRange } from '../contract/estimate.ts'
import type { HallEvent } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { settlementsOf } from '../core/settlement.ts'

const beforeTheLine: ReadonlySet<HallEvent['type']> = new Set(['issued', 'print-failed', 'offered', 'delivered'])

/**
 * R6.2, R7.1, R7.3: what each visitor was told when they took the number: whether they were called inside the range, and
 * served before closing.
 */
export function createPromises(
  forecast: ((hall: Hall, subject: EstimateSubject, now: number) => Forecast | null) | undefined,
) {
  const ranges = new Map<string, { from: number; to: number }>()
  const closings = new Map<string, Pick<Admission, 'promise'> & { closesAt: number }>()
  const called = new Set<string>()
  const inside = { given: 0, kept: 0, earlier: 0 }
  const count = { green: { given: 0, kept: 0 }, amber: { given: 0, kept: 0 } }

  const followRange = ({ type, at, tickets }: HallEvent) => {
    const id = tickets?.[0]?.id
    const range = id === undefined ? undefined : ranges.get(id)
    if (!range || id === undefined || beforeTheLine.has(type)) return
    // Whoever goes behind others, is sent elsewhere or leaves gave the promise back.
    ranges.delete(id)
    if (type !== 'called') return
    inside.given++
    if (range.from <= at && at <= range.to) inside.kept++
    else if (at < range.from) inside.earlier++
  }
  const followClosing = (event: HallEvent) => {
    for (const settlement of settlementsOf(event)) {
      const told = closings.get(settlement.ticket)
      if (!told || settlement.leg !== 0) continue
      if ('calledAt' in settlement) {
        called.add(settlement.ticket)
        continue
      }
      closings.delete(settlement.ticket)
      const { outcome, endedAt } = settlement
      const isServed = called.has(settlement.ticket) && (outcome === 'done' || outcome === 'transferred')
      if (!isServed && outcome !== 'expired') continue
      count[told.promise].given++
      if (isServed && endedAt <= told.closesAt) count[told.promise].kept++
    }
  }
  return {
    make: (hall: Hall, ticket: string, now: number, { promise, closesAt }: Admission): void => {
      const guess = forecast?.(hall, { ticket }, now)
      if (guess) ranges.set(ticket, shownRange(guess, now))
      if (closesAt !== null) closings.set(ticket, { promise, closesAt })
    },
    follow: (events: readonly HallEvent[]): void => {
      for (const event of events) {
        followRange(event)
        followClosing(event)
      }
    },
    ranges: () => ({ ...inside, later: inside.given - inside.kept - inside.earlier }),
    closings: () => ({ green: { ...count.green }, amber: { ...count.amber } }),
  }
}
