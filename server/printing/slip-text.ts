import type { Printer } from 'escpos'
import { BOLD, encodeQr, encodeRaster, NOT_BOLD } from './escpos-commands.ts'
import { drawLogo } from './logo-picture.ts'
import { transliterate } from './printable-text.ts'
import type { SlipBlock } from './slip-blocks.ts'
import type { PaperDots } from './slip-picture.ts'
import { drawCode, MODULE_DOTS } from './slip-turn.ts'

export interface TextPaper {
  readonly widthDots: PaperDots
  /** `raster`: a picture, as the logo is; `none`: the address as text, for printers that know no QR code and no pictures. */
  readonly qr: 'native' | 'raster' | 'none'
}

/** Dots of one of the printer's own letters: 48 columns on 80 mm, 32 on 58 mm. */
const CHARACTER_DOTS = 12
const NUMBER_SCALES = { large: 6, medium: 4, small: 3 } as const
const SIGN_SCALE = 6
const TIME_SCALE = 2

/** The slip in the printer's own letters. Writes into the encoder's buffer. */
export function writeTextSlip(printer: Printer, blocks: readonly SlipBlock[], paper: TextPaper): void {
  printer.align('ct')
  for (const block of blocks) writeBlock(printer, block, paper)
}

function writeBlock(printer: Printer, block: SlipBlock, { widthDots, qr }: TextPaper): void {
  const columns = widthDots / CHARACTER_DOTS
  const line = (text: string, indent = 0) => {
    for (const part of wrapColumns(transliterate(text), columns - indent)) printer.text(' '.repeat(indent) + part)
  }
  const loud = (text: string) => {
    printer.raw(Buffer.from(BOLD))
    line(text)
    printer.raw(Buffer.from(NOT_BOLD))
  }
  /** As large as the paper allows, up to `most` times. */
  const large = (text: string, most: number) => {
    const plain = transliterate(text)
    const scale = Math.min(most, Math.floor(columns / Math.max(1, plain.length)))
    if (scale < 2) return loud(text)
    printer.size(scale - 1, scale - 1)
    printer.text(plain)
    printer.size(0, 0)
  }
  const code = (text: string) => {
    if (qr === 'native') printer.raw(Buffer.from(encodeQr(text, MODULE_DOTS)))
    else if (qr === 'raster') printer.raw(Buffer.from(encodeRaster(drawCode(text, widthDots))))
    else line(text)
  }
  const rule = () => printer.align('lt').text('-'.repeat(columns))
  switch (block.kind) {
    case 'weave':
      printer.text('='.repeat(columns))
      break
    case 'logo': {
      const logo = qr === 'raster' ? drawLogo(block.png, widthDots) : null
      if (logo) printer.raw(Buffer.from(encodeRaster(logo)))
      break
    }
    case 'heading': {
      const [name = '', ...below] = block.lines
      loud(name)
      for (const text of below) line(text)
      break
    }
    case 'number':
      line('')
      line(block.caption)
      large(`${block.letters} ${block.digits}`, NUMBER_SCALES[block.size])
      break
    case 'mark':
      loud(block.diamond ? `* ${block.text} *` : `[ ${block.text} ]`)
      break
    case 'service':
      loud(block.agency)
      line(block.service)
      break
    case 'way':
      line('')
      line(block.invitation)
      loud(block.place)
      large(block.sign, SIGN_SCALE)
      break
    case 'saying':
      line('')
      if (block.strong) loud(block.text)
      else line(block.text)
      break
    case 'turn':
      line('')
      if (block.expected) {
        line(block.expected.caption)
        large(block.expected.time, TIME_SCALE)
      }
      line(block.aheadText)
      line('')
      if (block.code === null) break
      code(block.code)
      line('')
      break
    case 'note':
      for (const text of block.lines) line(text)
      break
    case 'visits':
      rule()
      loud(block.title)
      for (const { sign, place, service } of block.booths) {
        line(`${sign}  ${place}`)
        line(service, 4)
      }
      line(block.note)
      printer.align('ct')
      break
    case 'checklist':
      rule()
      loud(block.title)
      for (const { text, ready } of block.items) line(`${ready ? '[x]' : '[ ]'} ${text}`)
      if (block.more !== null) line(block.more, 4)
      printer.align('ct')
      break
    case 'foot':
      line('')
      if (block.issued !== null) line(block.issued)
      if (block.strong !== null) loud(block.strong)
      if (block.plain !== null) line(block.plain)
      break
  }
}

function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= columns) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (line.length > columns) {
      lines.push(line.slice(0, columns))
      line = line.slice(columns)
    }
  }
  return [...lines, line]
}
