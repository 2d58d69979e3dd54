/** Seeded chance: the same seed gives the same sequence on every machine. Times are in whatever unit the mean is. */
export interface Random {
  /** In [0, 1). */
  next(): number
  between(low: number, high: number): number
  chance(share: number): boolean
  lognormal(mean: number, variation: number): number
  weibull(median: number, shape: number): number
  /** One of the entries, each as likely as its weight; undefined when no weight is positive. */
  pick<T>(entries: readonly T[], weightOf?: (entry: T) => number): T | undefined
  /** A sequence of its own, so that what one person draws does not depend on what others drew before. */
  fork(name: string): Random
}

export function createRandom(seed: string): Random {
  const next = generator(seed)
  const random: Random = {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    lognormal: (mean, variation) => {
      const variance = Math.log(1 + variation * variation)
      return mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2)
    },
    weibull: (median, shape) => median * (Math.log(1 - next()) / Math.log(0.5)) ** (1 / shape),
    pick: (entries, weightOf = () => 1) => {
      const total = entries.reduce((sum, entry) => sum + weightOf(entry), 0)
      let left = next() * total
      return entries.find((entry) => {
        left -= weightOf(entry)
        return left < 0
      })
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  }
  /** Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return random
}

/** sfc32 (Doty-Humphrey), started from four hashes of the seed. */
function generator(seed: string): () => number {
  let [a, b, c, count] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

function hash(text: string, salt: number): number {
  let sum = Math.imul(salt, 0x9e3779b1)
  for (let index = 0; index < text.length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x85ebca6b) ^ (sum >>> 13)
  return sum | 0
}
