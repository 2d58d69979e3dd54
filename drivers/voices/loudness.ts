import type { Pcm } from './voice.ts'

const fullScale = 32768

/** Loudness to which every clip is brought, in LUFS: loud for speech, with room left above for its peaks. */
export const clipLoudness = -20

/** No sample is lifted above this share of full scale. */
const peakLimit = 0.94

/** K-weighted loudness in LUFS of the whole sound, without gates: ITU-R BS.1770, its filters computed for any sample rate. */
export function measureLoudness({ sampleRate, samples }: Pcm): number {
  const head = createBiquad(headFilter(sampleRate))
  const cut = createBiquad(lowCut(sampleRate))
  let power = 0
  for (const sample of samples) power += cut(head(sample / fullScale)) ** 2
  return -0.691 + 10 * Math.log10(Math.max(power / Math.max(samples.length, 1), 1e-12))
}

/** Nobody hears a difference this small, in dB. */
const heardDifference = 0.5

/** The same sound at the given loudness, or as near below it as its peaks allow; untouched where it is there already. */
export function levelTo(pcm: Pcm, loudness: number): Pcm {
  const difference = loudness - measureLoudness(pcm)
  if (Math.abs(difference) < heardDifference) return pcm
  let peak = 0
  for (const sample of pcm.samples) peak = Math.max(peak, Math.abs(sample))
  const gain = Math.min(10 ** (difference / 20), (peakLimit * fullScale) / Math.max(peak, 1))
  return { sampleRate: pcm.sampleRate, samples: pcm.samples.map((sample) => Math.round(sample * gain)) }
}

/** The same sound without the silence around it; `beforeMs` and `afterMs` of it are kept, where there is so much. */
export function trimSilence({ sampleRate, samples }: Pcm, beforeMs = 10, afterMs = 25): Pcm {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  const threshold = peak * 0.01
  const isHeard = (sample: number) => Math.abs(sample) > threshold
  const first = samples.findIndex(isHeard)
  const last = samples.findLastIndex(isHeard)
  if (first < 0) return { sampleRate, samples: new Int16Array(0) }
  const start = Math.max(0, first - Math.round((beforeMs * sampleRate) / 1000))
  return { sampleRate, samples: samples.slice(start, last + 1 + Math.round((afterMs * sampleRate) / 1000)) }
}

type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** The high shelf of BS.1770 (a head's effect) as an analogue prototype, so that it holds at 22,050 Hz too. */
function headFilter(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const high = 10 ** (3.999843853973347 / 20)
  const middle = high ** 0.4996667741545416
  const q = 0.7071752369554196
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (middle * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (middle * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

/** The low cut of BS.1770; its numerator is 1, −2, 1 as the recommendation tabulates it. */
function lowCut(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}

function createBiquad({ b0, b1, b2, a1, a2 }: Biquad): (value: number) => number {
  let [z1, z2] = [0, 0]
  return (value) => {
    const result = b0 * value + z1
    z1 = b1 * value - a1 * result + z2
    z2 = b2 * value - a2 * result
    return result
  }
}
