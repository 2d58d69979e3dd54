import { inflateRawSync } from 'node:zlib'
import type { Paper } from './paper.ts'
import { receiptFont } from './receipt-font.ts'

/** How the printer's own letters look from here on (ESC !, GS !, ESC E, ESC -, GS B, ESC M). */
export interface TextStyle {
  readonly small: boolean
  readonly bold: boolean
  readonly underlined: boolean
  readonly inverted: boolean
  /** 1 to 8. */
  readonly wide: number
  readonly tall: number
}

export const PLAIN_TEXT: TextStyle = {
  small: false,
  bold: false,
  underlined: false,
  inverted: false,
  wide: 1,
  tall: 1,
}

export interface Cell {
  readonly code: number
  readonly style: TextStyle
}

const FONT_A = { width: 12, height: 24 }
const FONT_B = { width: 9, height: 17 }
const FIRST_CODE = 0x20
const CODES = 95
const ROW_BYTES = 2

let font: Uint8Array | undefined

/** What the font lacks is drawn as a box, so that it is seen. */
const MISSING = Array.from({ length: FONT_A.height }, (_, y) => (y < 4 || y > 19 ? 0 : y < 6 || y > 17 ? 0x7fe : 0x606))

/** One row of a letter as 12 bits, the leftmost highest. */
function rowOfFontA(code: number, y: number): number {
  font ??= inflateRawSync(Buffer.from(receiptFont, 'base64'))
  const index = code - FIRST_CODE
  if (index < 0 || index >= CODES) return MISSING[y] ?? 0
  const at = (index * FONT_A.height + y) * ROW_BYTES
  return (((font[at] ?? 0) << 8) | (font[at + 1] ?? 0)) >> 4
}

/** One row of a letter in its style, unscaled, as bits of the style's width. */
function rowOfCell({ code, style }: Cell, y: number): number {
  const base = baseOf(style)
  const full = (1 << base.width) - 1
  let row = rowOfFontA(code, Math.floor((y * FONT_A.height) / base.height))
  if (style.small) row = narrow(row)
  if (style.bold) row |= row >> 1
  if (style.underlined && y >= base.height - 2) row = full
  return style.inverted ? row ^ full : row
}

/** Font B: 12 columns become 9; of every four the last two are joined. */
function narrow(row: number): number {
  let narrowed = 0
  for (let group = 2; group >= 0; group--) {
    const four = (row >> (group * 4)) & 0xf
    narrowed = (narrowed << 3) | ((four >> 1) & 6) | ((four & 3) === 0 ? 0 : 1)
  }
  return narrowed
}

const baseOf = (style: TextStyle) => (style.small ? FONT_B : FONT_A)

export function cellWidth({ style }: Cell): number {
  return baseOf(style).width * style.wide
}

export function cellHeight({ style }: Cell): number {
  return baseOf(style).height * style.tall
}

/** Draws a cell whose lowest row lies just above `bottom`. */
export function drawCell(paper: Paper, cell: Cell, left: number, bottom: number): void {
  const { wide, tall } = cell.style
  const base = baseOf(cell.style)
  const top = bottom - base.height * tall
  for (let y = 0; y < base.height; y++) {
    const row = rowOfCell(cell, y)
    if (row === 0) continue
    for (let x = 0; x < base.width; x++) {
      if ((row & (1 << (base.width - 1 - x))) === 0) continue
      for (let dot = 0; dot < wide * tall; dot++) {
        paper.ink(left + x * wide + (dot % wide), top + y * tall + Math.floor(dot / wide))
      }
    }
  }
}
