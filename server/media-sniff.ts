import { type FileHandle, open } from 'node:fs/promises'
import type { MediaEnding } from './contract/media.ts'

/**
 * What a file really is, by its bytes and not by its name; null for what old televisions could not show. Pictures that
 * hold programs (SVG) are none of these.
 */
export async function sniffMedia(file: string): Promise<MediaEnding | null> {
  const handle = await open(file)
  try {
    const head = await bytesAt(handle, 0, 16)
    if (head.subarray(0, 8).equals(pngMark)) return 'png'
    if (head.subarray(0, 3).equals(jpegMark)) return 'jpg'
    if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP') return 'webp'
    if (textAt(head, 4, 8) === 'ftyp') return (await isH264(handle)) ? 'mp4' : null
    if (head.subarray(0, 4).equals(ebmlMark)) return (await isVp8Or9(handle)) ? 'webm' : null
    return null
  } finally {
    await handle.close()
  }
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const jpegMark = Buffer.from([0xff, 0xd8, 0xff])
const ebmlMark = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])

const textAt = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** The boxes of ISO/IEC 14496-12 that lead to the description of the samples. */
const waysDown = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const otherVideo = new Set(['hvc1', 'hev1', 'av01', 'vp08', 'vp09', 'mp4v', 'dvh1', 'dvhe'])
const boxesAtMost = 20_000

async function isH264(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat()
  const formats: string[] = []
  let boxes = 0
  const walk = async (from: number, to: number): Promise<void> => {
    for (let at = from; at + 8 <= to && boxes++ < boxesAtMost; ) {
      const head = await bytesAt(handle, at, 24)
      if (head.length < 8) return
      const type = textAt(head, 4, 8)
      const short = head.readUInt32BE(0)
      const headBytes = short === 1 ? 16 : 8
      const length = short === 0 ? to - at : short === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : short
      if (length < headBytes) return
      if (type === 'stsd') formats.push(textAt(await bytesAt(handle, at + headBytes + 12, 4), 0, 4))
      if (waysDown.has(type)) await walk(at + headBytes, Math.min(at + length, to))
      at += length
    }
  }
  await walk(0, size)
  return formats.some((format) => /^avc[13]$/.test(format)) && !formats.some((format) => otherVideo.has(format))
}

/** Tracks are described before the pictures; the codec stands there by its name. */
const webmHeadBytes = 1024 * 1024

async function isVp8Or9(handle: FileHandle): Promise<boolean> {
  const head = textAt(await bytesAt(handle, 0, webmHeadBytes), 0, webmHeadBytes)
  return head.includes('webm') && /V_VP[89]/.test(head) && !/V_(AV1|MPEG)/.test(head)
}
