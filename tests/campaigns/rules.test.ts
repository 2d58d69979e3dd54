import { watchedDays } from '../server/core/_bound.ts'
import { closedLine } from '../server/core/_closed-line.ts'
import { faultOfDay } from '../server/core/_invariants.ts'
import { fullDays, lateDays, manyDays, usualSteps } from '../server/core/_random-day.ts'

jest.setTimeout(3_600_000)

/** Other days every time: a seed that fails is named, and becomes a test. */
const first = Number(process.env.CAMPAIGN_SEED ?? Math.floor(Math.random() * 1e9))
const days = Number(process.env.CAMPAIGN_DAYS ?? 3000)
const seeds = Array.from({ length: days }, (_, index) => first + index)
const tenth = seeds.slice(0, Math.ceil(days / 10))

test('[R5.1, R2.2, R8.3] nothing is given twice, and the journal read or decided again gives the same', () => {
  for (const seed of tenth) expect([seed, faultOfDay(seed, 4000)]).toEqual([seed, null])
  for (const seed of tenth) expect([seed, faultOfDay(seed, 4000, manyDays)]).toEqual([seed, null])
})

test('[R4.9] the published bound, as published, with all counters open', () => {
  const { seen, broken } = watchedDays(seeds, 800, { steps: lateDays.steps, countsAgain: false })
  console.log({ first, days, ...seen })
  expect(broken).toBeNull()
})

test('[R4.9] the published bound with counters that open late', () => {
  const { seen, broken } = watchedDays(seeds, 800, { ...lateDays, countsAgain: true })
  console.log({ first, days, ...seen })
  expect(broken).toBeNull()
})

test('[R4.9] the published bound with counters that also close and pause', () => {
  const { seen, broken } = watchedDays(seeds, 800, { steps: usualSteps, openAtFirst: 1, countsAgain: true })
  console.log({ first, days, ...seen })
  expect(broken).toBeNull()
})

test('[R4.9] the published bound with every rule of the book at work', () => {
  const { seen, broken } = watchedDays(seeds, 800, { ...fullDays, countsAgain: true })
  console.log({ first, days, ...seen })
  expect(broken).toBeNull()
})

test('[R4.9] in a closed line nobody has more called before them than was shown', () => {
  for (const seed of seeds) expect(closedLine(seed).tooLow).toBeNull()
})
