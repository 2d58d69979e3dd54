import type { Pcm } from '../../drivers/voices/voice.ts'

const sampleRate = 22_050
const tones = [523, 659, 784] as const
const toneMs = 350
const fadeMs = 15

/** Three rising tones, by which somebody in the hall finds a loudspeaker: softly begun and ended, at a third of full scale. */
export function soundOfIdentify(): { audio: Pcm; durationMs: number } {
  const perTone = Math.round((sampleRate * toneMs) / 1000)
  const fade = (sampleRate * fadeMs) / 1000
  const samples = new Int16Array(perTone * tones.length)
  for (const [index, hertz] of tones.entries()) {
    for (let at = 0; at < perTone; at++) {
      const loudness = Math.min(1, at / fade, (perTone - at) / fade)
      samples[index * perTone + at] = Math.round(10_922 * loudness * Math.sin((2 * Math.PI * hertz * at) / sampleRate))
    }
  }
  return { audio: { sampleRate, samples }, durationMs: toneMs * tones.length }
}
