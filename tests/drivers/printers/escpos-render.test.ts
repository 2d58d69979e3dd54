import escpos from 'escpos'
import jsqr from 'jsqr'
import { renderEscpos } from '../../../drivers/printers/escpos-render.ts'
import { toRgba } from '../../server/printing/_slips.ts'
import { foreignSlips } from './_foreign-slips.ts'

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

const foreign = (name: keyof typeof foreignSlips) => {
  const rendered = renderEscpos(Buffer.from(foreignSlips[name], 'base64'), 576)
  return { ...rendered, said: rendered.lines.map((line) => line.trim().replace(/ +/g, ' ')).filter(Boolean) }
}

test('receipts of two other encoders: their letters, code page 437, pictures and codes', () => {
  const raster = foreign('raster')
  expect(raster.said).toEqual([
    'TOKO MAJU',
    'Jl. Merdeka 10',
    '─'.repeat(48),
    'Kopi 12.000',
    'Teh 8.000',
    'Total 20.000',
    'LUNAS',
  ])
  expect(jsqr(toRgba(raster), raster.width, raster.height)?.data).toBe('http://example.id/t/abc123')
  expect([raster.cuts, [...raster.unknown]]).toEqual([1, []])
  const thermal = foreign('thermal')
  expect(thermal.said).toEqual(expect.arrayContaining(['WARUNG SEHAT', 'Nasi 15.000', 'Jumlah 20.000', 'LUNAS']))
  expect(jsqr(toRgba(thermal), thermal.width, thermal.height)?.data).toBe('http://example.id/t/xyz789')
})

test('what another encoder sends and nobody draws is counted: bar codes', () => {
  expect([...foreign('columns').unknown]).toEqual([['1d 6b', 1]])
  expect(foreign('columns').said).toEqual(['Kolom'])
  expect(foreign('thermal').unknown.get('1d 6b')).toBe(1)
})

test('a picture of GS ( L is kept and printed where it is asked for, also with four bytes of length', () => {
  const square = Buffer.alloc(8, 0xff).toString('latin1')
  const stored = `0p0\x01\x01\x31\x08\x00\x08\x00${square}`
  const kept = `\x1d(L\x12\x00${stored}`
  const print = '\x1d(L\x02\x000\x32'
  expect(render(kept).height).toBe(0)
  expect(inkBox(render(kept, print))).toEqual({ left: 0, right: 7, top: 0, bottom: 7, dots: 64 })
  expect(inkBox(render(`\x1d8L\x12\x00\x00\x00${stored}`, print)).dots).toBe(64)
  expect([...render(kept, print).unknown]).toEqual([])
})

test('a command that is not drawn takes its parameters along, so that none is read as a letter', () => {
  const rendered = render('\x1b$AB', '\x1dLAB', '\x1dWAB', '\x1bDAB\x00', '\x1b AH', '\x1b{A', '\x1bp012', 'end\n')
  expect(rendered.lines).toEqual(['Hend'])
  expect([...rendered.unknown.values()]).toEqual([1, 1, 1, 1, 1, 1])
})

test('any bytes are rendered somehow, the same way each time', () => {
  let state = 7
  const noise = Uint8Array.from({ length: 20_000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
  const families = [0x1b, 0x1d, 0x1c, 0x10]
  for (let part = 0; part < 40; part++) {
    const bytes = Buffer.from([families[part % 4] ?? 0, ...noise.subarray(part * 500, (part + 1) * 500)])
    const [first, again] = [renderEscpos(bytes, 384), renderEscpos(bytes, 384)]
    expect(first.height).toBeLessThanOrEqual(20_000)
    expect(Buffer.compare(first.bits, again.bits)).toBe(0)
    expect(again.unknown).toEqual(first.unknown)
  }
})
