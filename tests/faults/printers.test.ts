import { quickTemper } from './_bad-printers.ts'
import { printDay } from './_printed-day.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

test('[R3.24] on bad printers no ghost is called, no number is on two slips, and none is lost without a word', async () => {
  const { broken, count } = await printDay({ seed: 4, numbers: 150, kiosks: 16, temper: quickTemper, kills: 0 })
  expect(broken).toEqual([])
  expect(count.printed).toBeGreaterThan(75)
  for (const kind of ['moved', 'unsure', 'offered', 'accepted', 'called'] as const) {
    expect([kind, count[kind]]).not.toEqual([kind, 0])
  }
})
