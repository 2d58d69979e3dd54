import type { Pcm } from './voice.ts'

const { PI, abs, ceil, floor, max, min, round, sin, sqrt } = Math

/** Zero crossings of the sinc on each side: what lies above half the lower rate is 80 dB down. */
const lobes = 24

/** Shape of the Kaiser window for about 80 dB (Kaiser 1974: β = 0.1102 · (80 − 8.7)). */
const beta = 7.857

/** Positions between two samples of the kernel's table; a straight line between them errs by less than one step of 16 bits. */
const steps = 512

/** How much of half the lower rate is kept: the rest is the slope of the filter. */
const kept = 0.93

/** The same sound at another sample rate, by a windowed sinc (J. O. Smith, Digital Audio Resampling); exact in length to a sample. */
export function resample({ sampleRate, samples }: Pcm, wanted: number): Pcm {
  if (sampleRate === wanted) return { sampleRate, samples }
  const ratio = wanted / sampleRate
  const cutOff = min(1, ratio) * kept
  const reach = lobes / cutOff
  const kernel = sincTable(reach, cutOff)
  const output = new Int16Array(round(samples.length * ratio))
  for (let at = 0; at < output.length; at++) {
    const centre = at / ratio
    const from = max(0, ceil(centre - reach))
    const to = min(samples.length - 1, floor(centre + reach))
    let sum = 0
    for (let one = from; one <= to; one++) {
      const place = abs(one - centre) * steps
      const before = floor(place)
      const value = kernel[before] ?? 0
      sum += (samples[one] ?? 0) * (value + ((kernel[before + 1] ?? 0) - value) * (place - before))
    }
    output[at] = max(-32768, min(32767, round(sum)))
  }
  return { sampleRate: wanted, samples: output }
}

const tables = new Map<number, Float64Array>()

/** One side of the windowed sinc, `steps` values a sample of the source; computed once for each of the few rates there are. */
function sincTable(reach: number, cutOff: number): Float64Array {
  const known = tables.get(cutOff) ?? computeTable(reach, cutOff)
  tables.set(cutOff, known)
  return known
}

function computeTable(reach: number, cutOff: number): Float64Array {
  return Float64Array.from({ length: ceil(reach * steps) + 2 }, (_, index) => {
    const x = index / steps
    return x < reach ? cutOff * windowedSinc(x * cutOff, x / reach) : 0
  })
}

/** sin(πx)/πx under a Kaiser window; `share` is how far out it is, from 0 to 1. */
export function windowedSinc(x: number, share: number): number {
  const sinc = x === 0 ? 1 : sin(PI * x) / (PI * x)
  return sinc * (bessel(beta * sqrt(1 - share ** 2)) / bessel(beta))
}

/** The modified Bessel function of order zero, by its power series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
