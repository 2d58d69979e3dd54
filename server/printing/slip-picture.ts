import { drawLogo } from './logo-picture.ts'
import { fillBox, fillDiamond, inkByte, type Raster, strokeBox } from './raster.ts'
import {
  addCentred,
  addLeft,
  closeSheet,
  drawLineAt,
  innerWidth,
  lineDots,
  lineWidth,
  openSheet,
  type Sheet,
  type TextLine,
  WORDS,
} from './sheet.ts'
import type { SlipBlock } from './slip-blocks.ts'
import { addChecklist } from './slip-checklist.ts'
import { addTurn } from './slip-turn.ts'
import { addVisits } from './slip-visits.ts'
import { measureText, type Spacing, type StyleName, wrapText } from './typeface.ts'
import { drawWeave, weaveHeight } from './weave.ts'

/** 80 mm paper prints 576 dots, 58 mm paper 384, both at 203 dots an inch. */
export type PaperDots = 576 | 384

/** `native`: the printer draws the QR code from its text, between two pictures. */
export type SlipPart =
  | { readonly kind: 'picture'; readonly raster: Raster }
  | { readonly kind: 'qr'; readonly text: string }

/** Rows after which the next block comes on another sheet: none of them is longer than what is left of one. */
const FULL_SHEET = 2_048
const NOTE_PIECE = 12

type BlockOf<Kind extends SlipBlock['kind']> = Extract<SlipBlock, { kind: Kind }>

/** Pure: the slip as pictures of `width` dots. Lines are at least 3 dots and letters at least 26. */
export function drawSlip(blocks: readonly SlipBlock[], width: PaperDots, qr: 'raster' | 'native'): SlipPart[] {
  const margin = width === 576 ? 24 : 12
  const parts: SlipPart[] = []
  let sheet = openSheet(width, margin)
  const tearOff = () => {
    parts.push({ kind: 'picture', raster: closeSheet(sheet) })
    sheet = openSheet(width, margin)
  }
  for (const block of blocks.flatMap(inPieces)) {
    if (sheet.y > FULL_SHEET) tearOff()
    if (block.kind === 'turn' && block.code !== null && qr === 'native') {
      addTurn(sheet, block, 'without-qr')
      tearOff()
      parts.push({ kind: 'qr', text: block.code })
    } else addBlock(sheet, block)
  }
  tearOff()
  return parts
}

/** A long list is drawn in pieces, each of which has room on a sheet. */
function inPieces(block: SlipBlock): SlipBlock[] {
  if (block.kind !== 'note') return [block]
  const pieces = Math.max(1, Math.ceil(block.lines.length / NOTE_PIECE))
  return Array.from({ length: pieces }, (_, piece) => ({
    kind: 'note',
    lines: block.lines.slice(piece * NOTE_PIECE, (piece + 1) * NOTE_PIECE),
  }))
}

function addBlock(sheet: Sheet, block: SlipBlock): void {
  switch (block.kind) {
    case 'weave':
      sheet.y = Math.round(sheet.y)
      drawWeave(sheet.raster, block.edge, sheet.y)
      sheet.y += weaveHeight(block.edge)
      break
    case 'logo':
      addLogo(sheet, block)
      break
    case 'heading':
      addHeading(sheet, block)
      break
    case 'number':
      addNumber(sheet, block)
      break
    case 'mark':
      addMark(sheet, block)
      break
    case 'service':
      addService(sheet, block)
      break
    case 'way':
      addWay(sheet, block)
      break
    case 'saying':
      addSaying(sheet, block)
      break
    case 'turn':
      addTurn(sheet, block, 'with-qr')
      break
    case 'note':
      addNote(sheet, block)
      break
    case 'visits':
      addVisits(sheet, block)
      break
    case 'checklist':
      addChecklist(sheet, block)
      break
    case 'foot':
      addFoot(sheet, block)
      break
  }
}

function addWrapped(sheet: Sheet, line: TextLine, maxLines: number): void {
  const spacing = line.spacing ?? WORDS
  for (const text of wrapText(line.style, line.text, innerWidth(sheet), maxLines, spacing)) {
    addCentred(sheet, { ...line, text, spacing })
  }
}

function addLogo(sheet: Sheet, { png }: BlockOf<'logo'>): void {
  const logo = drawLogo(png, sheet.raster.width)
  if (!logo) return
  sheet.y = Math.round(sheet.y + 22)
  for (let row = 0; row < logo.height; row++) {
    for (let column = 0; column < logo.stride; column++)
      inkByte(sheet.raster, column * 8, sheet.y + row, logo.bits[row * logo.stride + column] ?? 0, 'black')
  }
  sheet.y += logo.height
}

function addHeading(sheet: Sheet, { lines: [name = '', ...below] }: BlockOf<'heading'>): void {
  sheet.y += 22
  addWrapped(sheet, { style: '34/800', text: name, lineHeight: 1.2, spacing: { letter: -0.012, word: 0.03 } }, 2)
  for (const text of below) addWrapped(sheet, { style: '28/600', text, lineHeight: 1.2 }, 2)
}

/** What the building wishes to say, or where to go when there is no sign. */
function addSaying(sheet: Sheet, { text, strong }: BlockOf<'saying'>): void {
  sheet.y += 14
  addWrapped(sheet, { style: strong ? '34/800' : '28/600', text, lineHeight: 1.25 }, 4)
  sheet.y += 14
}

const NUMBER_STYLES: readonly StyleName[] = ['148/800', '116/800', '100/800', '84/800']
const NUMBER_SPACING: Spacing = { letter: 0.004 }
const NUMBER_GAP_EM = 0.2
const LARGEST_NUMBER = { large: 0, medium: 1, small: 3 } as const

/** Letters and digits with one gap, as large as the building wants it and the paper allows. */
function addNumber(sheet: Sheet, { caption, letters, digits, size: largest }: BlockOf<'number'>): void {
  sheet.y += 20
  addCentred(sheet, { style: '28/600', text: caption, lineHeight: 1.4 })
  sheet.y += 2
  const sized = NUMBER_STYLES.slice(LARGEST_NUMBER[largest]).map((style) => {
    const before = measureText(style, letters, NUMBER_SPACING)
    const size = Number.parseInt(style, 10)
    const after = measureText(style, digits, NUMBER_SPACING)
    return { style, size, before, width: before + NUMBER_GAP_EM * size + after }
  })
  const chosen = sized.find(({ width }) => width <= sheet.raster.width - sheet.margin) ?? sized.at(-1)
  if (!chosen) return
  const left = (sheet.raster.width - chosen.width) / 2
  const line = { style: chosen.style, lineHeight: 1, spacing: NUMBER_SPACING }
  drawLineAt(sheet.raster, { ...line, text: letters }, left, sheet.y)
  const digitsLeft = left + chosen.before + NUMBER_GAP_EM * chosen.size
  drawLineAt(sheet.raster, { ...line, text: digits }, digitsLeft, sheet.y)
  sheet.y += chosen.size
}

const MARK = { border: 4, height: 60, diamondRadius: 13, gap: 16 }

function addMark(sheet: Sheet, { text, diamond }: BlockOf<'mark'>): void {
  sheet.y = Math.round(sheet.y + 4)
  const box = { x: sheet.margin, y: sheet.y, width: innerWidth(sheet), height: MARK.height }
  strokeBox(sheet.raster, box, MARK.border)
  const line: TextLine = { style: '34/800', text, lineHeight: 1.4 }
  const shape = diamond ? MARK.diamondRadius * 2 + 1 + MARK.gap : 0
  const left = Math.round((sheet.raster.width - lineWidth(line) - shape) / 2)
  if (diamond) {
    const centre = { x: left + MARK.diamondRadius, y: box.y + MARK.height / 2 }
    fillDiamond(sheet.raster, centre, MARK.diamondRadius)
  }
  drawLineAt(sheet.raster, line, left + shape, box.y + (MARK.height - lineDots(line)) / 2)
  sheet.y += MARK.height
}

function addService(sheet: Sheet, { agency, service }: BlockOf<'service'>): void {
  sheet.y += 6
  const large: TextLine = { style: '42/800', text: agency, lineHeight: 1.2, spacing: { letter: -0.015, word: 0.03 } }
  const isShort = lineWidth(large) <= innerWidth(sheet)
  addWrapped(sheet, isShort ? large : { ...large, style: '34/800' }, 3)
  addWrapped(sheet, { style: '31/600', text: service, lineHeight: 1.2 }, 3)
}

const SIGN_STYLES: readonly StyleName[] = ['116/800', '100/800', '84/800']
const PLACE_STYLES: readonly StyleName[] = ['40/700', '34/700', '28/700']
const SIGN_LINE_EM = 0.86

/** The booth as its sign: white on black, the one thing to look for. */
function addWay(sheet: Sheet, { invitation, place, sign }: BlockOf<'way'>): void {
  sheet.y = Math.round(sheet.y + 20)
  const padding = sheet.margin === 24 ? 26 : 14
  const room = innerWidth(sheet) - 2 * padding
  const small: TextLine = { style: '28/600', text: invitation, lineHeight: 1.15, ink: 'white' }
  const choices = PLACE_STYLES.flatMap((placeStyle) => SIGN_STYLES.map((signStyle) => ({ placeStyle, signStyle })))
  const fitting = choices.find(({ placeStyle, signStyle }) => {
    const text = Math.max(measureText(placeStyle, place, WORDS), lineWidth(small))
    return text + 12 + measureText(signStyle, sign) <= room
  })
  const { placeStyle, signStyle } = fitting ?? { placeStyle: '28/700', signStyle: '84/800' }
  const large: TextLine = { style: placeStyle, text: place, lineHeight: 1.15, ink: 'white' }
  const signLine: TextLine = { style: signStyle, text: sign, lineHeight: SIGN_LINE_EM, spacing: {}, ink: 'white' }
  const textDots = lineDots(small) + lineDots(large)
  const rowDots = Math.max(textDots, lineDots(signLine))
  const box = { x: sheet.margin, y: sheet.y, width: innerWidth(sheet), height: Math.round(rowDots + 30) }
  fillBox(sheet.raster, box, 'black')
  const textTop = sheet.y + 14 + (rowDots - textDots) / 2
  drawLineAt(sheet.raster, small, sheet.margin + padding, textTop)
  drawLineAt(sheet.raster, large, sheet.margin + padding, textTop + lineDots(small))
  const signLeft = sheet.raster.width - sheet.margin - padding - lineWidth(signLine)
  drawLineAt(sheet.raster, signLine, signLeft, sheet.y + 14 + (rowDots - lineDots(signLine)) / 2)
  sheet.y += box.height
}

function addNote(sheet: Sheet, { lines }: BlockOf<'note'>): void {
  sheet.y += 12
  for (const text of lines.flatMap((line) => wrapText('27/600', line, innerWidth(sheet), 4, WORDS))) {
    addLeft(sheet, { style: '27/600', text, lineHeight: 1.28 })
  }
}

function addFoot(sheet: Sheet, { issued, strong, plain }: BlockOf<'foot'>): void {
  sheet.y += 18
  addWrapped(sheet, { style: '26/600', text: issued ?? '', lineHeight: 1.32 }, 2)
  const bold: TextLine = { style: '26/800', text: strong ?? '', lineHeight: 1.32 }
  const rest: TextLine = { style: '26/600', text: plain ?? '', lineHeight: 1.32 }
  const space = strong && plain ? measureText('26/600', ' ', WORDS) : 0
  const width = lineWidth(bold) + space + lineWidth(rest)
  if (width <= sheet.raster.width - sheet.margin) {
    const left = (sheet.raster.width - width) / 2
    drawLineAt(sheet.raster, bold, left, sheet.y)
    drawLineAt(sheet.raster, rest, left + lineWidth(bold) + space, sheet.y)
    sheet.y += strong || plain ? lineDots(rest) : 0
  } else {
    addWrapped(sheet, bold, 2)
    addWrapped(sheet, rest, 2)
  }
  sheet.y += 20
}
