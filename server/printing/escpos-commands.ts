import type { Raster } from './raster.ts'

/** Rows a command: small enough for the receive buffer of cheap printers. */
const BAND_ROWS = 128
const LEVEL_M = 0x31
const MODEL_2 = 0x32

export const INITIALISE = Uint8Array.of(0x1b, 0x40)
/** FS . leaves the double-byte mode of printers made for East Asia; ESC t 0 chooses code page 437. */
export const PLAIN_CHARACTERS = Uint8Array.of(0x1c, 0x2e, 0x1b, 0x74, 0x00)
export const ALIGN_LEFT = Uint8Array.of(0x1b, 0x61, 0)
export const ALIGN_CENTRE = Uint8Array.of(0x1b, 0x61, 1)
/** ESC E; the encoder's own way also turns italics off, which receipt printers do not know. */
export const BOLD = Uint8Array.of(0x1b, 0x45, 1)
export const NOT_BOLD = Uint8Array.of(0x1b, 0x45, 0)
/** GS V B 0: feeds the slip past the knife, then cuts and leaves a corner. */
export const FEED_AND_CUT = Uint8Array.of(0x1d, 0x56, 0x42, 0x00)

export function feedDots(dots: number): Uint8Array {
  return Uint8Array.of(0x1b, 0x4a, dots)
}

/** GS v 0, in bands. */
export function encodeRaster(raster: Raster): Uint8Array {
  const bands: Uint8Array[] = []
  for (let top = 0; top < raster.height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, raster.height - top)
    bands.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0, raster.stride & 0xff, raster.stride >> 8, rows & 0xff, rows >> 8),
      raster.bits.subarray(top * raster.stride, (top + rows) * raster.stride),
    )
  }
  return Buffer.concat(bands)
}

/** GS ( k: model 2, size of a module, level M, store, print. */
export function encodeQr(text: string, moduleDots: number): Uint8Array {
  const data = Buffer.from(text, 'latin1')
  return Buffer.concat([
    symbolFunction(65, [MODEL_2, 0]),
    symbolFunction(67, [moduleDots]),
    symbolFunction(69, [LEVEL_M]),
    symbolFunction(80, [0x30, ...data]),
    symbolFunction(81, [0x30]),
  ])
}

const QR_SYMBOL = 49

function symbolFunction(number: number, parameters: readonly number[]): Uint8Array {
  const length = parameters.length + 2
  return Uint8Array.of(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, QR_SYMBOL, number, ...parameters)
}
