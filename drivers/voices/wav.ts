import type { Pcm } from './voice.ts'

const { floor, max, min, round } = Math

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

/** What the samples of a WAV file are: `kind` 1 is whole numbers, 3 is fractions of full scale. */
type Format = { kind: 1 | 3; channels: number; bits: number; sampleRate: number }

/** Anything a recorder or an editor of sound writes; what is beyond is no recording of a voice. */
const channelsAtMost = 8
const ratesKnown = { from: 8000, to: 192_000 }

/**
 * Reads a WAV of 8, 16, 24 or 32 bits or 32-bit fractions, its channels mixed to one. A length beyond the end, as a program
 * writing to a pipe leaves it, means "to the end". Throws otherwise.
 */
export function decodeWav(wav: Buffer): Pcm {
  if (wav.length < 12 || wav.toString('ascii', 0, 4) !== 'RIFF' || wav.toString('ascii', 8, 12) !== 'WAVE')
    throw new Error('not a WAV file')
  let format: Format | undefined
  for (let at = 12; at + 8 <= wav.length; ) {
    const name = wav.toString('ascii', at, at + 4)
    const size = wav.readUInt32LE(at + 4)
    const body = wav.subarray(at + 8, min(at + 8 + size, wav.length))
    if (name === 'fmt ') format = readFormat(body)
    if (name === 'data') {
      if (!format) throw new Error('the WAV file has no format before its sound')
      return { sampleRate: format.sampleRate, samples: readSamples(body, format) }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error('the WAV file has no sound')
}

/** `WAVE_FORMAT_EXTENSIBLE` names its kind in the first bytes of an identifier at the end. */
const extensible = 0xfffe

function readFormat(body: Buffer): Format {
  if (body.length < 16) throw new Error('the format of the WAV file is cut off')
  const [encoding, channels, sampleRate, bits] = [
    body.readUInt16LE(0),
    body.readUInt16LE(2),
    body.readUInt32LE(4),
    body.readUInt16LE(14),
  ]
  const kind = encoding === extensible && body.length >= 26 ? body.readUInt16LE(24) : encoding
  const isKnown = kind === 1 ? [8, 16, 24, 32].includes(bits) : kind === 3 && bits === 32
  if (!isKnown) throw new Error(`the WAV file is of an unknown kind: ${kind}, ${bits} bits`)
  if (channels < 1 || channels > channelsAtMost) throw new Error(`the WAV file has ${channels} channels`)
  if (sampleRate < ratesKnown.from || sampleRate > ratesKnown.to)
    throw new Error(`the WAV file has ${sampleRate} samples a second`)
  return { kind: kind === 1 ? 1 : 3, channels, bits, sampleRate }
}

function readSamples(body: Buffer, format: Format): Int16Array {
  const { kind, channels, bits } = format
  if (kind === 1 && channels === 1 && bits === 16) return copySamples(body)
  const bytes = bits / 8
  const samples = new Int16Array(floor(body.length / (bytes * channels)))
  for (let at = 0; at < samples.length; at++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++)
      sum += readSample(body, (at * channels + channel) * bytes, format)
    samples[at] = max(-32768, min(32767, round((sum / channels) * 32768)))
  }
  return samples
}

/** One sample as a share of full scale; eight bits are the only ones without a sign. */
function readSample(body: Buffer, at: number, { kind, bits }: Format): number {
  if (kind === 3) return body.readFloatLE(at) || 0
  return bits === 8 ? (body.readUInt8(at) - 128) / 128 : body.readIntLE(at, bits / 8) / 2 ** (bits - 1)
}

/** Copied as they lie: WAV and every processor that Node runs on here (x86-64, ARM) put the low byte first. */
function copySamples(body: Buffer): Int16Array {
  const samples = new Int16Array(floor(body.length / 2))
  new Uint8Array(samples.buffer).set(body.subarray(0, samples.byteLength))
  return samples
}
