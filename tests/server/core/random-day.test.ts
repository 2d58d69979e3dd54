import fc from 'fast-check'
import { brokenHands, brokenNumbers, brokenRule, decidedOtherwise, replay, textOf } from './_invariants.ts'
import { hub } from './_day.ts'
import { randomDay } from './_random-day.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

test('[R5.1] [R2.2] whatever happens in a day, no rule of the hall is broken at any moment', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      let step = 0
      randomDay(seed, 600, {
        after: (hall) => {
          step += 1
          const broken = step % 20 === 0 ? brokenRule(hall) : (brokenHands(hall) ?? null)
          if (broken) throw new Error(`seed ${seed}, command ${step}: ${broken}`)
        },
      })
    }),
    { numRuns: 60 },
  )
})

test('[R8.3] replaying the journal gives the same hall and the same calls, and so does deciding everything again', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { hall, journal, asked } = randomDay(seed, 1500)
      expect(brokenRule(hall)).toBeNull()
      expect(textOf(replay(journal))).toBe(textOf(hall))
      expect(decidedOtherwise(asked, journal)).toBeNull()
    }),
    { numRuns: 20 },
  )
})

test('[R8.3] two days in one journal: the last two openings are all that the present hall needs', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { hall, journal, clock, ask } = randomDay(seed, 300)
      for (const day of ['2026-07-15', '2026-07-16']) {
        clock.at += 86_400_000
        ask({ verb: 'close-day' }, hub)
        ask({ verb: 'open-day', day }, hub)
        for (const { number } of hall.counters.values()) ask({ verb: 'open-counter', counter: number, officer: `o${number}` }, hub)
        const service = [...(hall.catalogue?.services.keys() ?? [])][0] as string
        for (let one = 0; one < 5; one++) {
          ask({ verb: 'issue', ticket: `${day}-${one}`, publicCode: `${day}-${one}`, service, priority: false, english: false, kiosk: null, delivery: 'none', refusal: null }, hub)
        }
        for (const { number } of hall.counters.values()) ask({ verb: 'call-next', counter: number }, { role: 'officer', id: `o${number}`, counter: number })
      }
      const openings = journal.filter(({ type }) => type === 'day-opened').map(({ seq }) => seq)
      const from = openings.at(-2) as number
      const present = journal.filter(({ seq, type }) => seq >= from || type === 'configured')
      expect(textOf(replay(present))).toBe(textOf(hall))
      expect([hall.tickets.size, brokenNumbers(hall)]).toEqual([5, null])
    }),
    { numRuns: 25 },
  )
})

test('[R8.3] what a command changes is what its event says: nothing in the hall is changed before it is folded', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      let text = ''
      const { hall } = randomDay(seed, 120, {
        begin: ({ hall, watches }) => {
          const deciding = watches.length
          expect(deciding).toBe(0)
          watches.push((event) => {
            // The first event of a command meets the hall as the last command left it.
            if (event.command !== lastCommand) expect(textOf(hall)).toBe(text)
            lastCommand = event.command
          })
        },
        after: (after) => {
          text = textOf(after)
        },
      })
      expect(hall.lastSeq).toBeGreaterThan(20)
      lastCommand = ''
    }),
    { numRuns: 10 },
  )
})
let lastCommand = ''
