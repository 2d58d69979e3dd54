import type { Pcm } from './voice.ts'

const { floor, log10, max, round, tan } = Math

const fullScale = 32768

/** ITU-R BS.1770-4: blocks of 400 ms that overlap by three quarters, in hops of 100 ms. */
const hopMs = 100
const hopsInBlock = 4

/** The two gates of BS.1770-4, in LUFS and in LU below what the first gate let through. */
const absoluteGate = -70
const relativeGate = -10

/**
 * Integrated loudness in LUFS (ITU-R BS.1770-4, EBU R 128): K-weighted, gated, its filters computed for any sample rate. A sound
 * shorter than one block is measured whole.
 */
export function measureLoudness(sound: Pcm): number {
  const powers = blockPowers(sound)
  const audible = powers.filter((power) => loudnessOf(power) > absoluteGate)
  const gate = loudnessOf(mean(audible)) + relativeGate
  return loudnessOf(mean(audible.filter((power) => loudnessOf(power) > gate)))
}

/** Mean square of every block. */
function blockPowers({ sampleRate, samples }: Pcm): number[] {
  const head = createBiquad(headFilter(sampleRate))
  const cut = createBiquad(lowCut(sampleRate))
  const hop = round((hopMs * sampleRate) / 1000)
  const hops: number[] = []
  let whole = 0
  for (let at = 0; at < samples.length; at++) {
    const power = cut(head((samples[at] ?? 0) / fullScale)) ** 2
    whole += power
    const index = floor(at / hop)
    hops[index] = (hops[index] ?? 0) + power / hop
  }
  const blocks = floor(samples.length / hop) - hopsInBlock + 1
  if (blocks < 1) return [whole / max(samples.length, 1)]
  return Array.from({ length: blocks }, (_, first) => mean(hops.slice(first, first + hopsInBlock)))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / max(values.length, 1)
const loudnessOf = (power: number): number => -0.691 + 10 * log10(max(power, 1e-12))

export type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** The high shelf of BS.1770 (a head's effect) as an analogue prototype, so that it holds at 22,050 Hz too. */
function headFilter(sampleRate: number): Biquad {
  const k = tan((Math.PI * 1681.974450955533) / sampleRate)
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
  const k = tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}

export function createBiquad({ b0, b1, b2, a1, a2 }: Biquad): (value: number) => number {
  let [z1, z2] = [0, 0]
  return (value) => {
    const result = b0 * value + z1
    z1 = b1 * value - a1 * result + z2
    z2 = b2 * value - a2 * result
    return result
  }
}
