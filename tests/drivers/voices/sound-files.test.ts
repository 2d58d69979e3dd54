import { levelTo, truePeak } from '../../../drivers/voices/level.ts'
import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import { resample } from '../../../drivers/voices/resample.ts'
import { trimSilence } from '../../../drivers/voices/trim.ts'
import type { Pcm } from '../../../drivers/voices/voice.ts'
import { decodeWav, encodeWav } from '../../../drivers/voices/wav.ts'

// Named here: in a test, every look at a global costs more than the sum itself.
const { PI, abs, log10, max, round, sin } = Math

const tone = (hertz: number, strength: number, sampleRate: number) => ({
  sampleRate,
  samples: Int16Array.from({ length: sampleRate * 2 }, (_, at) =>
    round(32767 * strength * sin((2 * PI * hertz * at) / sampleRate)),
  ),
})

describe('WAV files', () => {
  const sound = tone(440, 0.5, 22050)

  test('have the header that every player knows', () => {
    const wav = encodeWav(sound)
    expect(wav.subarray(0, 44).toString('hex')).toBe(
      '52494646ac58010057415645666d7420100000000100010022560000' + '44ac0000' + '02001000' + '6461746188580100',
    )
    expect(wav.readInt16LE(44 + 2 * 13)).toBe(sound.samples[13])
  })

  test('come back as they went', () => {
    expect(decodeWav(encodeWav(sound))).toEqual(sound)
  })

  test('with chunks before the sound and a length beyond the end are read to the end', () => {
    const wav = encodeWav({ sampleRate: 8000, samples: Int16Array.of(1, -2, 3) })
    const list = Buffer.from('4c49535403000000616263' + '00', 'hex')
    const piped = Buffer.concat([wav.subarray(0, 36), list, wav.subarray(36)])
    piped.writeUInt32LE(0x7ffff000, 36 + list.length + 4)
    expect(decodeWav(piped)).toEqual({ sampleRate: 8000, samples: Int16Array.of(1, -2, 3) })
  })

  test.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('this is not a sound at all, only some text of fifty bytes')],
    ['cut off in the format', encodeWav(sound).subarray(0, 30)],
    ['cut off before the sound', encodeWav(sound).subarray(0, 36)],
    ['compressed', Buffer.from(encodeWav(sound)).fill(85, 20, 21)],
    ['of no channel', Buffer.from(encodeWav(sound)).fill(0, 22, 23)],
    ['of 12 bits', Buffer.from(encodeWav(sound)).fill(12, 34, 35)],
    ['of 1,000 Hz', Buffer.from(encodeWav(sound)).fill(Buffer.from([0xe8, 3]), 24, 26)],
  ])('that are %s are refused', (_name, wav) => {
    expect(() => decodeWav(wav)).toThrow(/WAV/)
  })
})

/** A WAV as other programs write it: each sample written by `write`, at every channel. */
function foreignWav(
  kind: number,
  bits: number,
  channels: number,
  write: (wav: Buffer, at: number, value: number) => void,
) {
  const values = [0, 0.5, -0.5, 0.25]
  const bytes = bits / 8
  const data = Buffer.alloc(values.length * channels * bytes)
  for (const [index, value] of values.entries())
    for (let channel = 0; channel < channels; channel++) write(data, (index * channels + channel) * bytes, value)
  const header = encodeWav({ sampleRate: 48_000, samples: new Int16Array(0) })
  header.writeUInt16LE(kind, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt16LE(bits, 34)
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}

test.each([
  ['8 bits', foreignWav(1, 8, 1, (wav, at, value) => wav.writeUInt8(128 + value * 128, at))],
  ['16 bits in stereo', foreignWav(1, 16, 2, (wav, at, value) => wav.writeInt16LE(value * 32768, at))],
  ['24 bits', foreignWav(1, 24, 1, (wav, at, value) => wav.writeIntLE(value * 2 ** 23, at, 3))],
  ['32 bits in three channels', foreignWav(1, 32, 3, (wav, at, value) => wav.writeInt32LE(value * 2 ** 31, at))],
  ['fractions', foreignWav(3, 32, 2, (wav, at, value) => wav.writeFloatLE(value, at))],
])('a WAV of %s is the same sound', (_name, wav) => {
  expect(decodeWav(wav)).toEqual({ sampleRate: 48_000, samples: Int16Array.of(0, 16384, -16384, 8192) })
})

test('the parts of a stereo sound are mixed to one', () => {
  const sides = Buffer.concat([encodeWav({ sampleRate: 44_100, samples: Int16Array.of(1000, 3000, -500, 500) })])
  sides.writeUInt16LE(2, 22)
  expect(decodeWav(sides).samples).toEqual(Int16Array.of(2000, 0))
})

describe('another sample rate', () => {
  /** What is left of a sound without the tone that it should be, in dB of full scale. */
  const errorOf = (sound: Pcm, hertz: number, strength: number) => {
    const middle = sound.samples.subarray(500, -500)
    let power = 0
    for (const [at, sample] of middle.entries())
      power += (sample / 32767 - strength * sin((2 * PI * hertz * (at + 500)) / sound.sampleRate)) ** 2
    return 10 * log10(power / middle.length)
  }
  test.each([48_000, 44_100, 16_000, 96_000])(
    'a tone of 1 kHz at %i Hz is the same tone at 22,050 Hz, to 80 dB',
    (rate) => {
      const heard = resample(tone(1000, 0.5, rate), 22_050)
      expect(heard.samples.length).toBe(44_100)
      expect(errorOf(heard, 1000, 0.5)).toBeLessThan(-80)
    },
  )
  test('what the lower rate cannot hold is gone, not folded back', () => {
    const left = resample(tone(15_000, 0.5, 48_000), 22_050).samples.subarray(500, -500)
    expect(left.reduce((most, sample) => max(most, abs(sample)), 0)).toBeLessThan(4)
  })
})

describe('loudness', () => {
  test.each([44100, 48000, 22050])('a full-scale tone of 997 Hz at %i Hz is −3.01 LUFS (BS.1770)', (sampleRate) => {
    expect(measureLoudness(tone(997, 1, sampleRate))).toBeCloseTo(-3.01, 1)
  })

  const atDecibels = (level: number, seconds: number): Int16Array =>
    Int16Array.from({ length: 48_000 * seconds }, (_, at) =>
      round(32768 * 10 ** (level / 20) * sin((2 * PI * 1000 * at) / 48_000)),
    )
  const joined = (...parts: Int16Array[]): Pcm => ({
    sampleRate: 48_000,
    samples: Int16Array.from(parts.flatMap((part) => [...part])),
  })

  /** EBU Tech 3341, cases 1 to 4 and 6, on one channel instead of two: 3.01 LU lower. */
  test.each<[string, Pcm, number]>([
    ['1', joined(atDecibels(-23, 5)), -26.01],
    ['2', joined(atDecibels(-33, 5)), -36.01],
    ['3', joined(atDecibels(-36, 2), atDecibels(-23, 12), atDecibels(-36, 2)), -26.01],
    [
      '4',
      joined(atDecibels(-72, 2), atDecibels(-36, 2), atDecibels(-23, 12), atDecibels(-36, 2), atDecibels(-72, 2)),
      -26.01,
    ],
  ])('a test signal like case %s of EBU Tech 3341 is measured to 0.1 LU', (_case, signal, loudness) => {
    expect(abs(measureLoudness(signal) - loudness)).toBeLessThan(0.1)
  })

  test('silence is as soft as can be, and stays silent when it is levelled', () => {
    const silence = { sampleRate: 22_050, samples: new Int16Array(22_050) }
    expect(measureLoudness(silence)).toBeLessThan(-70)
    expect(levelTo(silence, -20)).toEqual(silence)
  })

  test('the peak between the samples is found: a quarter of the rate, between its points (BS.1770-4, annex 2)', () => {
    const between = Int16Array.from({ length: 4000 }, (_, at) => round(20_000 * sin((PI * at) / 2 + PI / 4)))
    const measured = truePeak({ sampleRate: 48_000, samples: between.subarray(1000, 3000) })
    expect(abs(measured - 20 * log10(20_000 / 32_768))).toBeLessThan(0.2)
  })

  test('a low tone counts for less than one of 2 kHz, and the highs for 4 dB more', () => {
    expect(measureLoudness(tone(40, 1, 22050))).toBeLessThan(-7)
    expect(measureLoudness(tone(4000, 1, 22050)) - measureLoudness(tone(200, 1, 22050))).toBeGreaterThan(3)
  })

  test('a sound is brought to a level, but never lifted into clipping', () => {
    expect(measureLoudness(levelTo(tone(500, 0.01, 22050), -20))).toBeCloseTo(-20, 1)
    const spiked = tone(500, 0.01, 22050)
    spiked.samples[100] = 30000
    const levelled = levelTo(spiked, -10)
    expect(truePeak(levelled)).toBeLessThan(-0.9)
    expect(measureLoudness(levelled)).toBeCloseTo(-10, 0)
  })

  test('silence around a sound is cut off, silence alone altogether', () => {
    const quiet = new Int16Array(22050)
    const samples = Int16Array.of(
      ...quiet.subarray(0, 2000),
      ...tone(500, 0.3, 22050).samples,
      ...quiet.subarray(0, 3000),
    )
    const kept = trimSilence({ sampleRate: 22050, samples }, 10, 25).samples.length - 44100
    expect(kept).toBeGreaterThan(700)
    expect(kept).toBeLessThan(800)
    expect(trimSilence({ sampleRate: 22050, samples: quiet }).samples.length).toBe(0)
  })
})
