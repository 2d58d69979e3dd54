/** Whose wait: a ticket that stands in a line, or somebody who would take a number for a service now. */
export type EstimateSubject = { ticket: string } | { service: string; priority: boolean }

/** Milliseconds from now until the call, at four points of its distribution. */
export interface Forecast {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
}

/** R7.1: a range is shown on these steps of the clock. */
export const rangeStepMs = 5 * 60_000

/** R7.1: P10–P90 as shown, rounded outward; epoch ms. Who is called inside it was told right. */
export const shownRange = ({ p10, p90 }: Forecast, now: number): { from: number; to: number } => ({
  from: Math.floor((now + p10) / rangeStepMs) * rangeStepMs,
  to: Math.ceil((now + p90) / rangeStepMs) * rangeStepMs,
})
