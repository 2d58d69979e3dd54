import type { HallEvent, HallTicket } from '../../../server/contract/hall.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { catalogueOf, isDown, isPaused, tierNow } from '../../../server/core/next.ts'
import { comparePlaces, type Standing } from '../../../server/core/place.ts'
import { currentLeg } from '../../../server/core/ticket.ts'
import { type RandomDayOptions, randomDay } from './_random-day.ts'

/** A call as it touched one regular visitor who waited. */
interface Passed {
  readonly command: string
  /** The counter, and how often before it had ceased to hold the service in tier 1. */
  readonly counter: string
  readonly isAhead: boolean
  readonly isLower: boolean
}

/**
 * R4.9 exactly as published: while a regular visitor waits, the counters that hold their service in tier 1 make at most
 * k·(r + m) calls ahead of turn. Every call is counted at every visitor whom it passed. With `countsAgain` a counter to
 * which R4.1 brings the service anew is a further one of m: its count begins at that moment.
 */
function boundWatch(hall: Hall, { countsAgain }: { countsAgain: boolean }) {
  const ceased = new Map<string, number>()
  const waits = new Map<string, Passed[]>()
  const endedBy = new Map<string, { key: string; passed: Passed[] }[]>()
  const seen = { visitors: 0, calls: 0, largest: 0, atBound: 0 }

  const keyOf = (ticket: HallTicket): string => {
    const { service, placeSeq, queuedAt } = currentLeg(ticket)
    return `${ticket.id} ${service} ${queuedAt} ${placeSeq}`
  }
  /** Everybody who waits regularly for a service of this counter, and whether it could call them in tier 1 now. */
  const waitingAt = (counter: number, at: number): { one: Standing; isHeld: boolean }[] =>
    catalogueOf(hall)
      .profileOf(counter)
      .flat()
      .flatMap((service) => hall.lines.get(service)?.regular ?? [])
      .filter(({ leg }) => leg.state === 'waiting')
      .map((one) => {
        const { only } = one.leg
        const isElsewhere = only !== undefined && only !== counter && hall.counters.get(only)?.state === 'open'
        const isCallable = !isElsewhere && !isDown(hall, one.leg.service) && !isPaused(hall, one)
        return { one, isHeld: isCallable && tierNow(hall, one, counter, at) === 1 }
      })

  /** A wait ends when the leg leaves its line, by a call or otherwise; an undo takes that back too. */
  const end = (ticket: HallTicket, command: string): void => {
    const key = keyOf(ticket)
    const passed = waits.get(key)
    if (passed) endedBy.set(command, [...(endedBy.get(command) ?? []), { key, passed }])
    waits.delete(key)
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
      for (const { one, isHeld } of waitingAt(after.number, event.at)) {
        const key = keyOf(one.ticket)
        if (one.ticket.id === ticket.id) continue
        const passed = waits.get(key) ?? []
        const holding = `${key} at ${after.number}`
        // It begins to count again once the central system is up.
        if (isDown(hall, one.leg.service)) waits.delete(key)
        if (!isHeld) {
          if (countsAgain) ceased.set(holding, (ceased.get(holding) ?? 0) + 1)
          continue
        }
        if (!waits.has(key)) seen.visitors += 1
        passed.push({
          command: event.command,
          counter: `${after.number}.${ceased.get(holding) ?? 0}`,
          isAhead,
          isLower: !ticket.priority && comparePlaces(leg, one) < 0,
        })
        waits.set(key, passed)
        const ahead = passed.filter((call) => call.isAhead).length
        const r = passed.filter((call) => call.isLower).length
        const m = new Set(passed.map(({ counter }) => counter)).size
        seen.largest = Math.max(seen.largest, ahead)
        if (ahead > 0 && ahead === k * (r + m)) seen.atBound += 1
        if (ahead > k * (r + m))
          return `${one.ticket.label}: ${ahead} calls ahead of turn, k = ${k}, r = ${r}, m = ${m}`
      }
      return null
    },
    left({ tickets = [], command, type }: HallEvent): void {
      if (type === 'undone') return
      for (const after of tickets) {
        const before = hall.tickets.get(after.id)
        if (
          before &&
          (keyOf(before) !== keyOf(after) ||
            currentLeg(after).state !== 'waiting' ||
            currentLeg(after).pausedUntil !== undefined)
        )
          end(before, command)
      }
    },
    /** After an undo: the withdrawn calls have passed nobody, and who was called waits on. */
    undone(command: string): void {
      for (const { key, passed } of endedBy.get(command) ?? []) waits.set(key, passed)
      for (const [key, passed] of waits)
        waits.set(
          key,
          passed.filter((call) => call.command !== command),
        )
    },
  }
}

/** Runs days of these seeds under the watch of R4.9; what was seen, and the first day that broke it. */
export function watchedDays(
  seeds: readonly number[],
  length: number,
  options: RandomDayOptions & { countsAgain: boolean },
) {
  const seen = { visitors: 0, calls: 0, largest: 0, atBound: 0 }
  let broken: string | null = null
  for (const seed of seeds) {
    randomDay(seed, length, {
      ...options,
      begin: ({ hall, watches, journal }) => {
        const watch = boundWatch(hall, options)
        watches.push((event) => {
          const wrong = watch.called(event)
          if (wrong) broken ??= `seed ${seed}, event ${event.seq}: ${wrong}`
          watch.left(event)
          if (event.type === 'undone') watch.undone(journal.find(({ seq }) => seq === event.undid)?.command ?? '')
          if (event.type === 'day-closed') return
          for (const key of ['visitors', 'calls', 'atBound'] as const) {
            seen[key] += watch.seen[key]
            watch.seen[key] = 0
          }
          seen.largest = Math.max(seen.largest, watch.seen.largest)
        })
      },
    })
  }
  return { seen, broken }
}
