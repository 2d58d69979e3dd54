import { readEscpos } from './_decoder.ts'
import { everyPaper, faultOfSlip } from './_slip-proof.ts'

/** One slip on each paper; more seeds of the same: tests/campaigns/slips.test.ts. */
test.each(everyPaper.map((paper, index) => ({ seed: index + 1, paper, ...paper })))(
  '$widthDots dots, $mode, code $qr: the picture shows what another reads in the bytes',
  async ({ seed, paper }) => {
    expect([seed, await faultOfSlip(seed, paper)]).toEqual([seed, null])
  },
)

test('the other reader knows no drawer, no beep and no half command', () => {
  const read = (text: string) => readEscpos(Buffer.from(text, 'latin1'))
  expect(() => read('\x1b@\x1bp\x00\x32\xfa')).toThrow('ESC p')
  expect(() => read('\x1dv0\x00\x02\x00\x02\x00abc')).toThrow('ends inside')
  expect(() => read('caf\xe9\n')).toThrow('neither a letter nor a command')
})
