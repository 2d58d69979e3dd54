import type { HallEvent, HallTicket } from '../../../server/contract/hall.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { catalogueOf, isPaused, tierNow } from '../../../server/core/next.ts'
import { comparePlaces, type Standing } from '../../../server/core/place.ts'
import { currentLeg } from '../../../server/core/ticket.ts'

/** A call as it touched one regular visitor who waited. */
interface Passed {
  readonly command: string
  readonly counter: number
  readonly isAhead: boolean
  readonly isLower: boolean
}

/**
 * R4.9 exactly as published: while a regular visitor waits, the counters that hold their service in tier 1 make at most
 * k·(r + m) calls ahead of turn. Every call is counted at every visitor whom it passed.
 */
export function boundWatch(hall: Hall) {
  const waits = new Map<string, Passed[]>()
  const endedBy = new Map<string, { key: string; passed: Passed[] }>()
  const seen = { visitors: 0, calls: 0, largest: 0, atBound: 0 }

  const keyOf = (ticket: HallTicket): string => {
    const { placeSeq, queuedAt } = currentLeg(ticket)
    return `${ticket.id} ${queuedAt} ${placeSeq}`
  }
  /** Those who wait regularly and whom this counter could call in tier 1 now. */
  const waitingAt = (counter: number, at: number): Standing[] => {
    const found: Standing[] = []
    for (const service of catalogueOf(hall).profileOf(counter).flat()) {
      for (const one of hall.lines.get(service)?.regular ?? []) {
        const { leg } = one
        const isElsewhere = leg.only !== undefined && leg.only !== counter && hall.counters.get(leg.only)?.state === 'open'
        if (leg.state !== 'waiting' || isElsewhere || isPaused(hall, one)) continue
        if (tierNow(hall, one, counter, at) === 1) found.push(one)
      }
    }
    return found
  }

  return {
    seen,
    /** Before the event is folded: `hall` is as the call found it. Returns what is broken, or null. */
    called(event: HallEvent): string | null {
      const [ticket] = event.tickets ?? []
      const [after] = event.counters ?? []
      if (event.type !== 'called' || !ticket || !after) return null
      const before = hall.counters.get(after.number)
      const { aheadOfTurn: k } = catalogueOf(hall).site.site.rules
      const isAhead = after.run > (before?.run ?? 0)
      const leg = currentLeg(ticket)
      seen.calls += 1
      for (const one of waitingAt(after.number, event.at)) {
        const key = keyOf(one.ticket)
        if (one.ticket.id === ticket.id) continue
        const passed = waits.get(key) ?? []
        if (!waits.has(key)) seen.visitors += 1
        passed.push({ command: event.command, counter: after.number, isAhead, isLower: !ticket.priority && comparePlaces(leg, one) < 0 })
        waits.set(key, passed)
        const ahead = passed.filter((call) => call.isAhead).length
        const r = passed.filter((call) => call.isLower).length
        const m = new Set(passed.map(({ counter }) => counter)).size
        seen.largest = Math.max(seen.largest, ahead)
        if (ahead > 0 && ahead === k * (r + m)) seen.atBound += 1
        if (ahead > k * (r + m)) return `${one.ticket.label}: ${ahead} calls ahead of turn, k = ${k}, r = ${r}, m = ${m}`
      }
      const own = keyOf(hall.tickets.get(ticket.id) as HallTicket)
      const mine = waits.get(own)
      if (mine) endedBy.set(event.command, { key: own, passed: mine })
      waits.delete(own)
      return null
    },
    /** After an undo: the withdrawn calls have passed nobody, and who was called waits on. */
    undone(command: string): void {
      const back = endedBy.get(command)
      if (back) waits.set(back.key, back.passed)
      for (const [key, passed] of waits) waits.set(key, passed.filter((call) => call.command !== command))
    },
  }
}
