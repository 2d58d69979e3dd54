import escpos from 'escpos'
import { renderEscpos } from '../../../drivers/printers/escpos-render.ts'

const render = (...bytes: (number | string)[]) =>
  renderEscpos(
    Buffer.concat(bytes.map((each) => (typeof each === 'number' ? Buffer.from([each]) : Buffer.from(each, 'latin1')))),
    576,
  )

function inkBox({ bits, width, height }: ReturnType<typeof render>) {
  const inked: { x: number; y: number }[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if ((bits[y * 72 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) inked.push({ x, y })
  }
  const xs = inked.map(({ x }) => x)
  const ys = inked.map(({ y }) => y)
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    dots: inked.length,
  }
}

test('a raster of GS v 0 is put on paper dot for dot, scaled as m says', () => {
  const square = Buffer.alloc(8, 0xff).toString('latin1')
  expect(inkBox(render('\x1dv0\x00\x01\x00\x08\x00', square))).toEqual({
    left: 0,
    right: 7,
    top: 0,
    bottom: 7,
    dots: 64,
  })
  expect(inkBox(render('\x1dv0\x03\x01\x00\x08\x00', square))).toMatchObject({ right: 15, bottom: 15, dots: 256 })
})

test('a raster is never read as commands', () => {
  const rendered = render('\x1dv0\x00\x04\x00\x01\x00', '\x1b@\x1dV', 'end\n')
  expect(rendered.lines).toEqual(['end'])
  expect(rendered.cuts).toBe(0)
})

test('alignment, size and line spacing move what they say', () => {
  expect(inkBox(render('\x1ba\x02', 'H\n'))).toMatchObject({ right: 574 })
  const [small, large] = [inkBox(render('H\n')), inkBox(render('\x1d!\x77', 'H\n'))]
  expect(large.dots).toBe(small.dots * 64)
  expect(render('\x1b3\x50', 'H\nH\n').height).toBe(160)
  expect(render('H\n', '\x1bd\x03').height).toBe(30 + 90)
  expect(render('H', '\x1bJ\x64').height).toBe(24 + 100)
})

test('text wraps at 48 columns of font A and 64 of font B', () => {
  expect(render('x'.repeat(50), '\n').lines.map((line) => line.length)).toEqual([48, 2])
  expect(render('\x1bM\x01', 'x'.repeat(66), '\n').lines.map((line) => line.length)).toEqual([64, 2])
})

test('bold adds ink, underline a line, inversion turns it round', () => {
  const plain = inkBox(render('H\n')).dots
  expect(inkBox(render('\x1bE\x01', 'H\n')).dots).toBeGreaterThan(plain)
  expect(inkBox(render('\x1b-\x01', 'H\n')).dots).toBe(plain + 24)
  expect(inkBox(render('\x1dB\x01', 'H\n')).dots).toBe(12 * 24 - plain)
})

test('unknown commands are counted by name, and reading goes on', () => {
  const rendered = render('\x1b\x99', '\x1d\x99', '\x1d\x99', '\x1d(L\x02\x00ab', 'after\n')
  expect([...rendered.unknown]).toEqual([
    ['1b 99', 1],
    ['1d 99', 2],
    ['1d 28 4c', 1],
  ])
  expect(rendered.lines).toEqual(['after'])
})

test('a job that is cut off anywhere is rendered as far as it goes', () => {
  const whole = Buffer.from(
    '\x1b@\x1ba\x01\x1d!\x11Hi\n\x1d(k\x03\x001C\x06\x1dv0\x00\x02\x00\x02\x00abcd\x1dVB\x00',
    'latin1',
  )
  for (let length = 0; length <= whole.length; length++) {
    expect(renderEscpos(whole.subarray(0, length), 576).height).toBeLessThan(200)
  }
})

test('a job of feeds cannot take all memory', () => {
  expect(renderEscpos(Buffer.from('\x1bJ\xff'.repeat(5_000), 'latin1'), 576).height).toBe(20_000)
})

test('slips of another encoder are understood', () => {
  const chunks: Buffer[] = []
  const memory = { write: (data: Buffer) => chunks.push(data), close: () => undefined }
  const printer = new escpos.Printer(memory, { encoding: 'CP437' })
  printer.hardware('init').align('ct').style('b').size(1, 1).text('Toko').size(0, 0).style('normal')
  printer.align('lt').text('Kopi   12.000').style('u').text('Total').feed(2).cut(true).flush()
  const rendered = renderEscpos(Buffer.concat(chunks), 384)
  expect(rendered.lines.filter((line) => line !== '')).toEqual(['Toko', 'Kopi   12.000', 'Total'])
  expect([...rendered.unknown]).toEqual([])
  expect(rendered.cuts).toBe(1)
})
