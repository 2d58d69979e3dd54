import type { Catalogue } from '../contract/catalogue.ts'
import type { HallEvent } from '../contract/hall.ts'
import { lineLength } from '../core/ahead.ts'
import type { Hall } from '../core/hall.ts'
import { currentLeg } from '../core/ticket.ts'

/** What happened so far, read from the events as they are told. */
export interface Figures {
  follow(events: readonly HallEvent[], hall: Hall): void
  /** First calls. */
  readonly called: () => number
  /** Every wait until the first call of a leg, by booth; ms. */
  readonly waits: ReadonlyMap<string, number[]>
  readonly missedCalls: () => number
  readonly longestLine: () => { booth: string; waiting: number; at: number } | null
  readonly served: () => number
  readonly servedOf: (booth: string) => number
}

export function createFigures(catalogue: Catalogue): Figures {
  const waits = new Map<string, number[]>()
  const calledLegs = new Set<string>()
  const served = new Map<string, number>()
  let missedCalls = 0
  let longest: { booth: string; waiting: number; at: number } | null = null

  const noteCall = ({ at, tickets }: HallEvent) => {
    const [ticket] = tickets ?? []
    const leg = ticket && currentLeg(ticket)
    if (!ticket || !leg || leg.queuedAt === null) return
    const key = `${ticket.id} ${ticket.legs.indexOf(leg)}`
    if (calledLegs.has(key)) return
    calledLegs.add(key)
    waits.set(leg.booth, [...(waits.get(leg.booth) ?? []), Math.max(0, at - leg.queuedAt)])
  }
  const noteLine = ({ at, tickets }: HallEvent, hall: Hall) => {
    for (const ticket of tickets ?? []) {
      const { booth, state } = currentLeg(ticket)
      if (state !== 'waiting') continue
      const waiting = catalogue.servicesOfBooth(booth).reduce((sum, { code }) => sum + lineLength(hall, code), 0)
      if (waiting > (longest?.waiting ?? 0)) longest = { booth, waiting, at }
    }
  }
  return {
    follow: (events, hall) => {
      for (const event of events) {
        if (event.type === 'called') noteCall(event)
        if (event.type === 'missed') missedCalls++
        if (event.type === 'finished') {
          const [counter] = event.counters ?? []
          if (counter) served.set(counter.booth, (served.get(counter.booth) ?? 0) + 1)
        }
        noteLine(event, hall)
      }
    },
    called: () => calledLegs.size,
    waits,
    missedCalls: () => missedCalls,
    longestLine: () => longest,
    served: () => [...served.values()].reduce((sum, one) => sum + one, 0),
    servedOf: (booth) => served.get(booth) ?? 0,
  }
}

/** The value that this share of the list does not exceed; null of an empty list. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null
}
