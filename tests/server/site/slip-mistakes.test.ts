import { deflateSync } from 'node:zlib'
import { encodeOneBitPng } from '../../../drivers/printers/one-bit-png.ts'
import { readLogo } from '../../../server/logo.ts'
import { expectOneMistake, mistakesOf, paserText, type Spoiling, spoiled } from './_packages.ts'

const logo = async (width: number, height: number) => {
  const bits = new Uint8Array(Math.ceil(width / 8) * height).fill(0xa5)
  return (await encodeOneBitPng({ width, height, bits })).toString('base64')
}
/** 8 bits a dot, as most programs write a picture. */
const grey = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg=='

test('a logo of black and white is taken, dot for dot, and any other is told in words', async () => {
  const good = await logo(360, 200)
  expect(mistakesOf(spoiled(paserText, (s) => (s.site.slip = { logo: good })).text)).toEqual([])
  expect(readLogo(await logo(16, 2))).toEqual({ width: 16, height: 2, bits: Uint8Array.of(0xa5, 0xa5, 0xa5, 0xa5) })
  const wide = await logo(361, 8)
  const torn = Buffer.from(good, 'base64').subarray(0, 60).toString('base64')
  const rows: Spoiling[] = [
    ['too wide', 'bad-logo', 'site.slip.logo', undefined, (s) => (s.site.slip = { logo: wide })],
    ['grey', 'bad-logo', 'agencies[0].slip.logo', 'PTSP', (s) => (s.agencies[0].slip = { logo: grey })],
    ['torn', 'bad-logo', 'site.slip.logo', undefined, (s) => (s.site.slip = { logo: torn })],
    ['no picture', 'wrong-form', 'site.slip.logo', undefined, (s) => (s.site.slip = { logo: 'R0lGODlh' })],
    [
      'a part that no slip has',
      'unknown-part',
      'site.slip.parts.hat',
      undefined,
      (s) => (s.site.slip = { parts: { hat: 'shown' } }),
    ],
    [
      'a part half shown',
      'not-allowed',
      'site.slip.parts.qr',
      undefined,
      (s) => (s.site.slip = { parts: { qr: 'half' } }),
    ],
    [
      'a number too large',
      'not-allowed',
      'site.slip.numberSize',
      undefined,
      (s) => (s.site.slip = { numberSize: 'huge' }),
    ],
    [
      'a head of four lines',
      'too-many',
      'site.slip.head',
      undefined,
      (s) => (s.site.slip = { head: Array(4).fill({ id: 'a', en: 'b' }) }),
    ],
    [
      'control bytes',
      'control-character',
      'site.slip.closing.id',
      undefined,
      (s) => (s.site.slip = { closing: { id: 'a\u001bp', en: 'b' } }),
    ],
  ]
  for (const row of rows) expectOneMistake(row)
})

test('a picture that unpacks to more than it says is no picture', async () => {
  const png = Buffer.from(await logo(8, 1), 'base64')
  const bomb = Buffer.concat([png.subarray(0, 33), deflateSync(Buffer.alloc(1_000_000)), png.subarray(33)])
  expect(readLogo(bomb.toString('base64'))).toBe('no-picture')
})

test('a picture that says its size twice, or has none, is no picture', async () => {
  const [small, large] = [Buffer.from(await logo(8, 1), 'base64'), Buffer.from(await logo(360, 200), 'base64')]
  const twice = Buffer.concat([small.subarray(0, 33), large.subarray(8)])
  expect(readLogo(twice.toString('base64'))).toBe('no-picture')
  expect(readLogo(await logo(0, 5))).toBe('no-picture')
})
