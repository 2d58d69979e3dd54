import fc from 'fast-check'
import { aheadOf } from '../../../server/core/ahead.ts'
import { chooseNext } from '../../../server/core/next.ts'
import { callOrder } from '../../../server/core/order.ts'
import { building } from './_building.ts'
import { closedLine, freeHands, openCounters, standings } from './_closed-line.ts'
import { hub, officerOf, ruledHall } from './_day.ts'
import { replay, textOf } from './_invariants.ts'
import { chanceOf, fullDays, randomDay, usualSteps } from './_random-day.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
type RandomDay = ReturnType<typeof randomDay>

test('[R4.9] in a closed line nobody has more called before them than was shown', () => {
  let total = 0
  for (let seed = 1; seed <= 250; seed++) {
    for (const { called, tooLow } of [closedLine(seed), closedLine(seed, fullDays)]) {
      expect(tooLow).toBeNull()
      total += called
    }
  }
  expect(total).toBeGreaterThan(2000)
})

test('[R4.9] seed 771918492: after a pause the runs of the counters are whatever they are', () => {
  expect(closedLine(771918492).tooLow).toBeNull()
})

test('[R4.9] and exactly as many where only regular visitors wait for counters that serve the same', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }), (seed, counters, length) => {
      const chance = chanceOf(seed)
      const profiles = Object.fromEntries(Array.from({ length: counters }, (_, index) => [index + 1, [['A1', 'A2']]]))
      const { hall, ask, newCodes } = randomDay(seed, 0, { site: building({ profiles }) })
      for (let one = 0; one < length; one++) {
        const service = chance.of(['A1', 'A2']) as string
        ask(
          {
            verb: 'issue',
            ...newCodes(),
            service,
            priority: false,
            english: false,
            kiosk: null,
            delivery: 'none',
          },
          hub,
        )
      }
      const shown = standings(hall).map(({ ticket }) => [ticket.id, aheadOf(hall, ticket)])
      const called = new Map<string, number>()
      while (called.size < length) {
        const decision = ask({ verb: 'call-next', counter: 1 + chance.below(counters) }, hub)
        if (!('answer' in decision)) throw new Error(`seed ${seed}: ${JSON.stringify(decision)}`)
        called.set(decision.answer.ticket?.id as string, called.size)
        ask({ verb: 'cancel', ticket: decision.answer.ticket?.id as string, reason: null }, hub)
      }
      expect(shown.map(([id]) => [id, called.get(id as string)])).toEqual(shown)
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('[R4.3] the order shown at a counter is the order in which it calls', () => {
  let checked = 0
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = randomDay(seed, 250)
      const { hall, clock, ask } = day
      freeHands(day)
      for (const { number } of openCounters(hall)) {
        const counter = () => hall.counters.get(number) as NonNullable<ReturnType<typeof hall.counters.get>>
        // Somebody in a pause (R4.7) is shown last and may come earlier: calls end the pause.
        const shown = callOrder(hall, counter(), clock.at).filter(({ leg }) => leg.pausedUntil === undefined)
        const first = shown[0]?.ticket.id
        const choice = chooseNext(hall, counter(), clock.at)
        if (choice && choice.standing.leg.pausedUntil === undefined) expect(choice.standing.ticket.id).toBe(first)
        if (standings(hall).some(({ leg }) => leg.pausedUntil !== undefined)) continue
        const called: string[] = []
        for (;;) {
          const decision = ask({ verb: 'call-next', counter: number }, hub)
          if (!('answer' in decision)) break
          called.push(decision.answer.ticket?.id as string)
          ask({ verb: 'cancel', ticket: called.at(-1) as string, reason: null }, hub)
        }
        expect(called).toEqual(shown.map(({ ticket }) => ticket.id))
        checked += called.length
      }
    }),
    { numRuns: 120, seed: 1 },
  )
  expect(checked).toBeGreaterThan(300)
})

test('[R5.5] finish and call next gives the same hall as finish, then call next', () => {
  let checked = 0
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = randomDay(seed, 200, { steps: { ...usualSteps, addService: 20, nonsense: 0 } })
      for (const { number, ticket } of [...day.hall.counters.values()]) {
        if (ticket === null) continue
        const officer = officerOf(day.hall, number)
        const [whole, halves] = [continued(day), continued(day)]
        whole.ask({ verb: 'finish', ticket, outcome: null, next: true }, officer)
        halves.ask({ verb: 'finish', ticket, outcome: null, next: false }, officer)
        halves.ask({ verb: 'call-next', counter: number }, officer)
        // How it may be undone differs, because here it was two commands.
        expect(textOf({ ...whole.hall, undoables: new Map() })).toBe(textOf({ ...halves.hall, undoables: new Map() }))
        checked += 1
      }
    }),
    { numRuns: 80, seed: 1 },
  )
  expect(checked).toBeGreaterThan(20)
})

test('[R5.6] undone at once, every step at a counter leaves the tickets, counters and lines as they were', () => {
  let checked = 0
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = randomDay(seed, 150, { steps: { ...usualSteps, addService: 10, nonsense: 0 } })
      const { hall, ask } = day
      for (const { number, ticket } of [...hall.counters.values()]) {
        const officer = officerOf(hall, number)
        const before = textOf({ ...hall, lastSeq: 0, lastPlaceAt: 0, undoables: new Map() })
        const decision =
          ticket === null
            ? ask({ verb: 'call-next', counter: number }, officer)
            : ask({ verb: 'finish', ticket, outcome: null, next: true }, officer)
        if (!('answer' in decision)) continue
        ask({ verb: 'undo', ticket: decision.answer.ticket?.id as string }, officer)
        const after = JSON.parse(textOf({ ...hall, lastSeq: 0, lastPlaceAt: 0, undoables: new Map() })) as Record<
          string,
          unknown
        >
        const { overtakings: _emptied, lines: _opened, timed: _order, freeSince: _free, ...rest } = after
        const {
          overtakings: _before,
          lines: _lines,
          timed: _timed,
          freeSince: _since,
          ...same
        } = JSON.parse(before) as Record<string, unknown>
        expect(rest).toEqual(same)
        checked += 1
      }
    }),
    { numRuns: 60, seed: 1 },
  )
  expect(checked).toBeGreaterThan(50)
})

/** The same day going on elsewhere. */
function continued({ journal, clock }: RandomDay) {
  const other = ruledHall(replay(journal))
  other.clock.at = clock.at
  return other
}
