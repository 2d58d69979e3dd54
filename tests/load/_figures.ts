/** A few figures of a run: how long things took, in ms. */
export interface Spread {
  readonly p50: number
  readonly p99: number
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** @param share 0.99 for the value that 99 of 100 stay at or below */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/** The median over rounds of each round's figure, so that one disturbed round of a shared machine decides nothing. */
export const spreadOf = (rounds: readonly (readonly number[])[]): Spread => ({
  p50: round(median(rounds.map((samples) => percentile(samples, 0.5)))),
  p99: round(median(rounds.map((samples) => percentile(samples, 0.99)))),
})

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
