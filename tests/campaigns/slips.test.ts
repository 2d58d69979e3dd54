import { everyPaper, faultOfSlip } from '../server/printing/_slip-proof.ts'

jest.setTimeout(3_600_000)

/** Other slips every time: a seed that fails is named, and becomes a test. */
const first = Number(process.env.CAMPAIGN_SEED ?? Math.floor(Math.random() * 1e9))
const slips = Number(process.env.CAMPAIGN_SLIPS ?? 200)

test.each(everyPaper)(
  '$widthDots dots, $mode, code $qr: the picture shows what another reads in the bytes',
  async (paper) => {
    console.log({ first, slips })
    for (let seed = first; seed < first + slips; seed++)
      expect([seed, await faultOfSlip(seed, paper)]).toEqual([seed, null])
  },
)
