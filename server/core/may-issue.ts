import type { Catalogue } from '../contract/catalogue.ts'
import type { Refusal } from '../contract/refusals.ts'
import { opening } from './schedule.ts'

/** R6.1: issuing opens this long before the first interval of the day. */
const earlyMs = 60 * 60_000

/**
 * R6.1, the part that is a calendar: opening date, holiday, weekly pattern. Null when a number may be issued.
 * A break refuses nothing, else people stand at the kiosk through lunch to be first.
 */
export function admission(catalogue: Catalogue, service: string, now: number): Refusal | null {
  const state = opening(catalogue, { service }, now)
  if (state.open) return null
  const opensAt = state.opensAt ?? null
  if (state.reason === 'not-yet' && opensAt !== null && opensAt - now <= earlyMs) return null
  const next = { opensAt, reason: state.reason }
  switch (state.reason) {
    case 'break':
      return null
    case 'opening-date':
      return { refused: 'not-yet-open', next: { ...next, opensOn: state.opensOn ?? null } }
    case 'holiday':
    case 'weekly':
      return { refused: 'closed-today', next }
    case 'not-yet':
    case 'over':
      return { refused: 'closed-now', next }
  }
}
