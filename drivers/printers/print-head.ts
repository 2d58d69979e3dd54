import { letterOf } from './escpos-lengths.ts'
import { openPaper, type Paper } from './paper.ts'
import { type Cell, cellHeight, cellWidth, drawCell, PLAIN_TEXT, type TextStyle } from './text-line.ts'

export const DEFAULT_LINE_DOTS = 30
/** 2.5 m of paper. */
const LONGEST_ROWS = 20_000
const TAB_COLUMNS = 8

/** The print head over its paper: where it stands, what waits in the line, and the modes that commands have set. */
export interface Head {
  readonly paper: Paper
  y: number
  style: TextStyle
  align: number
  lineDots: number
  cells: Cell[]
  /** Width of what waits in the line. */
  usedDots: number
  lines: string[]
  cuts: number
  qr: { text: string; moduleDots: number; level: 'L' | 'M' | 'Q' | 'H' }
  /** Kept until it is printed (GS ( L). */
  graphic: { width: number; height: number; wide: number; tall: number; data: Uint8Array } | null
  unknown: Map<string, number>
}

export function openHead(width: number): Head {
  return {
    paper: openPaper(width, LONGEST_ROWS),
    y: 0,
    ...freshModes(),
    lines: [],
    cuts: 0,
    unknown: new Map(),
  }
}

export function freshModes() {
  const qr: Head['qr'] = { text: '', moduleDots: 3, level: 'L' }
  return {
    style: PLAIN_TEXT,
    align: 0,
    graphic: null,
    lineDots: DEFAULT_LINE_DOTS,
    cells: [] as Cell[],
    usedDots: 0,
    qr,
  }
}

/** For a command that is not understood; returns the length it was given. */
export function countUnknown(head: Head, command: readonly number[], length: number): number {
  const name = command.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  head.unknown.set(name, (head.unknown.get(name) ?? 0) + 1)
  return length
}

export function feed(head: Head, dots: number): void {
  head.y = Math.min(LONGEST_ROWS, head.y + dots)
  head.paper.reach(head.y)
}

export function leftOf(head: Head, dots: number): number {
  const room = Math.max(0, head.paper.width - dots)
  return head.align === 1 ? room >> 1 : head.align === 2 ? room : 0
}

export function type(head: Head, code: number): number {
  const cell: Cell = { code, style: head.style }
  if (head.usedDots + cellWidth(cell) > head.paper.width) printLine(head, true)
  head.cells.push(cell)
  head.usedDots += cellWidth(cell)
  return 1
}

export function tab(head: Head): number {
  do type(head, 0x20)
  while (head.cells.length % TAB_COLUMNS !== 0)
  return 1
}

export function advance(head: Head): number {
  printLine(head, true)
  return 1
}

/** Prints what is in the line; an empty line only feeds. */
export function printLine(head: Head, isFed: boolean): void {
  const { cells } = head
  if (cells.length === 0) {
    if (isFed) {
      head.lines.push('')
      feed(head, head.lineDots)
    }
    return
  }
  const height = Math.max(...cells.map(cellHeight))
  let x = leftOf(head, head.usedDots)
  for (const cell of cells) {
    drawCell(head.paper, cell, x, head.y + height)
    x += cellWidth(cell)
  }
  head.lines.push(cells.map(({ code }) => letterOf(code)).join(''))
  head.cells = []
  head.usedDots = 0
  feed(head, Math.max(height, isFed ? head.lineDots : 0))
}

export function cut(head: Head, length: number): number {
  printLine(head, false)
  head.cuts++
  return length
}
