import { normalQuantile } from './normal-quantile.ts'

/** Replications of one roll-forward; a power of two, because `strataOf` permutes by multiplication. */
export const replications = 64

/** The middles of equally likely slices of the standard normal distribution, ascending. */
export const normalSlices = Float64Array.from({ length: replications }, (_, slice) =>
  normalQuantile((slice + 0.5) / replications),
)

/**
 * A lognormal with this mean and coefficient of variation as equally likely values, ascending; same unit as the mean.
 * Scaled so that their mean is exact although the tail is cut.
 */
export function lognormalSlices(mean: number, variation: number): Float64Array {
  const sigma = Math.sqrt(Math.log(1 + variation * variation))
  const raw = normalSlices.map((z) => Math.exp(sigma * z))
  const scale = (mean * replications) / raw.reduce((sum, value) => sum + value, 0)
  return raw.map((value) => value * scale)
}

/**
 * Which slice each replication draws for somebody: a permutation that depends on the key alone, so each of the slices is
 * drawn once (stratified), and a person draws the same whoever else stands in the line. That makes forecasts repeatable,
 * and never shorter because the line is longer.
 */
export function strataOf(key: string): Uint8Array {
  const hash = hashOf(key)
  const [factor, mask, again, shift] = [hash | 1, (hash >>> 8) & mostOnes, ((hash >>> 13) ^ 0x9e5) | 1, hash >>> 21]
  const strata = new Uint8Array(replications)
  for (let replication = 0; replication < replications; replication++) {
    const mixed = (Math.imul(replication, factor) ^ mask) & mostOnes
    strata[replication] = (Math.imul(mixed ^ (mixed >>> 3), again) + shift) & mostOnes
  }
  return strata
}

const mostOnes = replications - 1

/** FNV-1a, with a last mix so that neighbouring ids differ in every bit. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
