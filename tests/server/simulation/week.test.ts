import { liveThroughWeek } from './_week.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

test('[R6.2] in a crowded week at least nineteen of twenty green promises are kept', async () => {
  const { tally, breaches } = await liveThroughWeek(1, (day) => (day === 0 ? 600 : 450), ['2026-07-13', '2026-07-16'])
  expect(breaches).toEqual([])
  expect(tally.green.given).toBeGreaterThan(400)
  expect(tally.green.kept / tally.green.given).toBeGreaterThanOrEqual(0.95)
  // Amber is a warning: it is given to some, and not to everybody.
  expect(tally.amber.given).toBeGreaterThan(20)
  expect(tally.amber.given).toBeLessThan(tally.green.given / 2)
  // Who is refused could not have been served, and few are.
  expect(tally.refused).toBeLessThan(tally.visitors / 20)
})
