import { SILENT, UNDRAWN } from './escpos-lengths.ts'
import { drawColumns, drawRaster, takeGraphics, takeSymbol } from './escpos-pictures.ts'
import {
  advance,
  countUnknown,
  cut,
  DEFAULT_LINE_DOTS,
  feed,
  freshModes,
  type Head,
  openHead,
  printLine,
  tab,
  type,
} from './print-head.ts'

/** What a printer of this width would have put on paper. */
export interface RenderedSlip {
  readonly width: number
  readonly height: number
  /** 1 bit a dot, 1 is black, most significant bit left, rows of whole bytes. */
  readonly bits: Uint8Array
  /** Text as it was printed by the printer's own letters, one entry a line. */
  readonly lines: readonly string[]
  readonly cuts: number
  /** Commands that are not understood, e.g. `1d 6b`, and how often. */
  readonly unknown: ReadonlyMap<string, number>
}

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10

/** Draws ESC/POS as a picture. Never throws: what is not understood is counted and skipped. */
export function renderEscpos(bytes: Uint8Array, width: 576 | 384): RenderedSlip {
  const head = openHead(width)
  let at = 0
  while (at < bytes.length) at += Math.max(1, takeCommand(head, bytes, at))
  printLine(head, false)
  const { paper } = head
  return {
    width,
    height: paper.height(),
    bits: paper.bits(),
    lines: head.lines,
    cuts: head.cuts,
    unknown: head.unknown,
  }
}

/** Works off one command or letter; returns how many bytes it took. */
function takeCommand(head: Head, bytes: Uint8Array, at: number): number {
  const [byte = 0, next = 0, n = 0] = bytes.subarray(at, at + 3)
  if (byte === 0x0a) return advance(head)
  if (byte === 0x09) return tab(head)
  if (byte === DLE) return next === 0x14 ? 5 : 3
  if (byte >= 0x20) return type(head, byte)
  if (byte !== ESC && byte !== GS && byte !== FS) return byte === 0x0d ? 1 : countUnknown(head, [byte], 1)
  const silent = SILENT[byte]?.[next]
  if (silent !== undefined) return 2 + silent
  const undrawn = UNDRAWN[byte]?.[next]
  if (undrawn !== undefined) return countUnknown(head, [byte, next], 2 + undrawn)
  if (byte === ESC) return takeEsc(head, bytes, at, next, n)
  if (byte === GS) return takeGs(head, bytes, at, next, n)
  return countUnknown(head, [byte, next], 2)
}

function takeEsc(head: Head, bytes: Uint8Array, at: number, next: number, n: number): number {
  switch (next) {
    case 0x40: // ESC @
      printLine(head, false)
      Object.assign(head, freshModes())
      return 2
    case 0x21: // ESC ! print mode
      head.style = {
        ...head.style,
        small: (n & 0x01) !== 0,
        bold: (n & 0x08) !== 0,
        underlined: (n & 0x80) !== 0,
        tall: (n & 0x10) !== 0 ? 2 : 1,
        wide: (n & 0x20) !== 0 ? 2 : 1,
      }
      return 3
    case 0x45: // ESC E
    case 0x47: // ESC G, twice in the same place: as dark
      head.style = { ...head.style, bold: (n & 1) !== 0 }
      return 3
    case 0x2d: // ESC -
      head.style = { ...head.style, underlined: (n & 3) !== 0 }
      return 3
    case 0x4d: // ESC M
      head.style = { ...head.style, small: (n & 1) !== 0 }
      return 3
    case 0x61: // ESC a
      head.align = n % 48
      return 3
    case 0x32: // ESC 2
      head.lineDots = DEFAULT_LINE_DOTS
      return 2
    case 0x33: // ESC 3
      head.lineDots = n
      return 3
    case 0x64: // ESC d
      printLine(head, true)
      feed(head, Math.max(0, n - 1) * head.lineDots)
      return 3
    case 0x4a: // ESC J
      printLine(head, false)
      feed(head, n)
      return 3
    case 0x69: // ESC i
    case 0x6d: // ESC m
      return cut(head, 2)
    case 0x44: // ESC D: where tabs stand, up to NUL
      return countUnknown(head, [ESC, next], Math.max(2, bytes.indexOf(0, at + 2) + 1 - at))
    case 0x34: // ESC 4: italics, which no receipt printer draws
    case 0x35:
      return 2
    case 0x2a: {
      const columns = (bytes[at + 3] ?? 0) + (bytes[at + 4] ?? 0) * 256
      return drawColumns(head, bytes.subarray(at + 5), n, columns)
    }
    default:
      return countUnknown(head, [ESC, next], 2)
  }
}

function takeGs(head: Head, bytes: Uint8Array, at: number, next: number, n: number): number {
  switch (next) {
    case 0x21: // GS !
      head.style = { ...head.style, wide: ((n >> 4) & 7) + 1, tall: (n & 7) + 1 }
      return 3
    case 0x42: // GS B
      head.style = { ...head.style, inverted: (n & 1) !== 0 }
      return 3
    case 0x56: // GS V
      return cut(head, n === 65 || n === 66 || n === 97 || n === 98 ? 4 : 3)
    case 0x76: // GS v 0
      return drawRaster(head, bytes.subarray(at))
    case 0x28: {
      const length = (bytes[at + 3] ?? 0) + (bytes[at + 4] ?? 0) * 256
      const body = bytes.subarray(at + 5, at + 5 + length)
      if (n === 0x6b) takeSymbol(head, body)
      else if (n !== 0x4c || !takeGraphics(head, body)) countUnknown(head, [GS, next, n], 0)
      return 5 + length
    }
    case 0x38: {
      // GS 8 L: GS ( L with a length of four bytes
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      if (n !== 0x4c || at + 7 > bytes.length) return countUnknown(head, [GS, next], 2)
      const length = view.getUint32(at + 3, true)
      if (!takeGraphics(head, bytes.subarray(at + 7, at + 7 + length))) countUnknown(head, [GS, next, n], 0)
      return Math.min(bytes.length, 7 + length)
    }
    case 0x2a: // GS *: a picture that is only kept
      return countUnknown(head, [GS, next], 4 + n * (bytes[at + 3] ?? 0) * 8)
    case 0x6b: {
      const end = n < 65 ? bytes.indexOf(0, at + 3) + 1 - at : 4 + (bytes[at + 3] ?? 0)
      return countUnknown(head, [GS, next], Math.max(3, end))
    }
    default:
      return countUnknown(head, [GS, next], 2)
  }
}
