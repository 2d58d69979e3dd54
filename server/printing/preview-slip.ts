import type { PreviewSlipBody, SlipPreviewAnswer } from '../contract/site-slip.ts'
import { readSummarySlip } from '../readings/day.ts'
import type { Lens } from '../readings/reading.ts'
import { readExampleSlip } from '../readings/slip-example.ts'
import { layOutMissing } from './desk-layouts.ts'
import { encodeSlip } from './encode-slip.ts'
import { layOutSlip } from './slip.ts'
import type { SlipBlock } from './slip-blocks.ts'
import { wordsIn } from './slip-words.ts'
import { layOutSummary } from './summary-slip.ts'

export interface PreviewPorts {
  readonly lens: () => Lens
  /** What a printer makes of the bytes: a PNG, and its rows. */
  readonly draw: (bytes: Uint8Array, widthDots: 576 | 384) => Promise<{ png: Buffer; heightDots: number }>
}

/** The slip of a template that nobody has saved yet: its very bytes, and what a printer makes of them. */
export const previewSlips =
  ({ lens, draw }: PreviewPorts) =>
  async (wish: PreviewSlipBody): Promise<SlipPreviewAnswer> => {
    const { widthDots, mode, qr = mode === 'text' ? 'native' : 'raster' } = wish
    const blocks = layOutExample(lens(), wish)
    const bytes = await encodeSlip(blocks, { widthDots, mode, qr, cut: true })
    const { png, heightDots } = await draw(bytes, widthDots)
    return {
      png: png.toString('base64'),
      escpos: Buffer.from(bytes).toString('base64'),
      widthDots,
      heightDots,
      words: wordsIn(blocks),
    }
  }

function layOutExample(lens: Lens, wish: PreviewSlipBody): SlipBlock[] {
  const example = readExampleSlip(lens, wish)
  if (wish.kind === 'missing-papers') return layOutMissing(example)
  if (wish.kind === 'summary') return layOutSummary({ ...readSummarySlip(lens), template: example.template })
  return layOutSlip(example)
}
