import { inflateRawSync } from 'node:zlib'
import { receiptFont } from '../../../drivers/printers/receipt-font.ts'

/**
 * Reads the bytes of a slip by Epson's ESC/POS reference, for tests: it shares no line with the renderer of the product.
 * It is strict: a command that a slip has no business to send, a drawer pulse among them, is an error.
 */
export type Item =
  | { kind: 'text'; text: string; wide: number; tall: number; bold: boolean; align: Align }
  | { kind: 'picture'; width: number; rows: readonly Uint8Array[]; align: Align }
  | { kind: 'qr'; text: string; module: number; align: Align }
  | { kind: 'feed'; dots: number }
type Align = 0 | 1 | 2

export interface Reading {
  readonly items: readonly Item[]
  /** Commands in the order in which they came, by name. */
  readonly commands: readonly string[]
}

export function readEscpos(bytes: Uint8Array): Reading {
  const items: Item[] = []
  const commands: string[] = []
  let [wide, tall, bold, align, text] = [1, 1, false, 0 as Align, '']
  const code = { text: '', module: 0 }
  let place = 0
  const take = (): number => {
    const byte = bytes[place++]
    if (byte === undefined) throw new RangeError('the job ends inside a command')
    return byte
  }
  const take16 = (): number => take() + take() * 256
  const slice = (length: number): Uint8Array => {
    if (place + length > bytes.length) throw new RangeError('the job ends inside a picture or a text')
    place += length
    return bytes.subarray(place - length, place)
  }

  const ofEsc: Record<string, () => void> = {
    '@': () => {
      ;[wide, tall, bold, align] = [1, 1, false, 0]
    },
    t: () => expectByte(take(), 0, 'ESC t chooses code page 437'),
    a: () => {
      align = take() as Align
    },
    E: () => {
      bold = (take() & 1) === 1
    },
    '-': () => expectByte(take() & 3, 0, 'nothing on a slip is underlined'),
    M: () => expectByte(take(), 0, 'slips are in font A'),
    '!': () => {
      const mode = take()
      ;[bold, tall, wide] = [(mode & 8) !== 0, (mode & 16) === 0 ? 1 : 2, (mode & 32) === 0 ? 1 : 2]
    },
    J: () => items.push({ kind: 'feed', dots: take() }),
    d: () => items.push({ kind: 'feed', dots: take() * 30 }),
  }
  const symbol: Record<number, (body: Uint8Array) => void> = {
    65: (body) => expectByte(body[0], 50, 'QR code of model 2'),
    67: ([dots = 0]) => {
      code.module = dots
    },
    69: (body) => expectByte(body[0], 49, 'error correction M'),
    80: (body) => {
      code.text = Buffer.from(body.subarray(1)).toString('utf8')
    },
    81: () => items.push({ kind: 'qr', ...code, align }),
  }
  const ofGs: Record<string, () => void> = {
    '!': () => {
      const size = take()
      ;[wide, tall] = [(size >> 4) + 1, (size & 15) + 1]
    },
    V: () => {
      expectByte(take(), 66, 'a partial cut after a feed')
      take()
    },
    v: () => {
      expectByte(take(), 0x30, 'GS v 0')
      expectByte(take(), 0, 'pictures are not stretched')
      const [stride, height] = [take16(), take16()]
      items.push({
        kind: 'picture',
        width: stride * 8,
        rows: Array.from({ length: height }, () => slice(stride)),
        align,
      })
    },
    '(': () => {
      expectByte(take(), 'k'.charCodeAt(0), 'GS ( k')
      const body = slice(take16())
      expectByte(body[0], 49, 'the only symbol is a QR code')
      const act = symbol[body[1] ?? 0]
      if (!act) throw new Error(`GS ( k function ${body[1]}`)
      act(body.subarray(2))
    },
  }
  const families: Record<number, [string, Record<string, () => void>]> = {
    27: ['ESC', ofEsc],
    29: ['GS', ofGs],
    28: ['FS', { '.': () => undefined }],
  }

  while (place < bytes.length) {
    const byte = take()
    const family = families[byte]
    if (family) {
      const letter = String.fromCharCode(take())
      const act = family[1][letter]
      if (!act) throw new Error(`${family[0]} ${letter} at byte ${place - 2}`)
      commands.push(`${family[0]} ${letter}`)
      act()
    } else if (byte === 0x0a) {
      items.push({ kind: 'text', text, wide, tall, bold, align })
      text = ''
    } else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte)
    else throw new Error(`byte ${byte} at ${place - 1} is neither a letter nor a command`)
  }
  if (text !== '') throw new Error('letters after the last line')
  return { items, commands }
}

function expectByte(byte: number | undefined, wanted: number, why: string): void {
  if (byte !== wanted) throw new Error(`${why}: ${wanted}, not ${byte}`)
}

/** A picture by its dots. */
export interface Dots {
  readonly width: number
  readonly height: number
  isBlack(x: number, y: number): boolean
}

/**
 * Lays what was read beside the picture, dot by dot: the first thing that the picture shows otherwise, that it does not
 * show, or that it shows and nobody printed. Null when both say the same. Codes are measured by `sideOf`, which scans.
 */
export function difference(items: readonly Item[], dots: Dots, sideOf: (text: string) => number): string | null {
  let y = 0
  const leftOf = (width: number, align: Align) =>
    align === 1 ? (dots.width - width) >> 1 : align === 2 ? dots.width - width : 0
  for (const item of items) {
    if (item.kind === 'feed') {
      const ink = inkIn(dots, y, y + item.dots)
      if (ink) return `ink in a feed at ${ink}`
      y += item.dots
    } else if (item.kind === 'picture') {
      const left = leftOf(item.width, item.align)
      for (const row of item.rows) {
        for (let x = 0; x < dots.width; x++) {
          const column = x - left
          const wanted = column >= 0 && column < item.width && ((row[column >> 3] ?? 0) & (0x80 >> (column & 7))) !== 0
          if (dots.isBlack(x, y) !== wanted) return `the picture of ${item.rows.length} rows differs at ${x},${y}`
        }
        y++
      }
    } else if (item.kind === 'qr') {
      y += sideOf(item.text) * item.module
    } else {
      if (!isLineAt(item, dots, leftOf(item.text.length * LETTER.width * item.wide, item.align), y))
        return `"${item.text}" is not on the picture at row ${y}`
      const below = y + LETTER.height * item.tall
      y = Math.max(below, y + LINE_DOTS)
      const ink = inkIn(dots, below, y)
      if (ink) return `ink between two lines at ${ink}`
    }
  }
  const ink = inkIn(dots, y, dots.height)
  return ink ? `ink that nobody printed at ${ink}` : null
}

const LETTER = { width: 12, height: 24 }
/** How far a printer feeds for a line of small letters when nobody says otherwise. */
const LINE_DOTS = 30

function isLineAt(item: Extract<Item, { kind: 'text' }>, dots: Dots, left: number, top: number): boolean {
  const { text, wide, tall, bold } = item
  for (let y = 0; y < LETTER.height * tall; y++) {
    for (let x = 0; x < dots.width; x++) {
      const column = Math.floor((x - left) / wide)
      const letter = text.charCodeAt(Math.floor(column / LETTER.width))
      const isInside = column >= 0 && Number.isInteger(letter)
      const wanted = isInside && isLetterDot(letter, column % LETTER.width, Math.floor(y / tall), bold)
      if (dots.isBlack(x, top + y) !== wanted) return false
    }
  }
  return true
}

/** The printer's own letters are data: 95 of them from the blank on, 24 rows of two bytes each. */
const letters = inflateRawSync(Buffer.from(receiptFont, 'base64'))

function isLetterDot(code: number, x: number, y: number, bold: boolean): boolean {
  const row = letters.readUInt16BE(((code - 0x20) * LETTER.height + y) * 2)
  const isInk = (column: number) => column >= 0 && (row & (0x8000 >> column)) !== 0
  return isInk(x) || (bold && isInk(x - 1))
}

function inkIn(dots: Dots, from: number, to: number): string | null {
  for (let y = from; y < Math.min(to, dots.height); y++) {
    for (let x = 0; x < dots.width; x++) if (dots.isBlack(x, y)) return `${x},${y}`
  }
  return null
}
