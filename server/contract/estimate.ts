/** Whose wait: a ticket that stands in a line, or somebody who would take a number for a service now. */
export type EstimateSubject = { ticket: string } | { service: string; priority: boolean }

/** Milliseconds from now until the call, at four points of its distribution. */
export interface Forecast {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
}
