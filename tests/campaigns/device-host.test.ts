import { printThroughStorm } from '../server/device-host/_storm.ts'

jest.setTimeout(3_600_000)

const seed = process.env.CAMPAIGN_SEED ?? `${Math.floor(Math.random() * 1e6)}`
const jobs = Number(process.env.CAMPAIGN_NUMBERS ?? 300)

test('[R3.24] hundreds of slips through a device host that is killed, cut off and left by its hub: none twice, none lost', async () => {
  const { broken, outcomes } = await printThroughStorm({ seed, jobs })
  console.log({ seed, jobs, ...outcomes })
  expect(broken).toEqual([])
})
