import { drawLine, fillBox, type Raster, strokeBox } from './raster.ts'
import { addLeft, drawLineAt, innerWidth, lineDots, type Sheet, type TextLine, WORDS } from './sheet.ts'
import type { ChecklistBlock } from './slip-blocks.ts'
import { wrapText } from './typeface.ts'

const CHECK_BOX = { size: 27, border: 3, top: 5, gap: 17 }
const ITEM_GAP = 9

/** What to have ready, under a rule; a tick for what the visitor said to have already. */
export function addChecklist(sheet: Sheet, { title, items, more }: ChecklistBlock): void {
  sheet.y = Math.round(sheet.y + 18)
  fillBox(sheet.raster, { x: sheet.margin, y: sheet.y, width: innerWidth(sheet), height: 3 }, 'black')
  sheet.y += 3 + 16
  addLeft(sheet, { style: '31/800', text: title, lineHeight: 1.1 })
  const indent = CHECK_BOX.size + CHECK_BOX.gap
  const width = innerWidth(sheet) - indent
  for (const { text, ready } of items) {
    sheet.y += ITEM_GAP
    drawCheckBox(sheet.raster, { x: sheet.margin, y: Math.round(sheet.y) + CHECK_BOX.top }, ready)
    for (const part of wrapText('29/600', text, width, 2, WORDS)) addIndented(sheet, part, indent)
  }
  if (more === null) return
  sheet.y += ITEM_GAP
  for (const part of wrapText('29/600', more, width, 2, WORDS)) addIndented(sheet, part, indent)
}

function addIndented(sheet: Sheet, text: string, indent: number): void {
  const line: TextLine = { style: '29/600', text, lineHeight: 1.25 }
  drawLineAt(sheet.raster, line, sheet.margin + indent, sheet.y)
  sheet.y += lineDots(line)
}

function drawCheckBox(raster: Raster, at: { x: number; y: number }, ticked: boolean): void {
  const { size, border } = CHECK_BOX
  strokeBox(raster, { ...at, width: size, height: size }, border)
  if (!ticked) return
  const point = (x: number, y: number) => ({ x: at.x + x, y: at.y + y })
  drawLine(raster, point(5, 15), point(11, 21), border)
  drawLine(raster, point(11, 21), point(24, 8), border)
}
