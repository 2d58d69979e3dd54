import type { Printer } from 'escpos'
import { encodeQr } from './escpos-commands.ts'
import { transliterate } from './printable-text.ts'
import type { SlipBlock } from './slip.ts'

export interface TextPaper {
  /** Characters of 12 dots in a line: 48 on 80 mm, 32 on 58 mm. */
  readonly columns: number
  /** `none`: the address is printed as text, for printers that know no QR code. */
  readonly qr: 'native' | 'none'
}

const LARGEST_SCALE = 6
const MODULE_DOTS = 6

/** The slip in the printer's own letters, for printers without pictures. Writes into the encoder's buffer. */
export function writeTextSlip(printer: Printer, blocks: readonly SlipBlock[], paper: TextPaper): void {
  for (const block of blocks) writeBlock(printer, block, paper)
}

function writeBlock(printer: Printer, block: SlipBlock, { columns, qr }: TextPaper): void {
  const line = (text: string) => {
    for (const part of wrapColumns(transliterate(text), columns)) printer.text(part)
  }
  const loud = (text: string) => {
    printer.style('b')
    line(text)
    printer.style('normal')
  }
  const large = (text: string) => {
    const scale = Math.max(1, Math.min(LARGEST_SCALE, Math.floor(columns / Math.max(1, text.length))))
    printer.size(scale - 1, scale - 1)
    printer.text(transliterate(text))
    printer.size(0, 0)
  }
  switch (block.kind) {
    case 'weave':
      printer.align('ct').text('='.repeat(columns))
      break
    case 'heading':
      loud(block.name)
      line(block.place)
      break
    case 'number':
      line('')
      line(block.caption)
      large(`${block.letters} ${block.digits}`)
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
      large(block.sign)
      break
    case 'turn':
      line('')
      line(block.caption)
      loud(block.time)
      line(block.aheadText)
      line('')
      if (qr === 'native') printer.raw(Buffer.from(encodeQr(block.url, MODULE_DOTS)))
      else line(block.url)
      line('')
      break
    case 'note':
      for (const text of block.lines) line(text)
      break
    case 'checklist':
      printer.align('lt').text('-'.repeat(columns))
      loud(block.title)
      for (const { text, ready } of block.items) line(`${ready ? '[x]' : '[ ]'} ${text}`)
      if (block.more !== null) line(`    ${block.more}`)
      printer.align('ct')
      break
    case 'foot':
      line('')
      line(block.issued)
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
