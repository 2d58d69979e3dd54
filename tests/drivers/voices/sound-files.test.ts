import { levelTo, measureLoudness, trimSilence } from '../../../drivers/voices/loudness.ts'
import { decodeWav, encodeWav } from '../../../drivers/voices/wav.ts'
import { peakOf } from './_behaviour.ts'

const tone = (hertz: number, strength: number, sampleRate: number) => ({
  sampleRate,
  samples: Int16Array.from({ length: sampleRate * 2 }, (_, at) =>
    Math.round(32767 * strength * Math.sin((2 * Math.PI * hertz * at) / sampleRate)),
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
    ['stereo', Buffer.from(encodeWav(sound)).fill(2, 22, 23)],
  ])('that are %s are refused', (_name, wav) => {
    expect(() => decodeWav(wav)).toThrow(/WAV/)
  })
})

describe('loudness', () => {
  test.each([44100, 48000, 22050])('a full-scale tone of 997 Hz at %i Hz is −3.01 LUFS (BS.1770)', (sampleRate) => {
    expect(measureLoudness(tone(997, 1, sampleRate))).toBeCloseTo(-3.01, 1)
  })

  test('a low tone counts for less than one of 2 kHz, and the highs for 4 dB more', () => {
    expect(measureLoudness(tone(40, 1, 22050))).toBeLessThan(-7)
    expect(measureLoudness(tone(4000, 1, 22050)) - measureLoudness(tone(200, 1, 22050))).toBeGreaterThan(3)
  })

  test('a sound is brought to a level, but never lifted into clipping', () => {
    expect(measureLoudness(levelTo(tone(500, 0.01, 22050), -20))).toBeCloseTo(-20, 1)
    const spiked = tone(500, 0.01, 22050)
    spiked.samples[100] = 30000
    expect(peakOf(levelTo(spiked, -10).samples)).toBeLessThan(0.95 * 32768)
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
