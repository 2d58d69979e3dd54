import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const GREY_1_BIT = [1, 0, 0, 0, 0]
const deflateAsync = promisify(deflate)

/** CRC-32 of PNG and zip, polynomial 0xEDB88320. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/**
 * A PNG of 1 bit a dot from rows of whole bytes where 1 is black. pngjs only writes 8 bits and more, eight times the
 * work on the hub's own thread; here the packing runs beside it.
 */
export async function encodeOneBitPng(picture: { width: number; height: number; bits: Uint8Array }): Promise<Buffer> {
  const { width, height, bits } = picture
  const stride = Math.ceil(width / 8)
  const rows = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < stride; column++) {
      rows[y * (stride + 1) + 1 + column] = ~(bits[y * stride + column] ?? 0) & 0xff
    }
  }
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Uint8Array.from(GREY_1_BIT)])),
    chunk('IDAT', await deflateAsync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}
