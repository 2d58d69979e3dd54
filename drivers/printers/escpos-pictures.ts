import { create } from 'qrcode'
import type { Paper } from './paper.ts'
import { countUnknown, feed, type Head, leftOf, printLine } from './print-head.ts'

const GS = 0x1d

/** GS v 0 m xL xH yL yH d…: rows of whole bytes. */
export function drawRaster(head: Head, bytes: Uint8Array): number {
  if (bytes.length < 8) return bytes.length
  const [, , , m = 0, xl = 0, xh = 0, yl = 0, yh = 0] = bytes
  const [stride, rows] = [xl + xh * 256, yl + yh * 256]
  const [wide, tall] = [(m & 1) + 1, ((m >> 1) & 1) + 1]
  drawRows(head, bytes.subarray(8), { stride, rows, wide, tall })
  return Math.min(bytes.length, 8 + stride * rows)
}

interface Rows {
  readonly stride: number
  readonly rows: number
  readonly wide: number
  readonly tall: number
}

function drawRows(head: Head, data: Uint8Array, { stride, rows, wide, tall }: Rows): void {
  printLine(head, false)
  const left = leftOf(head, stride * 8 * wide)
  for (let row = 0; row < rows; row++) {
    const line = data.subarray(row * stride, (row + 1) * stride)
    if (line.length === 0) break
    for (let copy = 0; copy < tall; copy++) {
      const y = head.y + row * tall + copy
      if (wide === 1 && left % 8 === 0) head.paper.inkBytes(left / 8, y, line)
      else inkWide(head.paper, line, left, y, wide)
    }
  }
  feed(head, rows * tall)
}

/**
 * GS ( L m fn …: keeps a picture (fn 112: a bx by c xL xH yL yH d…) and prints it (fn 50). False for what is not drawn;
 * a job that is cut off in the middle has drawn as far as it goes.
 */
export function takeGraphics(head: Head, body: Uint8Array): boolean {
  const [m = 0, fn = 0, tone = 0, wide = 1, tall = 1, , xl = 0, xh = 0, yl = 0, yh = 0] = body
  if (m !== 48) return false
  if (fn === 112 && tone === 48) {
    head.graphic = { width: xl + xh * 256, height: yl + yh * 256, wide, tall, data: body.subarray(10) }
    return true
  }
  if (fn !== 50 && fn !== 2) return false
  const { graphic } = head
  head.graphic = null
  if (graphic) {
    const { width, height, data } = graphic
    const times = (scale: number) => (scale === 2 ? 2 : 1)
    const rows = { stride: Math.ceil(width / 8), rows: height, wide: times(graphic.wide), tall: times(graphic.tall) }
    drawRows(head, data, rows)
  }
  return true
}

function inkWide(paper: Paper, line: Uint8Array, left: number, y: number, wide: number): void {
  for (let x = 0; x < line.length * 8 * wide; x++) {
    const column = Math.floor(x / wide)
    if (((line[column >> 3] ?? 0) & (0x80 >> (column & 7))) !== 0) paper.ink(left + x, y)
  }
}

/** ESC * m nL nH d…: columns of 8 or 24 dots; single density is two dots wide. */
export function drawColumns(head: Head, data: Uint8Array, mode: number, columns: number): number {
  const tall = mode >= 32 ? 24 : 8
  const wide = mode === 0 || mode === 32 ? 2 : 1
  const left = leftOf(head, columns * wide)
  for (let column = 0; column < columns; column++) {
    for (let y = 0; y < tall; y++) {
      const byte = data[column * (tall / 8) + (y >> 3)] ?? 0
      if ((byte & (0x80 >> (y & 7))) === 0) continue
      for (let copy = 0; copy < wide; copy++) head.paper.ink(left + column * wide + copy, head.y + y)
    }
  }
  return 5 + columns * (tall / 8)
}

const QR_SYMBOL = 49
const LEVELS = ['L', 'M', 'Q', 'H'] as const

/** GS ( k: cn fn parameters…; only QR codes are drawn. */
export function takeSymbol(head: Head, body: Uint8Array): void {
  const [symbol = 0, fn = 0, n = 0] = body
  if (symbol !== QR_SYMBOL) {
    countUnknown(head, [GS, 0x28, 0x6b, symbol], 0)
    return
  }
  if (fn === 65) return
  if (fn === 67) head.qr.moduleDots = n
  else if (fn === 69) head.qr.level = LEVELS[n - 48] ?? 'L'
  else if (fn === 80) head.qr.text = Buffer.from(body.subarray(3)).toString('latin1')
  else if (fn === 81) drawQr(head)
  else countUnknown(head, [GS, 0x28, 0x6b, symbol, fn], 0)
}

function drawQr(head: Head): void {
  printLine(head, false)
  const { text, moduleDots, level } = head.qr
  if (text === '') return
  const { modules } = create(text, { errorCorrectionLevel: level })
  const dots = modules.size * moduleDots
  const left = leftOf(head, dots)
  for (let y = 0; y < dots; y++) {
    for (let x = 0; x < dots; x++) {
      const isDark = modules.get(Math.floor(y / moduleDots), Math.floor(x / moduleDots)) !== 0
      if (isDark) head.paper.ink(left + x, head.y + y)
    }
  }
  feed(head, dots)
}
