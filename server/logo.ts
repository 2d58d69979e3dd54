import { PNG } from 'pngjs'
import { logoAtMost } from './contract/site-slip.ts'

/** A picture of 1 bit a dot, 1 is black, most significant bit left, rows of whole bytes. */
export interface Logo {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

export type LogoTrouble = 'no-picture' | 'not-two-colours' | 'too-large'

/** Where IHDR keeps what can be judged before anything is unpacked. */
const HEADER = { width: 16, height: 20, depth: 24, interlace: 28, length: 33 }
const MOST_KEPT = 64
const kept = new Map<string, Logo | LogoTrouble>()

/** Reads a logo from its base64; each is unpacked once, for it is on every slip. Never throws. */
export function readLogo(base64: string): Logo | LogoTrouble {
  const known = kept.get(base64)
  if (known !== undefined) return known
  const read = unpack(Buffer.from(base64, 'base64'))
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(base64, read)
  return read
}

function unpack(png: Buffer): Logo | LogoTrouble {
  if (png.length < HEADER.length) return 'no-picture'
  const [width, height] = [png.readUInt32BE(HEADER.width), png.readUInt32BE(HEADER.height)]
  if (width > logoAtMost.width || height > logoAtMost.height) return 'too-large'
  // The unpacker believes the last size that a picture says, however large.
  if (width === 0 || height === 0 || png.includes('IHDR', HEADER.width)) return 'no-picture'
  if (png[HEADER.depth] !== 1 || png[HEADER.interlace] !== 0) return 'not-two-colours'
  try {
    const { data } = PNG.sync.read(png)
    return { width, height, bits: toBits(data, width, height) }
  } catch {
    return 'no-picture'
  }
}

/** Dark and opaque is black. */
function toBits(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8)
  const bits = new Uint8Array(stride * height)
  for (let dot = 0; dot < width * height; dot++) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(dot * 4, dot * 4 + 4)
    if (alpha < 128 || red + green + blue >= 384) continue
    const at = Math.floor(dot / width) * stride + ((dot % width) >> 3)
    bits[at] = (bits[at] ?? 0) | (0x80 >> ((dot % width) & 7))
  }
  return bits
}
