import { createRaster, cutRows, type Ink, type Raster } from './raster.ts'
import { ASCENT_EM, DESCENT_EM, drawText, measureText, type Spacing, type StyleName, sizeOf } from './typeface.ts'

/** Longest picture there can be: a sheet that was not yet full, and on it the longest block on the narrow roll. */
const MOST_ROWS = 4096

/** A raster that is filled from the top; `y` is where the next thing goes, in dots, fractional as in CSS. */
export interface Sheet {
  readonly raster: Raster
  readonly margin: number
  y: number
}

/** Words get a little more space than the typeface gives: 1 dot, so that the paper's lines still fit. */
export const WORDS: Spacing = { word: 0.03 }

export function openSheet(width: number, margin: number): Sheet {
  return { raster: createRaster(width, MOST_ROWS), margin, y: 0 }
}

export function closeSheet(sheet: Sheet): Raster {
  return cutRows(sheet.raster, 0, Math.ceil(sheet.y))
}

export function innerWidth(sheet: Sheet): number {
  return sheet.raster.width - 2 * sheet.margin
}

export interface TextLine {
  readonly style: StyleName
  readonly text: string
  /** In em of the style. */
  readonly lineHeight: number
  readonly spacing?: Spacing
  readonly ink?: Ink
}

export function lineDots({ style, lineHeight }: TextLine): number {
  return sizeOf(style) * lineHeight
}

/** Draws one line in a line box that begins at `top`; the leading is shared above and below, as in CSS. */
export function drawLineAt(raster: Raster, line: TextLine, left: number, top: number): void {
  const size = sizeOf(line.style)
  const halfLeading = (line.lineHeight - ASCENT_EM - DESCENT_EM) / 2
  const baseline = Math.round(top + (halfLeading + ASCENT_EM) * size)
  drawText(raster, line.style, line.text, {
    x: left,
    baseline,
    ink: line.ink ?? 'black',
    spacing: line.spacing ?? WORDS,
  })
}

export function lineWidth(line: TextLine): number {
  return measureText(line.style, line.text, line.spacing ?? WORDS)
}

/** Draws a line in the middle of the sheet and moves on. */
export function addCentred(sheet: Sheet, line: TextLine): void {
  drawLineAt(sheet.raster, line, (sheet.raster.width - lineWidth(line)) / 2, sheet.y)
  sheet.y += lineDots(line)
}

/** Draws a line at the left margin and moves on. */
export function addLeft(sheet: Sheet, line: TextLine): void {
  drawLineAt(sheet.raster, line, sheet.margin, sheet.y)
  sheet.y += lineDots(line)
}
