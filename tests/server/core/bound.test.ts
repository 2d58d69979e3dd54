import { boundWatch } from './_bound.ts'
import { type RandomDayOptions, randomDay, usualSteps } from './_random-day.ts'

/** Runs days of these seeds under the watch of R4.9; what was seen, and the first day that broke it. */
function watchedDays(seeds: readonly number[], length: number, options: RandomDayOptions) {
  const seen = { visitors: 0, calls: 0, largest: 0, atBound: 0 }
  let broken: string | null = null
  for (const seed of seeds) {
    randomDay(seed, length, {
      ...options,
      begin: ({ hall, watches, journal }) => {
        const watch = boundWatch(hall)
        watches.push((event) => {
          const wrong = watch.called(event)
          if (wrong) broken ??= `seed ${seed}, event ${event.seq}: ${wrong}`
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

const seeds = Array.from({ length: 400 }, (_, index) => index + 1)
const withoutClosing = { ...usualSteps, closeCounter: 0, breakCounter: 0, nonsense: 0 }

test('[R4.9] the published bound holds, counted as published, over 400 days with counters that open late', () => {
  const { seen, broken } = watchedDays(seeds, 500, { steps: withoutClosing, openAtFirst: 1 })
  expect(broken).toBeNull()
  console.log(seen)
})
test('with closing', () => {
  const { seen, broken } = watchedDays(seeds, 500, { steps: usualSteps, openAtFirst: 1 })
  console.log(seen, broken)
})
