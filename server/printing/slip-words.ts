import type { SlipBlock } from './slip-blocks.ts'

/** Everything that a slip says, line by line, however it is drawn. */
export const wordsIn = (blocks: readonly SlipBlock[]): string[] => blocks.flatMap(linesOf).filter((line) => line !== '')

function linesOf(block: SlipBlock): readonly string[] {
  switch (block.kind) {
    case 'weave':
    case 'logo':
      return []
    case 'heading':
    case 'note':
      return block.lines
    case 'number':
      return [block.caption, `${block.letters} ${block.digits}`]
    case 'mark':
    case 'saying':
      return [block.text]
    case 'service':
      return [block.agency, block.service]
    case 'way':
      return [block.invitation, block.place, block.sign]
    case 'turn':
      return [...(block.expected ? [block.expected.caption, block.expected.time] : []), block.aheadText]
    case 'visits':
      return [block.title, ...block.booths.flatMap(({ sign, place, service }) => [sign, place, service]), block.note]
    case 'checklist':
      return [block.title, ...block.items.map(({ text }) => text), block.more ?? '']
    case 'foot':
      return [block.issued ?? '', block.strong ?? '', block.plain ?? '']
  }
}
