import { makeQrMatrix, type QrMatrix } from './qr-matrix.ts'
import { createRaster, fillBox, fillRoundBox, type Raster } from './raster.ts'
import { addLeft, innerWidth, lineWidth, type Sheet, type TextLine, WORDS } from './sheet.ts'
import type { TurnBlock } from './slip-blocks.ts'
import { wrapText } from './typeface.ts'

export const MODULE_DOTS = 6
const QUIET_MODULES = 4
const QUIET_DOTS = MODULE_DOTS * QUIET_MODULES
/** The words beside a QR code need at least this; otherwise the code goes under them. */
const NARROWEST_COLUMN = 240
const STRAND = { pitch: 24, width: 16, border: 3, ahead: 37, self: 52, radius: 5, most: 12 }

/** When, how many are before, and the code to follow it: side by side where the paper is wide enough. */
export function addTurn(sheet: Sheet, block: TurnBlock, code: 'with-qr' | 'without-qr'): void {
  sheet.y = Math.round(sheet.y + 22)
  if (block.code === null) {
    addWords(sheet, block, innerWidth(sheet))
    return
  }
  const qr = makeQrMatrix(block.code)
  const qrDots = qr.size * MODULE_DOTS
  const column = innerWidth(sheet) - qrDots - QUIET_DOTS
  if (code === 'with-qr' && column >= NARROWEST_COLUMN) {
    const qrTop = sheet.y + 10
    drawQr(sheet.raster, qr, sheet.raster.width - sheet.margin - qrDots, qrTop)
    addWords(sheet, block, column)
    sheet.y = Math.max(sheet.y, qrTop + qrDots + QUIET_DOTS)
    return
  }
  addWords(sheet, block, innerWidth(sheet))
  sheet.y = Math.round(sheet.y + QUIET_DOTS)
  if (code === 'without-qr') return
  drawQr(sheet.raster, qr, Math.round((sheet.raster.width - qrDots) / 2), sheet.y)
  sheet.y += qrDots + QUIET_DOTS
}

/** The code alone, in the middle of the paper. */
export function drawCode(text: string, width: number): Raster {
  const qr = makeQrMatrix(text)
  const raster = createRaster(width, qr.size * MODULE_DOTS)
  drawQr(raster, qr, (width - qr.size * MODULE_DOTS) >> 1, 0)
  return raster
}

function addWords(sheet: Sheet, block: TurnBlock, column: number): void {
  if (block.expected) addExpected(sheet, block.expected, column)
  sheet.y += 12
  for (const text of wrapText('28/700', block.aheadText, column, 2, WORDS)) {
    addLeft(sheet, { style: '28/700', text, lineHeight: 1.2 })
  }
  if (block.ahead === null) return
  sheet.y = Math.round(sheet.y + 8)
  drawStrands(sheet.raster, { x: sheet.margin, y: sheet.y }, Math.min(block.ahead, mostStrands(column)))
  sheet.y += STRAND.self
}

function addExpected(sheet: Sheet, { caption, time }: NonNullable<TurnBlock['expected']>, column: number): void {
  for (const text of wrapText('28/600', caption, column, 2, WORDS)) {
    addLeft(sheet, { style: '28/600', text, lineHeight: 1.2 })
  }
  const isClock = /^[\d.–]+$/.test(time)
  const spacing = isClock ? { letter: -0.03 } : { letter: -0.015, word: 0.06 }
  const large: TextLine = { style: '50/800', text: time, lineHeight: 1.12, spacing }
  const fitting = [large, { ...large, style: '42/800' } as const].find((line) => lineWidth(line) <= column)
  if (fitting) {
    addLeft(sheet, fitting)
    return
  }
  for (const text of wrapText('34/800', time, column, 3, WORDS)) {
    addLeft(sheet, { style: '34/800', text, lineHeight: 1.12 })
  }
}

function mostStrands(column: number): number {
  return Math.min(STRAND.most, Math.floor((column - STRAND.width) / STRAND.pitch))
}

/** One strand is one person; the tall black one is the visitor. */
function drawStrands(raster: Raster, at: { x: number; y: number }, ahead: number): void {
  const { pitch, width, border, radius } = STRAND
  for (let index = 0; index < ahead; index++) {
    const outer = { x: at.x + index * pitch, y: at.y + STRAND.self - STRAND.ahead, width, height: STRAND.ahead }
    fillRoundBox(raster, outer, radius, 'black')
    const inner = {
      x: outer.x + border,
      y: outer.y + border,
      width: width - 2 * border,
      height: outer.height - 2 * border,
    }
    fillRoundBox(raster, inner, radius - border, 'white')
  }
  fillRoundBox(raster, { x: at.x + ahead * pitch, y: at.y, width, height: STRAND.self }, radius, 'black')
}

function drawQr(raster: Raster, qr: QrMatrix, left: number, top: number): void {
  for (let row = 0; row < qr.size; row++) {
    for (let column = 0; column < qr.size; column++) {
      if (!qr.isDark(row, column)) continue
      const [x, y] = [left + column * MODULE_DOTS, top + row * MODULE_DOTS]
      fillBox(raster, { x, y, width: MODULE_DOTS, height: MODULE_DOTS }, 'black')
    }
  }
}
