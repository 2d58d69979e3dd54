import {
  ALIGN_CENTRE,
  ALIGN_LEFT,
  encodeQr,
  encodeRaster,
  FEED_AND_CUT,
  feedDots,
  INITIALISE,
  PLAIN_CHARACTERS,
} from './escpos-commands.ts'
import type { SlipBlock } from './slip-blocks.ts'
import { drawSlip, type PaperDots, type SlipPart } from './slip-picture.ts'
import { writeTextSlip } from './slip-text.ts'
import { MODULE_DOTS } from './slip-turn.ts'

/** What one printer is and can do. */
export interface Paper {
  readonly widthDots: PaperDots
  /** `raster` draws the slip as designed, on every printer that prints pictures; `text` uses the printer's letters. */
  readonly mode: 'raster' | 'text'
  /** `raster`: a picture; `native`: drawn by the printer; `none`: text mode prints the address instead. */
  readonly qr: 'raster' | 'native' | 'none'
  readonly cut: boolean
}

export const defaultPaper: Paper = { widthDots: 576, mode: 'raster', qr: 'raster', cut: true }

/** White under the slip where there is no knife: enough to tear. */
const TEAR_DOTS = 120
/** White under a code that the printer draws, as its readers need it. */
const QUIET_DOTS = 24

/** Blocks to the very bytes that go to the printer. The same blocks and paper give the same bytes. */
export async function encodeSlip(blocks: readonly SlipBlock[], paper: Paper): Promise<Uint8Array> {
  const body = paper.mode === 'text' ? await encodeText(blocks, paper) : encodePictures(blocks, paper)
  return Buffer.concat([INITIALISE, PLAIN_CHARACTERS, body, paper.cut ? FEED_AND_CUT : feedDots(TEAR_DOTS)])
}

function encodePictures(blocks: readonly SlipBlock[], { widthDots, qr }: Paper): Uint8Array {
  const encodePart = (part: SlipPart): Uint8Array => {
    if (part.kind === 'picture') return encodeRaster(part.raster)
    return Buffer.concat([ALIGN_CENTRE, encodeQr(part.text, MODULE_DOTS), ALIGN_LEFT, feedDots(QUIET_DOTS)])
  }
  return Buffer.concat(drawSlip(blocks, widthDots, qr === 'native' ? 'native' : 'raster').map(encodePart))
}

/** The encoder is loaded on first use: it brings a picture library that raster slips do not need. */
async function encodeText(blocks: readonly SlipBlock[], { widthDots, qr }: Paper): Promise<Uint8Array> {
  const { default: escpos } = await import('escpos')
  const chunks: Buffer[] = []
  const memory = { write: (data: Buffer) => chunks.push(data), close: () => undefined }
  const printer = new escpos.Printer(memory, { encoding: 'CP437' })
  writeTextSlip(printer, blocks, { widthDots, qr })
  printer.flush()
  return Buffer.concat(chunks)
}
