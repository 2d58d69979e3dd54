/**
 * Draws the letters of the printed slip once, at development time, so that the hub needs no font renderer.
 *
 *   node scripts/make-slip-glyphs.mjs [chromium]
 *
 * Reads Plus Jakarta Sans (OFL 1.1) from @fontsource-variable and writes
 *   server/printing/glyphs/plus-jakarta-sans.ts   the sizes that the slip uses, with kerning
 *   drivers/printers/receipt-font.ts              the 12 × 24 cells of the virtual printer's own text font
 */
import { readFile, writeFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { PNG } from 'pngjs'

const FONT_FILE = 'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2'
const NUMBER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ASCII = range(0x20, 0x7e)
const LATIN = `${ASCII}${range(0xa1, 0xac)}${range(0xae, 0xff)}–—‘’“”…`
const STYLES = [
  ...[148, 116, 100, 84].map((size) => ({ size, weight: 800, characters: NUMBER })),
  { size: 50, weight: 800, characters: `${ASCII}–` },
  { size: 42, weight: 800, characters: LATIN },
  { size: 40, weight: 700, characters: ASCII },
  { size: 34, weight: 800, characters: LATIN },
  { size: 34, weight: 700, characters: ASCII },
  { size: 31, weight: 800, characters: LATIN },
  { size: 31, weight: 600, characters: LATIN },
  { size: 29, weight: 600, characters: LATIN },
  { size: 28, weight: 700, characters: ASCII },
  { size: 28, weight: 600, characters: LATIN },
  { size: 27, weight: 600, characters: ASCII },
  { size: 26, weight: 800, characters: LATIN },
  { size: 26, weight: 600, characters: LATIN },
]

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
}

const page = await openPage(process.argv[2] ?? '/usr/bin/chromium')
try {
  const styles = []
  for (const style of STYLES) styles.push(await drawStyle(style))
  const kerning = []
  for (const weight of [...new Set(STYLES.map((style) => style.weight))]) {
    kerning.push({ weight, pairs: await measureKerning(weight) })
  }
  const packed = deflateRawSync(pack(styles, kerning), { level: 9 }).toString('base64')
  await writeModule(
    'server/printing/glyphs/plus-jakarta-sans.ts',
    'plusJakartaSans',
    'Plus Jakarta Sans (SIL OFL 1.1, licence beside this file), drawn in pure black; read by typeface.ts.',
    packed,
  )
  const cells = deflateRawSync(await drawCells(), { level: 9 }).toString('base64')
  await writeModule(
    'drivers/printers/receipt-font.ts',
    'receiptFont',
    'U+0020 to U+007E as cells of 12 × 24 dots, 2 bytes a row: Plus Jakarta Sans (SIL OFL 1.1), narrowed.',
    cells,
  )
} finally {
  await page.context().browser()?.close()
}

async function openPage(executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  const opened = await browser.newPage({ viewport: { width: 1600, height: 1600 }, deviceScaleFactor: 1 })
  const font = (await readFile(FONT_FILE)).toString('base64')
  await opened.setContent(`<style>
    @font-face{font-family:Slip;src:url(data:font/woff2;base64,${font}) format("woff2");font-weight:200 800}
    *{margin:0;padding:0}
    body{background:#fff;color:#000;font-family:Slip;font-feature-settings:"tnum";font-kerning:normal;
      text-rendering:geometricPrecision;-webkit-font-smoothing:antialiased}
    span{position:absolute;white-space:pre;line-height:1}
  </style><body><span>x</span></body>`)
  await opened.evaluate(() => document.fonts.load('600 20px Slip'))
  await opened.evaluate(() => document.fonts.ready)
  return opened
}

/** One character a cell; the baseline of every cell lies on a whole dot. */
async function drawStyle({ size, weight, characters, narrow = 1 }) {
  const list = [...characters]
  const cell = { width: Math.ceil(size * 1.6) + 8, height: Math.ceil(size * 1.6) }
  const baseline = Math.round(size * 1.2)
  const columns = Math.floor(1600 / cell.width)
  await page.setViewportSize({ width: 1600, height: Math.ceil(list.length / columns) * cell.height + 8 })
  const advances = await page.evaluate(
    ({ list, size, weight, cell, baseline, columns, narrow }) => {
      document.body.replaceChildren()
      return list.map((character, index) => {
        const span = document.createElement('span')
        span.textContent = character
        // With line-height 1 the baseline lies (1 − 1.26) / 2 + 1.038 em under the top: ascent 1.038, descent 0.222.
        const rise = 0.908 * size
        span.style.cssText = `font-size:${size}px;font-weight:${weight};left:${(index % columns) * cell.width + 8}px;
          top:${Math.floor(index / columns) * cell.height}px;
          transform:translateY(${baseline - Math.round(rise)}px) scaleX(${narrow});transform-origin:0 0`
        document.body.append(span)
        return span.getBoundingClientRect().width
      })
    },
    { list, size, weight, cell, baseline, columns, narrow },
  )
  const picture = PNG.sync.read(await page.screenshot())
  const isInk = (x, y) => picture.data[(y * picture.width + x) * 4] < 128
  const glyphs = list.map((character, index) => {
    const left = (index % columns) * cell.width
    const top = Math.floor(index / columns) * cell.height
    return cutGlyph(character, advances[index], isInk, { left, top, ...cell, baseline })
  })
  return { size, weight, glyphs }
}

function cutGlyph(character, advance, isInk, cell) {
  let [x0, y0, x1, y1] = [cell.width, cell.height, -1, -1]
  for (let y = 0; y < cell.height; y++) {
    for (let x = 0; x < cell.width; x++) {
      if (!isInk(cell.left + x, cell.top + y)) continue
      ;[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
    }
  }
  const code = character.codePointAt(0)
  if (x1 < 0) return { code, advance, left: 0, top: 0, width: 0, height: 0, rows: Buffer.alloc(0) }
  const [width, height] = [x1 - x0 + 1, y1 - y0 + 1]
  const stride = Math.ceil(width / 8)
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isInk(cell.left + x0 + x, cell.top + y0 + y)) rows[y * stride + (x >> 3)] |= 0x80 >> (x & 7)
    }
  }
  return { code, advance, left: x0 - 8, top: y0 - cell.baseline, width, height, rows }
}

/** Pairs of printable ASCII whose distance is not the sum of their advances, in thousandths of an em. */
async function measureKerning(weight) {
  return page.evaluate(
    ({ weight, list }) => {
      document.body.replaceChildren()
      const ruler = document.createElement('span')
      ruler.style.cssText = `font-size:200px;font-weight:${weight};font-feature-settings:"tnum","liga" 0,"calt" 0`
      document.body.append(ruler)
      const measure = (text) => {
        ruler.textContent = text
        return ruler.getBoundingClientRect().width
      }
      const advances = new Map(list.map((character) => [character, measure(character)]))
      const pairs = []
      for (const a of list) {
        for (const b of list) {
          const extra = Math.round((measure(a + b) - advances.get(a) - advances.get(b)) * 5)
          if (extra !== 0) pairs.push([a.codePointAt(0), b.codePointAt(0), extra])
        }
      }
      return pairs
    },
    { weight, list: [...`${ASCII}–`].filter((character) => character !== ' ') },
  )
}

/** Layout, big-endian: styles, each with its glyphs and their rows of bits, then kerning. typeface.ts reads it back. */
function pack(styles, kerning) {
  const parts = []
  const u8 = (value) => parts.push(Buffer.from([value]))
  const u16 = (value) => parts.push(Buffer.from([(value >> 8) & 0xff, value & 0xff]))
  u8(styles.length)
  for (const { size, weight, glyphs } of styles) {
    u8(size)
    u16(weight)
    u16(glyphs.length)
    for (const glyph of glyphs) {
      u16(glyph.code)
      u16(Math.round(glyph.advance * 64))
      u16(glyph.left)
      u16(glyph.top)
      u8(glyph.width)
      u8(glyph.height)
      parts.push(glyph.rows)
    }
  }
  u8(kerning.length)
  for (const { weight, pairs } of kerning) {
    u16(weight)
    u16(pairs.length)
    for (const [a, b, extra] of pairs) {
      u16(a)
      u16(b)
      u16(extra)
    }
  }
  return Buffer.concat(parts)
}

/** Wide letters are narrowed until they fit 11 of the 12 dots. */
async function drawCells() {
  const cells = Buffer.alloc(95 * 48)
  for (const narrow of [1, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48]) {
    const { glyphs } = await drawStyle({ size: 20, weight: 650, characters: ASCII, narrow })
    for (const [index, glyph] of glyphs.entries()) {
      const at = index * 48
      const isDrawn = cells.subarray(at, at + 48).some((byte) => byte !== 0)
      if (isDrawn || glyph.width > 11 || glyph.width === 0) continue
      const left = Math.floor((12 - glyph.width) / 2)
      const stride = Math.ceil(glyph.width / 8)
      for (let y = 0; y < glyph.height; y++) {
        for (let x = 0; x < glyph.width; x++) {
          if ((glyph.rows[y * stride + (x >> 3)] & (0x80 >> (x & 7))) === 0) continue
          const [column, row] = [left + x, Math.min(23, Math.max(0, 18 + glyph.top + y))]
          cells[at + row * 2 + (column >> 3)] |= 0x80 >> (column & 7)
        }
      }
    }
  }
  return cells
}

async function writeModule(file, name, comment, base64) {
  const text = `/**
 * ${comment}
 * Written by scripts/make-slip-glyphs.mjs: raw deflate, base64.
 */
export const ${name} =
  '${base64}'
`
  await writeFile(file, text)
  process.stdout.write(`${file} ${text.length} characters\n`)
}
