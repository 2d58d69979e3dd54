import { printThroughStorm } from './_storm.ts'

// The campaign of the same name runs hundreds.
test('[R3.24] a killed host, a killed hub and a cut cable: no slip comes twice, and none is lost silently', async () => {
  const { broken, outcomes } = await printThroughStorm({ seed: '1', jobs: 4 })
  expect(broken).toEqual([])
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(4)
})
