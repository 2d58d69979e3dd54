import { fillBox, strokeBox } from './raster.ts'
import { addLeft, drawLineAt, innerWidth, lineDots, lineWidth, type Sheet, type TextLine, WORDS } from './sheet.ts'
import type { VisitsBlock } from './slip-blocks.ts'
import { wrapText } from './typeface.ts'

const SIGN = { width: 72, height: 60, gap: 17, border: 4 }
const BOOTH_GAP = 12

/** The booths of a visit one below the other, each with its sign as it hangs in the building, those that are done in outline. */
export function addVisits(sheet: Sheet, { title, booths, note }: VisitsBlock): void {
  sheet.y = Math.round(sheet.y + 18)
  fillBox(sheet.raster, { x: sheet.margin, y: sheet.y, width: innerWidth(sheet), height: 3 }, 'black')
  sheet.y += 3 + 16
  addLeft(sheet, { style: '31/800', text: title, lineHeight: 1.1 })
  for (const booth of booths) addBooth(sheet, booth)
  sheet.y += BOOTH_GAP
  for (const text of wrapText('27/600', note, innerWidth(sheet), 3, WORDS))
    addLeft(sheet, { style: '27/600', text, lineHeight: 1.28 })
}

function addBooth(sheet: Sheet, { sign, place, service, done }: VisitsBlock['booths'][number]): void {
  sheet.y = Math.round(sheet.y + BOOTH_GAP)
  const top = sheet.y
  const box = { x: sheet.margin, y: top, width: SIGN.width, height: SIGN.height }
  if (done) strokeBox(sheet.raster, box, SIGN.border)
  else fillBox(sheet.raster, box, 'black')
  const number: TextLine = { style: '42/800', text: sign, lineHeight: 1.2, ink: done ? 'black' : 'white' }
  const left = sheet.margin + (SIGN.width - lineWidth(number)) / 2
  drawLineAt(sheet.raster, number, left, top + (SIGN.height - lineDots(number)) / 2)
  const indent = SIGN.width + SIGN.gap
  const width = innerWidth(sheet) - indent
  const lines: TextLine[] = [
    ...wrapText('28/700', place, width, 2, WORDS).map(
      (text): TextLine => ({ style: '28/700', text, lineHeight: 1.15 }),
    ),
    ...wrapText('27/600', service, width, 2, WORDS).map(
      (text): TextLine => ({ style: '27/600', text, lineHeight: 1.15 }),
    ),
  ]
  for (const line of lines) {
    drawLineAt(sheet.raster, line, sheet.margin + indent, sheet.y)
    sheet.y += lineDots(line)
  }
  sheet.y = Math.max(sheet.y, top + SIGN.height)
}
