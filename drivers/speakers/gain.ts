import type { Pcm } from '../voices/voice.ts'

/**
 * What samples are multiplied by for a volume in per cent: its square, so that 50 sounds about half as loud (−12 dB) and
 * 100 changes nothing. Never above 1: no sample can clip.
 */
export const gainOf = (volume: number): number => (Math.min(Math.max(volume, 0), 100) / 100) ** 2

/** The sound at this volume; the very same at 100. */
export function atVolume(pcm: Pcm, volume: number): Pcm {
  const gain = gainOf(volume)
  if (gain === 1) return pcm
  return { ...pcm, samples: pcm.samples.map((sample) => Math.round(sample * gain)) }
}
