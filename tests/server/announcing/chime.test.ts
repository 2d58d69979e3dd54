import { measureLoudness } from '../../../drivers/voices/loudness.ts'
import { strikeChime } from '../../../server/announcing/chime.ts'

const rate = 22050
const { samples } = strikeChime(rate)
const part = (fromS: number, toS: number) => samples.slice(Math.round(fromS * rate), Math.round(toS * rate))
const peak = (sound: Int16Array) => sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

/** The strength of one frequency in a sound (Goertzel). */
function strengthAt(sound: Int16Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate)
  let [before, last] = [0, 0]
  for (const sample of sound) [before, last] = [last, sample + turn * last - before]
  return Math.sqrt(before * before + last * last - turn * before * last) / sound.length
}

/** The strongest pitch between 300 and 900 Hz, to 1 Hz. */
const pitchOf = (sound: Int16Array) =>
  Array.from({ length: 600 }, (_, step) => 300 + step).reduce((best, hertz) =>
    strengthAt(sound, hertz) > strengthAt(sound, best) ? hertz : best,
  )

test('the chime lasts 0.9 s', () => {
  expect(samples.length / rate).toBeCloseTo(0.9, 3)
})

test('its two tones fall a fourth (4:3)', () => {
  expect(pitchOf(part(0.02, 0.36)) / pitchOf(part(0.7, 0.85))).toBeCloseTo(4 / 3, 1)
})

test('neither tone has a sharp attack: the first 5 ms stay below a fifth of what follows', () => {
  expect(peak(part(0, 0.005))).toBeLessThan(0.2 * peak(part(0, 0.1)))
  expect(Math.max(...samples.subarray(1).map((sample, at) => Math.abs(sample - (samples[at] ?? 0))))).toBeLessThan(3000)
})

test('it is silent at both ends and clips nowhere', () => {
  expect(samples[0]).toBe(0)
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(5)
  expect(peak(samples)).toBeLessThan(0.5 * 32768)
})

test('it is as loud as the speech or up to 6 dB softer, which is levelled to −20 LUFS', () => {
  const loudness = measureLoudness({ sampleRate: rate, samples })
  expect(loudness).toBeLessThan(-20)
  expect(loudness).toBeGreaterThan(-26)
})
