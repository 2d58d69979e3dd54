import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { openVirtualPrinter } from '../../../drivers/printers/virtual-printer.ts'
import { encodeSlip, type Paper } from '../../../server/printing/encode-slip.ts'
import type { SlipBlock } from '../../../server/printing/slip-blocks.ts'
import { wordsIn } from '../../../server/printing/slip-words.ts'
import { type Dots, difference, type Item, readEscpos } from './_decoder.ts'
import { randomSlip } from './_random-slips.ts'

export const everyPaper: readonly Paper[] = ([576, 384] as const).flatMap((widthDots) => [
  { widthDots, mode: 'raster', qr: 'raster', cut: true },
  { widthDots, mode: 'raster', qr: 'native', cut: true },
  { widthDots, mode: 'text', qr: 'native', cut: true },
  { widthDots, mode: 'text', qr: 'raster', cut: true },
])

/** Prints on a virtual printer of its own and gives the two files that it keeps: the bytes and the picture. */
async function printVirtually(bytes: Uint8Array, widthDots: 576 | 384) {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-slip-'))
  try {
    await using printer = openVirtualPrinter({ name: 'K1', folder, widthDots, now: Date.now })
    const { outcome } = await printer.print({ job: 'job', label: 'DK-050', bytes })
    if (outcome !== 'printed') throw new Error(`the virtual printer says ${outcome}`)
    const file = (end: string) =>
      readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? ''))
    return { kept: file('.escpos'), png: PNG.sync.read(file('.png')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const dotsOf = ({ width, height, data }: PNG): Dots => ({
  width,
  height,
  isBlack: (x, y) => x >= 0 && x < width && y >= 0 && y < height && (data[(y * width + x) * 4] ?? 255) < 128,
})

/** A telephone's eye on the whole slip, from so far away that it sees every other dot. */
function scan({ data, width, height }: PNG): { text: string; modules: number } | null {
  const [across, down] = [width >> 1, height >> 1]
  const seen = new Uint8ClampedArray(across * down * 4)
  const source = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const target = new Uint32Array(seen.buffer)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) target[y * across + x] = source[y * 2 * width + x * 2] ?? 0
  const read = jsqr(seen, across, down)
  return read && { text: read.data, modules: 17 + 4 * read.version }
}

/** Letters and figures only, as a printer of code page 437 can say them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]/g, '')

const textIn = (items: readonly Item[]): string =>
  plain(items.map((item) => (item.kind === 'text' ? item.text : '')).join(' '))

/** What the picture of a seeded slip on this paper shows otherwise than its bytes say; null when all is as it should be. */
export async function faultOfSlip(seed: number, paper: Paper): Promise<string | null> {
  const { blocks, url } = await randomSlip(seed)
  const bytes = await encodeSlip(blocks, paper)
  const { kept, png } = await printVirtually(bytes, paper.widthDots)
  if (Buffer.compare(kept, Buffer.from(bytes)) !== 0) return 'the file is not the job'
  const { items, commands } = readEscpos(bytes)
  const scanned = scan(png)
  return (
    faultOfCommands(commands, paper) ??
    faultOfCode(items, scanned?.text ?? null, url, paper) ??
    difference(items, dotsOf(png), () => scanned?.modules ?? 0) ??
    (paper.mode === 'text' ? missingWord(blocks, items) : null)
  )
}

function faultOfCommands(commands: readonly string[], { mode }: Paper): string | null {
  if (commands.slice(0, 3).join(', ') !== 'ESC @, FS ., ESC t') return `begins with ${commands.slice(0, 3)}`
  if (commands.filter((name) => name === 'GS V').length !== 1 || commands.at(-1) !== 'GS V')
    return 'not cut once, at the end'
  return mode === 'text' && !commands.includes('GS !') ? 'nothing is printed in double size' : null
}

function faultOfCode(items: readonly Item[], scanned: string | null, url: string | null, { qr }: Paper): string | null {
  if (scanned !== url) return `the code reads ${scanned}, not ${url}`
  const native = items.flatMap((item) => (item.kind === 'qr' ? [item.text] : []))
  const wanted = url !== null && qr === 'native' ? [url] : []
  return native.join() === wanted.join() ? null : `the printer was told to draw ${native.join()}`
}

/** Of everything that the drawn slip says: the first that this one does not. */
function missingWord(blocks: readonly SlipBlock[], items: readonly Item[]): string | null {
  const said = textIn(items)
  const missing = wordsIn(blocks).find((words) => !said.includes(plain(words)))
  return missing === undefined ? null : `"${missing}" is not said`
}
