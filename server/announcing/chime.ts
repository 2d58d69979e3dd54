import type { Pcm } from '../../drivers/voices/voice.ts'

/** Two tones a fourth apart, the higher first (design language §7.2): E5 and B4, in Hz and seconds from the start. */
const tones = [
  { pitch: 659.26, from: 0 },
  { pitch: 493.88, from: 0.38 },
] as const

/** What a softly struck bar sounds: each partial as a multiple of the pitch, its strength, and how fast it dies (1/s). */
const partials = [
  { multiple: 1, strength: 1, decay: 6 },
  { multiple: 2, strength: 0.18, decay: 9 },
  { multiple: 4, strength: 0.08, decay: 16 },
] as const

const lengthS = 0.9
const attackS = 0.018
const releaseS = 0.06

/** Peak of one tone against full scale: the chime comes out a little softer than the speech after it. */
const strength = 0.26

/** The chime before a call: 0.9 s, no sharp attack, silent at both ends. */
export function strikeChime(sampleRate: number): Pcm {
  const samples = new Int16Array(Math.round(lengthS * sampleRate))
  for (let at = 0; at < samples.length; at++) {
    const time = at / sampleRate
    const sound = tones.reduce((sum, tone) => sum + (time < tone.from ? 0 : toneAt(tone.pitch, time - tone.from)), 0)
    samples[at] = Math.round(32767 * strength * sound * rise((lengthS - time) / releaseS))
  }
  return { sampleRate, samples }
}

const toneAt = (pitch: number, time: number): number =>
  rise(time / attackS) *
  partials.reduce(
    (sum, { multiple, strength, decay }) =>
      sum + strength * Math.exp(-decay * time) * Math.sin(2 * Math.PI * pitch * multiple * time),
    0,
  )

/** From 0 to 1 along half a cosine, 1 from there on. */
const rise = (share: number): number => (share >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * Math.max(share, 0)))
