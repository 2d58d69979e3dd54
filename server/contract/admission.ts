import type { Refusal } from './refusals.ts'

/** When service would begin and end for a number taken now, ms from now; null = nobody can say. */
export interface ServiceEnd {
  readonly p50: number
  readonly p95: number
}

/**
 * R6.1, R6.2: whether a number may be issued now. `promise` is green when it will almost surely be served before closing,
 * amber when perhaps not; a red one is the refusal `closing-soon`. Every screen shows this one answer.
 */
export interface Admission {
  readonly refusal: Refusal | null
  readonly promise: 'green' | 'amber'
  /** End of service today (epoch ms); null where the calendar is not in force. */
  readonly closesAt: number | null
  /** R6.1: a number may be taken already, serving starts then. */
  readonly startsAt: number | null
}

/** Who would take it. Priority by the visitor's own word overrides nothing (R6.3). */
export interface Asking {
  readonly service: string
  readonly priority: boolean
  readonly items: number
  readonly visitor: string | null
}
