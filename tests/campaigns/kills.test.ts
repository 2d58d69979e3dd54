import { killWhileBusy } from '../faults/_kills.ts'

jest.setTimeout(600_000)

test('[R8.3] killed 25 times while issuing and calling: nothing acknowledged is lost, nothing is done twice', async () => {
  const report = await killWhileBusy(25, () => 300 + Math.random() * 900)
  const sorted = [...report.restartMs].sort((a, b) => a - b)
  console.log({ ...report, restartMs: { median: sorted[12], slowest: sorted.at(-1) } })
  expect(sorted.at(-1)).toBeLessThan(3000)
})
