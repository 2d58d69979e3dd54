import type { Admission, Asking, ServiceEnd } from '../contract/admission.ts'
import type { HallTicket } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { mayIssue } from '../core/may-issue.ts'
import type { ForecastEnd } from './estimate.ts'

/** R6.1, R6.2 as data of the command that issues: what the rules cannot know by themselves. */
export interface IssueTerms {
  readonly inForce: boolean
  readonly forecast: ServiceEnd | null
}

/**
 * The one answer to "may a number be issued?" (R6.1) for everybody who asks, and its data for the command, where the
 * deciding hall gives the same answer. The end of service is forecast only where nothing else refuses.
 */
export function createAdmission(serviceEnd: ForecastEnd, inForce: () => boolean) {
  const terms = (hall: Hall, asking: Asking, now: number): IssueTerms => {
    if (!inForce()) return { inForce: false, forecast: null }
    const isRefused = mayIssue(hall, asking, now, null, true).refusal !== null
    return { inForce: true, forecast: isRefused ? null : serviceEnd(hall, asking, now) }
  }
  const admission = (hall: Hall, asking: Asking, now: number): Admission => {
    const { forecast, inForce } = terms(hall, asking, now)
    return mayIssue(hall, asking, now, forecast, inForce)
  }
  /** R6.2 for who stands in line: what they were promised; null where no hours are in force. */
  const promiseOf = (hall: Hall, { id, legs, priority }: HallTicket, now: number): Admission | null => {
    const service = legs[0]?.service
    if (!inForce() || service === undefined) return null
    const asking = { service, priority, items: 1, visitor: null }
    return mayIssue(hall, asking, now, serviceEnd(hall, { ticket: id }, now), true)
  }
  return { terms, admission, promiseOf }
}
