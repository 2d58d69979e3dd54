import { measureLoudness } from './loudness.ts'
import { windowedSinc } from './resample.ts'
import type { Pcm } from './voice.ts'

const { abs, log10, max, min, round } = Math

const fullScale = 32768

/** Of every announcement, in LUFS: loud for speech, with room left above for its peaks. */
export const speechLoudness = -20

/** To which every clip is brought: pauses and short words make a sentence softer than its clips, by 0.2 to 1.1 LU. */
export const clipLoudness = speechLoudness + 0.6

/** No wave between or on the samples rises above this share of full scale: −1 dBTP (EBU R 128). */
const peakLimit = 10 ** (-1 / 20)

/** Nobody hears a difference this small, in dB. */
const heardDifference = 0.3

/** A limiter takes loudness away with the peaks, which is given back; more often than this nothing is won. */
const triesAtMost = 3

/** The same sound at the given loudness, its peaks limited; untouched where it is there already. Silence stays silent. */
export function levelTo(sound: Pcm, loudness: number): Pcm {
  let levelled = limitPeaks(sound)
  for (let turn = 0; turn < triesAtMost; turn++) {
    const measured = measureLoudness(levelled.sound)
    const difference = loudness - measured
    if (abs(difference) < heardDifference || measured < -70) break
    levelled = limitPeaks(levelled.sound, 10 ** (difference / 20))
    if (!levelled.isLimited) break
  }
  return levelled.sound
}

/** Four times the sample rate, as BS.1770-4 (annex 2) measures the peak between the samples. */
const phases = [1, 2, 3].map((quarter) => {
  const reach = 12
  return Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const x = tap - reach + 1 - quarter / 4
    return windowedSinc(x, abs(x) / reach)
  })
})

/** The highest point of the wave in dBTP, between the samples too. */
export function truePeak({ samples }: Pcm): number {
  let highest = samples.reduce((most, sample) => max(most, abs(sample)), 0)
  for (let at = 0; at < samples.length; at++) {
    if (isLoudAt(samples, at, highest / 2)) highest = max(highest, peakAt(samples, at))
  }
  return 20 * log10(max(highest / fullScale, 1e-6))
}

/** Between two samples a wave of speech rises to twice their height at most: only there is a closer look needed. */
const isLoudAt = (samples: Int16Array, at: number, height: number): boolean =>
  abs(samples[at] ?? 0) > height || abs(samples[at + 1] ?? 0) > height

/** The highest point of the wave from this sample until the next one. */
function peakAt(samples: Int16Array, at: number): number {
  let peak = abs(samples[at] ?? 0)
  for (const taps of phases) {
    let sum = 0
    for (let tap = 0; tap < taps.length; tap++) sum += (taps[tap] ?? 0) * (samples[at + tap - taps.length / 2 + 1] ?? 0)
    peak = max(peak, abs(sum))
  }
  return peak
}

/** The gain goes down this long before a peak and comes back as long after it. */
const reachMs = 5

/** The same sound times `gain`, with every peak that would be too high turned down, smoothly and before it comes. */
function limitPeaks({ sampleRate, samples }: Pcm, gain = 1): { sound: Pcm; isLimited: boolean } {
  const ceiling = peakLimit * fullScale
  const needed = neededGains(samples, gain, ceiling)
  if (!needed) {
    const louder = gain === 1 ? samples : scaled(samples, () => gain)
    return { sound: { sampleRate, samples: louder }, isLimited: false }
  }
  const reach = round((reachMs * sampleRate) / 1000)
  const lowest = needed.map((_, at) => {
    let low = 1
    for (let near = max(0, at - reach); near <= at + reach; near++) low = min(low, needed[near] ?? 1)
    return low
  })
  let sum = 0
  for (let near = -reach; near < reach; near++) sum += lowest[near] ?? 1
  const limited = scaled(samples, (at) => {
    sum += lowest[at + reach] ?? 1
    const smooth = sum / (2 * reach + 1)
    sum -= lowest[at - reach] ?? 1
    return gain * smooth
  })
  return { sound: { sampleRate, samples: limited }, isLimited: true }
}

/** By how much each sample must be turned down, 1 for not at all; null when none must. */
function neededGains(samples: Int16Array, gain: number, ceiling: number): Float64Array | null {
  const gains = new Float64Array(samples.length).fill(1)
  let isNeeded = false
  for (let at = 0; at < samples.length; at++) {
    if (!isLoudAt(samples, at, ceiling / 2 / gain)) continue
    const needed = ceiling / max(1, gain * peakAt(samples, at))
    if (needed >= 1) continue
    isNeeded = true
    for (const near of [at, at + 1]) if (needed < (gains[near] ?? 0)) gains[near] = needed
  }
  return isNeeded ? gains : null
}

function scaled(samples: Int16Array, gainAt: (at: number) => number): Int16Array {
  const result = new Int16Array(samples.length)
  for (let at = 0; at < result.length; at++)
    result[at] = max(-32768, min(32767, round((samples[at] ?? 0) * gainAt(at))))
  return result
}
