import { logoAtMost } from '../../server/contract/site-slip.ts'

/** Dark counts as black below this luminance of 0 to 255; what is see-through is paper. */
const BLACK_BELOW = 140
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Any picture that the browser reads, as a PNG of 1 bit a dot in base64. @throws where it reads none. */
export async function oneBitLogo(file: Blob): Promise<string> {
  const { data, width, height } = await shrink(file)
  return toBase64(await writePng(pack(data, width, height), width, height))
}

async function shrink(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, logoAtMost.width / bitmap.width, logoAtMost.height / bitmap.height)
  const [width, height] = [
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  ]
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws nothing')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return pen.getImageData(0, 0, width, height)
}

/** Rows of a PNG: a filter byte of 0, then 8 dots a byte where 1 is white. */
function pack(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array<ArrayBuffer> {
  const stride = Math.ceil(width / 8) + 1
  const rows = new Uint8Array(stride * height)
  for (let dot = 0; dot < width * height; dot++) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(dot * 4, dot * 4 + 3)
    if (0.299 * red + 0.587 * green + 0.114 * blue < BLACK_BELOW) continue
    const column = dot % width
    const at = Math.floor(dot / width) * stride + 1 + (column >> 3)
    rows[at] = (rows[at] ?? 0) | (0x80 >> (column & 7))
  }
  return rows
}

async function writePng(rows: Uint8Array<ArrayBuffer>, width: number, height: number): Promise<Uint8Array> {
  const packed = new Response(new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate')))
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 1
  return join([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(await packed.arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data])
  const frame = new Uint8Array(body.length + 8)
  const view = new DataView(frame.buffer)
  view.setUint32(0, data.length)
  frame.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return frame
}

/** CRC-32 of PNG, polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  }
  return ~crc >>> 0
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
