import fc from 'fast-check'
import { hub } from './_day.ts'
import { brokenNumbers, faultOfDay, faultsOfDay, replay, textOf } from './_invariants.ts'
import { manyDays, randomDay } from './_random-day.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

test.each([
  [40, 500],
  [5, 3000],
])(
  '[R5.1, R2.2, R8.3] over %i days of %i commands nothing is given twice, the indexes hold, and the journal read or decided again gives the same',
  (days, length) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect([seed, faultOfDay(seed, length)]).toEqual([seed, null])
      }),
      { numRuns: days, seed: length },
    )
  },
)

test('[R5.1, R2.2, R3.23, R8.3] 100,000 commands of every kind over many days, in buildings that are changed meanwhile, break nothing', () => {
  let commands = 0
  for (let seed = 1; commands < 100_000; seed++) {
    const done = faultsOfDay(seed, 4000, manyDays)
    expect([seed, done.fault]).toEqual([seed, null])
    commands += done.commands
  }
}, 120_000)

test('[R8.3] two days in one journal: the last two openings are all that the present hall needs', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { hall, journal, clock, ask } = randomDay(seed, 300)
      for (const day of ['2026-07-15', '2026-07-16']) {
        clock.at += 86_400_000
        ask({ verb: 'close-day' }, hub)
        ask({ verb: 'open-day', day }, hub)
        for (const { number } of hall.counters.values())
          ask({ verb: 'open-counter', counter: number, officer: `o${number}` }, hub)
        const service = [...(hall.catalogue?.services.keys() ?? [])][0] as string
        for (let one = 0; one < 5; one++) {
          ask(
            {
              verb: 'issue',
              ticket: `${day}-${one}`,
              publicCode: `${day}-${one}`,
              service,
              priority: false,
              english: false,
              kiosk: null,
              delivery: 'none',
            },
            hub,
          )
        }
        for (const { number } of hall.counters.values())
          ask({ verb: 'call-next', counter: number }, { role: 'officer', id: `o${number}`, counter: number })
      }
      const openings = journal.filter(({ type }) => type === 'day-opened').map(({ seq }) => seq)
      const from = openings.at(-2) as number
      const present = journal.filter(({ seq, type }) => seq >= from || type === 'configured')
      expect(textOf(replay(present))).toBe(textOf(hall))
      expect([hall.tickets.size, brokenNumbers(hall)]).toEqual([5, null])
    }),
    { numRuns: 25, seed: 1 },
  )
})

test('[R8.3] deciding changes nothing: the hall is as the last command left it until the first event is folded', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      let left = ''
      let command = ''
      randomDay(seed, 120, {
        begin: ({ hall, watches }) => {
          left = textOf(hall)
          watches.push((event) => {
            if (event.command !== command) expect(textOf(hall)).toBe(left)
            command = event.command
          })
        },
        after: (hall) => {
          left = textOf(hall)
        },
      })
      expect(command).not.toBe('')
    }),
    { numRuns: 10, seed: 1 },
  )
})
