import { aheadOf } from '../../../server/core/ahead.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { tierNow } from '../../../server/core/next.ts'
import type { Standing } from '../../../server/core/place.ts'
import { hub, officerOf } from './_day.ts'
import { chanceOf, type RandomDayOptions, randomDay } from './_random-day.ts'

export const standings = (hall: Hall): Standing[] =>
  [...hall.lines.values()]
    .flatMap(({ regular, priority }) => [...regular, ...priority])
    .filter(({ leg }) => leg.state === 'waiting')

export const openCounters = (hall: Hall) => [...hall.counters.values()].filter(({ state }) => state === 'open')

/** Whether this counter competes for a leg in tier 1. */
function holdsFirst(hall: Hall, counter: number, standing: Standing, at: number): boolean {
  const { only } = standing.leg
  if (only !== undefined && only !== counter && hall.counters.get(only)?.state === 'open') return false
  return tierNow(hall, standing, counter, at) === 1
}

/** Sends everybody away who is in somebody's hands, with all their legs, so that nobody joins a line any more. */
export function freeHands({ hall, ask }: ReturnType<typeof randomDay>): void {
  for (const { number, ticket, pending } of hall.counters.values()) {
    if (ticket !== null) ask({ verb: 'cancel', ticket, reason: null }, hub)
    if (pending) ask({ verb: 'open-counter', counter: number, officer: `officer-${number}` }, hub)
  }
}

/**
 * A random day whose lines close: how many are called before each by the counters that hold them in tier 1, against
 * what was shown to them. Returns how many were called, and the first to whom too little was shown.
 */
export function closedLine(seed: number, options: RandomDayOptions = {}): { called: number; tooLow: string | null } {
  const day = randomDay(seed, 250, options)
  const { hall, clock, ask } = day
  ask({ verb: 'resume-building' }, hub)
  freeHands(day)
  const chance = chanceOf(seed + 1)
  const shown = new Map(standings(hall).map((one) => [one.ticket.id, aheadOf(hall, one.ticket) as number]))
  const before = new Map<string, number>()
  const counters = openCounters(hall).map(({ number }) => number)
  let called = 0
  while (counters.length > 0) {
    const counter = chance.of(counters) as number
    const holding = standings(hall).filter((one) => holdsFirst(hall, counter, one, clock.at))
    const decision = ask({ verb: 'call-next', counter }, officerOf(hall, counter))
    if (!('answer' in decision)) {
      counters.splice(counters.indexOf(counter), 1)
      continue
    }
    const id = decision.answer.ticket?.id as string
    ask({ verb: 'cancel', ticket: id, reason: null }, hub)
    for (const { ticket } of holding) if (ticket.id !== id) before.set(ticket.id, (before.get(ticket.id) ?? 0) + 1)
    const [real, promised] = [before.get(id) ?? 0, shown.get(id) as number]
    if (real > promised) return { called, tooLow: `seed ${seed}: ${promised} shown to ${id}, ${real} called before` }
    called += 1
  }
  return { called, tooLow: null }
}
