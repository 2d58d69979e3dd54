import type { Pcm } from './voice.ts'

const headerBytes = 44

/** A mono 16-bit RIFF/WAVE file of the sound. */
export function encodeWav({ sampleRate, samples }: Pcm): Buffer {
  const dataBytes = samples.byteLength
  const wav = Buffer.allocUnsafe(headerBytes + dataBytes)
  wav.write('RIFF', 0, 'ascii')
  wav.writeUInt32LE(headerBytes - 8 + dataBytes, 4)
  wav.write('WAVEfmt ', 8, 'ascii')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'ascii')
  wav.writeUInt32LE(dataBytes, 40)
  wav.set(new Uint8Array(samples.buffer, samples.byteOffset, dataBytes), headerBytes)
  return wav
}

/** Reads a mono 16-bit WAV. A length beyond the end, as a program writing to a pipe leaves it, means "to the end". Throws otherwise. */
export function decodeWav(wav: Buffer): Pcm {
  if (wav.length < 12 || wav.toString('ascii', 0, 4) !== 'RIFF' || wav.toString('ascii', 8, 12) !== 'WAVE')
    throw new Error('not a WAV file')
  let sampleRate = 0
  for (let at = 12; at + 8 <= wav.length; ) {
    const name = wav.toString('ascii', at, at + 4)
    const size = wav.readUInt32LE(at + 4)
    const body = wav.subarray(at + 8, Math.min(at + 8 + size, wav.length))
    if (name === 'fmt ') sampleRate = readFormat(body)
    if (name === 'data') {
      if (sampleRate === 0) throw new Error('the WAV file has no format before its sound')
      return { sampleRate, samples: readSamples(body) }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error('the WAV file has no sound')
}

function readFormat(body: Buffer): number {
  if (body.length < 16) throw new Error('the format of the WAV file is cut off')
  const [encoding, channels, bits] = [body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(14)]
  if (encoding !== 1 || channels !== 1 || bits !== 16) throw new Error('the WAV file is not mono 16-bit PCM')
  return body.readUInt32LE(4)
}

/** Copied as they lie: WAV and every processor that Node runs on here (x86-64, ARM) put the low byte first. */
function readSamples(body: Buffer): Int16Array {
  const samples = new Int16Array(Math.floor(body.length / 2))
  new Uint8Array(samples.buffer).set(body.subarray(0, samples.byteLength))
  return samples
}
