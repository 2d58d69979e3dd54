import { renderEscpos } from '../../drivers/printers/escpos-render.ts'
import { encodeOneBitPng } from '../../drivers/printers/one-bit-png.ts'

/** What the virtual printer would make of the bytes. */
export async function drawSlipPicture(bytes: Uint8Array, widthDots: 576 | 384) {
  const picture = renderEscpos(bytes, widthDots)
  return { png: await encodeOneBitPng(picture), heightDots: picture.height }
}
