import { killWhileBusy } from './_kills.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

test('[R8.3] killed while issuing and calling: no acknowledged command is lost, none is done twice', async () => {
  const report = await killWhileBusy(3, () => 700)
  expect(report.restartMs).toHaveLength(3)
  expect(report.called).toBeGreaterThan(0)
  expect(report.issued).toBeGreaterThan(report.called)
})
