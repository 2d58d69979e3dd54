import type { Pcm } from './voice.ts'

const { abs, cos, floor, max, min, round } = Math

/** A clip rises and falls this long, so that no join is heard as a click. */
const fadeMs = 4

/** The same sound without the silence around it; `beforeMs` and `afterMs` of it are kept, where there is so much. */
export function trimSilence({ sampleRate, samples }: Pcm, beforeMs = 10, afterMs = 25): Pcm {
  let peak = 0
  for (const sample of samples) peak = max(peak, abs(sample))
  const threshold = peak * 0.01
  const isHeard = (sample: number) => abs(sample) > threshold
  const first = samples.findIndex(isHeard)
  const last = samples.findLastIndex(isHeard)
  if (first < 0) return { sampleRate, samples: new Int16Array(0) }
  const start = max(0, first - round((beforeMs * sampleRate) / 1000))
  return { sampleRate, samples: samples.slice(start, last + 1 + round((afterMs * sampleRate) / 1000)) }
}

/** The same samples, changed in place: they begin and end at rest. */
export function fadeEnds(samples: Int16Array, sampleRate: number): Int16Array {
  const length = min(round((fadeMs * sampleRate) / 1000), floor(samples.length / 2))
  for (let step = 0; step < length; step++) {
    const share = 0.5 - 0.5 * cos((Math.PI * step) / length)
    for (const at of [step, samples.length - 1 - step]) samples[at] = round((samples[at] ?? 0) * share)
  }
  return samples
}
