import { watchedDays } from './_bound.ts'
import { fullDays, lateDays, usualSteps } from './_random-day.ts'

const seeds = Array.from({ length: 400 }, (_, index) => index + 1)

test('[R4.9] the published bound holds, counted as published, over 400 days of counters that open late', () => {
  const { seen, broken } = watchedDays(seeds, 500, { ...lateDays, countsAgain: false })
  expect(broken).toBeNull()
  // The days are such that they could break it: it is reached, and often.
  expect(seen.visitors).toBeGreaterThan(10_000)
  expect(seen.atBound).toBeGreaterThan(1000)
})

test('[R4.9] with counters that also close and pause it counts from the moment R4.1 brings the service there again', () => {
  const { seen, broken } = watchedDays(seeds, 500, { steps: usualSteps, openAtFirst: 1, countsAgain: true })
  expect(broken).toBeNull()
  expect(seen.atBound).toBeGreaterThan(1000)
})

test('[R4.9, R4.8] with bookings, journeys, changed services, reopened finishes, paper, pauses and systems that are down it holds too', () => {
  const { seen, broken } = watchedDays(seeds, 600, { ...fullDays, countsAgain: true })
  expect(broken).toBeNull()
  expect(seen.visitors).toBeGreaterThan(8000)
  expect(seen.atBound).toBeGreaterThan(1000)
})

test('[R4.9] seed 853858240: a counter that gave the service up to another and has it again counts again', () => {
  const day = (countsAgain: boolean) => watchedDays([853858240], 800, { ...lateDays, countsAgain }).broken
  expect(day(true)).toBeNull()
  // This day shows why it must: counted through, three calls went ahead where two may.
  expect(day(false)).toMatch(/3 calls ahead of turn, k = 1, r = 0, m = 2/)
})
