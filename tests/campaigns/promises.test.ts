import { liveThroughWeek } from '../server/simulation/_week.ts'

jest.setTimeout(3_600_000)

const first = Number(process.env.CAMPAIGN_SEED ?? Math.floor(Math.random() * 1e6))
const weeks = Number(process.env.CAMPAIGN_WEEKS ?? 5)

test.each([
  ['as on an ordinary day', 250],
  ['as on a busy Monday', 400],
  ['nearly twice that', 700],
  ['far too many', 1000],
])('[R6.2] the promises of simulated weeks, %s', async (name, visitors) => {
  for (let week = 0; week < weeks; week++) {
    const { tally, breaches } = await liveThroughWeek(first + week, () => visitors)
    console.log({ name, seed: first + week, ...tally })
    expect(breaches).toEqual([])
    expect(tally.green.kept / tally.green.given).toBeGreaterThanOrEqual(0.95)
  }
})
