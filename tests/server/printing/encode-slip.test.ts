import jsqr from 'jsqr'
import { type RenderedSlip, renderEscpos } from '../../../drivers/printers/escpos-render.ts'
import { defaultPaper, encodeSlip, type Paper } from '../../../server/printing/encode-slip.ts'
import { createRaster, cutRows, isBlack, type Raster } from '../../../server/printing/raster.ts'
import { layOutSlip } from '../../../server/printing/slip.ts'
import type { SlipContent } from '../../../server/printing/slip-blocks.ts'
import { drawText, measureText } from '../../../server/printing/typeface.ts'
import { longest, sample, toRgba } from './_slips.ts'

const narrow = { ...defaultPaper, widthDots: 384 } as const
const variants: [string, SlipContent, Paper][] = [
  ['80 mm, Indonesian', sample, defaultPaper],
  ['80 mm, English', { ...sample, locale: 'en' }, defaultPaper],
  ['80 mm, priority', { ...sample, priority: true }, defaultPaper],
  ['80 mm, everything at its longest', longest, defaultPaper],
  [
    '80 mm, long address',
    { ...sample, url: `https://antrean.${'paserkab.'.repeat(6)}go.id/t/q7Rk2xW9mN4p` },
    defaultPaper,
  ],
  ['80 mm, QR by the printer', sample, { ...defaultPaper, qr: 'native' }],
  ['58 mm, Indonesian', sample, narrow],
  ['58 mm, English', { ...sample, locale: 'en' }, narrow],
  ['58 mm, everything at its longest', longest, narrow],
  ['80 mm, text', sample, { ...defaultPaper, mode: 'text' }],
  ['58 mm, text', longest, { ...narrow, mode: 'text' }],
]

async function print(content: SlipContent, paper: Paper): Promise<RenderedSlip> {
  return renderEscpos(await encodeSlip(layOutSlip(content), paper), paper.widthDots)
}
const asRaster = ({ width, height, bits }: RenderedSlip): Raster => ({
  width,
  height,
  bits,
  stride: Math.ceil(width / 8),
})

describe.each(variants)('%s', (_name, content, paper) => {
  test('the printed QR code reads as the ticket’s address', async () => {
    const slip = await print(content, paper)
    expect(jsqr(toRgba(slip), slip.width, slip.height)?.data).toBe(content.url)
  })

  test('a printer understands every byte and cuts once', async () => {
    const slip = await print(content, paper)
    expect([...slip.unknown]).toEqual([])
    expect(slip.cuts).toBe(1)
  })
})

test.each(variants.filter(([, , { mode }]) => mode === 'raster'))(
  '%s: only the weave touches the edges',
  async (_name, content, paper) => {
    const slip = asRaster(await print(content, paper))
    const rows = Array.from({ length: slip.height - 48 - 32 }, (_, index) => index + 48)
    expect(rows.filter((y) => isBlack(slip, 0, y) || isBlack(slip, slip.width - 1, y))).toEqual([])
  },
)

describe('the picture', () => {
  const inkOf = (raster: Raster) => {
    const dots: string[] = []
    for (let y = 0; y < raster.height; y++) {
      for (let x = 0; x < raster.width; x++) if (isBlack(raster, x, y)) dots.push(`${x},${y}`)
    }
    return dots
  }

  test('shows the label of the bytes in letters of 148 dots', async () => {
    const printed = cutRows(asRaster(await print(sample, defaultPaper)), 206, 148)
    const expected = createRaster(576, 148)
    const width =
      measureText('148/800', 'DK', { letter: 0.004 }) + 0.2 * 148 + measureText('148/800', '050', { letter: 0.004 })
    const left = (576 - width) / 2
    drawText(expected, '148/800', 'DK', { x: left, baseline: 134, spacing: { letter: 0.004 } })
    const gap = left + measureText('148/800', 'DK', { letter: 0.004 }) + 0.2 * 148
    drawText(expected, '148/800', '050', { x: gap, baseline: 134, spacing: { letter: 0.004 } })
    expect(inkOf(printed)).toEqual(inkOf(expected))
  })

  test('of another label differs there, and of the same content not at all', async () => {
    const region = async (content: SlipContent) =>
      inkOf(cutRows(asRaster(await print(content, defaultPaper)), 206, 148))
    expect(await region({ ...sample, label: 'DK-051' })).not.toEqual(await region(sample))
    expect(await encodeSlip(layOutSlip(sample), defaultPaper)).toEqual(
      await encodeSlip(layOutSlip(sample), defaultPaper),
    )
  })

  test('is about 160 mm long at 203 dots an inch', async () => {
    const { height } = await print(sample, defaultPaper)
    expect(height / 8).toBeGreaterThan(150)
    expect(height / 8).toBeLessThan(165)
  })

  test('has a longer form with the priority and the reprint mark', async () => {
    const { height } = await print(sample, defaultPaper)
    const longerBy = async (content: SlipContent) => (await print(content, defaultPaper)).height - height
    expect(Math.abs((await longerBy({ ...sample, priority: true })) - 64)).toBeLessThan(2)
    expect(Math.abs((await longerBy({ ...sample, priority: true, reprint: true })) - 128)).toBeLessThan(2)
  })

  test('draws no more than twelve strands ahead', async () => {
    const twelve = await print({ ...sample, ahead: 12, estimate: null }, narrow)
    const many = await print({ ...sample, ahead: 90, estimate: null }, narrow)
    expect(many.height).toBe(twelve.height)
  })
})

describe('the text form', () => {
  const text = async (content: SlipContent, paper: Partial<Paper> = {}) =>
    (await print(content, { ...defaultPaper, mode: 'text', ...paper })).lines

  test('says the same words in plain letters', async () => {
    const lines = await text(sample)
    for (const words of [
      'DK 050',
      'Disdukcapil',
      'Lantai 1, Gerai',
      '03',
      '10.00-10.20',
      '[x] Fotokopi Kartu Keluarga',
    ]) {
      expect(lines).toContain(words)
    }
  })

  test('keeps to 48 and 32 columns', async () => {
    for (const [widthDots, columns] of [[576, 48] as const, [384, 32] as const]) {
      const lines = await text(longest, { widthDots })
      expect(Math.max(...lines.map((line) => line.length))).toBe(columns)
    }
  })

  test('marks priority and reprint', async () => {
    const lines = await text(longest)
    expect(lines).toContain('* Prioritas *')
    expect(lines).toContain('[ CETAK ULANG ]')
  })

  test('holds no byte above 0x7e outside its commands', async () => {
    const bytes = await encodeSlip(layOutSlip({ ...sample, agency: 'Café – “Å”' }), {
      ...defaultPaper,
      mode: 'text',
      qr: 'none',
    })
    expect(bytes.filter((byte) => byte > 0x7e)).toHaveLength(0)
  })

  test('prints the address for printers that know no QR code', async () => {
    expect(await text(sample, { qr: 'none' })).toContain(sample.url)
  })
})
