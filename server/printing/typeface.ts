import { inflateRawSync } from 'node:zlib'
import { plusJakartaSans } from './glyphs/plus-jakarta-sans.ts'
import { type Ink, inkByte, type Raster } from './raster.ts'

/** A size in dots and a weight that the slip's letters were drawn in, e.g. `42/800`. */
export type StyleName = `${number}/${number}`

interface Glyph {
  /** Distance to the next letter, dots, fractional. */
  readonly advance: number
  readonly left: number
  /** First row, counted from the baseline; negative is above it. */
  readonly top: number
  readonly width: number
  readonly height: number
  readonly rows: Uint8Array
}

interface Style {
  readonly size: number
  readonly glyphs: ReadonlyMap<number, Glyph>
  /** Key: left code point × 65536 + right code point; value in thousandths of an em. */
  readonly kerning: ReadonlyMap<number, number>
}

/** Spacing in em, as in CSS. */
export interface Spacing {
  readonly letter?: number
  readonly word?: number
}

/** Plus Jakarta Sans: ascent and descent in em; a line of 1.26 em has no leading. */
export const ASCENT_EM = 1.038
export const DESCENT_EM = 0.222

const QUESTION_MARK = 0x3f

let unpacked: ReadonlyMap<StyleName, Style> | undefined

function findStyle(name: StyleName): Style {
  unpacked ??= unpackStyles(inflateRawSync(Buffer.from(plusJakartaSans, 'base64')))
  const style = unpacked.get(name)
  if (!style) throw new Error(`the slip has no letters of style ${name}`)
  return style
}

export function sizeOf(name: StyleName): number {
  return findStyle(name).size
}

/** Mirrors `pack` in scripts/make-slip-glyphs.mjs. */
function unpackStyles(packed: Buffer): ReadonlyMap<StyleName, Style> {
  let at = 0
  const u8 = () => packed.readUInt8(at++)
  const u16 = () => {
    at += 2
    return packed.readUInt16BE(at - 2)
  }
  const i16 = () => {
    at += 2
    return packed.readInt16BE(at - 2)
  }
  const drawn = Array.from({ length: u8() }, () => {
    const [size, weight, count] = [u8(), u16(), u16()]
    const glyphs = new Map<number, Glyph>()
    for (let index = 0; index < count; index++) {
      const code = u16()
      const glyph = { advance: u16() / 64, left: i16(), top: i16(), width: u8(), height: u8() }
      const length = Math.ceil(glyph.width / 8) * glyph.height
      glyphs.set(code, { ...glyph, rows: packed.subarray(at, at + length) })
      at += length
    }
    return { size, weight, glyphs }
  })
  const kerningOf = new Map<number, Map<number, number>>()
  const weights = u8()
  for (let index = 0; index < weights; index++) {
    const [weight, count] = [u16(), u16()]
    const pairs = new Map<number, number>()
    for (let pair = 0; pair < count; pair++) pairs.set(u16() * 65536 + u16(), i16())
    kerningOf.set(weight, pairs)
  }
  return new Map(
    drawn.map(({ size, weight, glyphs }) => [
      `${size}/${weight}` as StyleName,
      { size, glyphs, kerning: kerningOf.get(weight) ?? new Map<number, number>() },
    ]),
  )
}

/** Letters that the style lacks become their plain form, or a question mark. */
function chooseCode({ glyphs }: Style, character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (glyphs.has(code)) return code
  const plain = character.normalize('NFD').charCodeAt(0)
  return glyphs.has(plain) ? plain : QUESTION_MARK
}

function* placeGlyphs(style: Style, text: string, spacing: Spacing): Generator<{ glyph: Glyph; x: number }, number> {
  let x = 0
  let previous = 0
  for (const character of text) {
    const code = chooseCode(style, character)
    const glyph = style.glyphs.get(code)
    if (!glyph) continue
    x += ((style.kerning.get(previous * 65536 + code) ?? 0) / 1000) * style.size
    yield { glyph, x }
    x += glyph.advance + (spacing.letter ?? 0) * style.size + (code === 0x20 ? (spacing.word ?? 0) * style.size : 0)
    previous = code
  }
  return x
}

/** Width in dots, fractional. */
export function measureText(name: StyleName, text: string, spacing: Spacing = {}): number {
  const placed = placeGlyphs(findStyle(name), text, spacing)
  for (;;) {
    const step = placed.next()
    if (step.done) return step.value
  }
}

/** Draws from `x` on, with the baseline between the rows `baseline - 1` and `baseline`. */
export function drawText(
  raster: Raster,
  name: StyleName,
  text: string,
  at: { x: number; baseline: number; ink?: Ink; spacing?: Spacing },
): void {
  for (const { glyph, x } of placeGlyphs(findStyle(name), text, at.spacing ?? {})) {
    const left = Math.round(at.x + x) + glyph.left
    const stride = Math.ceil(glyph.width / 8)
    for (let row = 0; row < glyph.height; row++) {
      const y = at.baseline + glyph.top + row
      for (let byte = 0; byte < stride; byte++) {
        inkByte(raster, left + byte * 8, y, glyph.rows[row * stride + byte] ?? 0, at.ink ?? 'black')
      }
    }
  }
}

/**
 * Breaks a text into lines of at most `width` dots, at spaces, and inside a word only when it is wider than a line.
 * What does not fit `maxLines` is cut with an ellipsis.
 */
export function wrapText(name: StyleName, text: string, width: number, maxLines: number, spacing?: Spacing): string[] {
  const fits = (line: string) => measureText(name, line, spacing) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line)) {
      let count = 1
      while (count < line.length && fits(line.slice(0, count + 1))) count++
      lines.push(line.slice(0, count))
      line = line.slice(count)
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= maxLines) return lines
  let last = lines[maxLines - 1] ?? ''
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1)
  return [...lines.slice(0, maxLines - 1), `${last.trimEnd()}…`]
}
