import { fullTemper } from '../faults/_bad-printers.ts'
import { printDay } from '../faults/_printed-day.ts'

jest.setTimeout(3_600_000)

const seed = Number(process.env.CAMPAIGN_SEED ?? Math.floor(Math.random() * 1e6))
const numbers = Number(process.env.CAMPAIGN_NUMBERS ?? 10_000)
const kills = Number(process.env.CAMPAIGN_KILLS ?? 12)

test('[R3.24, R8.3] thousands of numbers on bad printers, the hub killed among them: no ghost, no double, none lost', async () => {
  const begun = performance.now()
  const { broken, count } = await printDay({ seed, numbers, kiosks: 48, temper: fullTemper, kills })
  console.log({ seed, numbers, kills, ...count, seconds: Math.round((performance.now() - begun) / 1000) })
  expect(broken).toEqual([])
})
