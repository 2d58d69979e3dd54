import type { VisitorTicketWire } from '../server/contract/api.ts'

/**
 * What the kiosk has to do for a number it has given out: wait for the slip, let the visitor go, offer the number on
 * the screen (R3.24), ask whether the slip is whole where nobody can know, or say that it has ended.
 */
export type TicketPhase = 'printing' | 'printed' | 'unsure' | 'print-failed' | 'kept' | 'ended'

const ended: readonly VisitorTicketWire['state'][] = ['void', 'cancelled', 'expired']

type PhaseParts = Pick<VisitorTicketWire, 'state' | 'delivery'> & Partial<Pick<VisitorTicketWire, 'slip'>>

export function ticketPhase({ state, delivery, slip }: PhaseParts): TicketPhase {
  if (ended.includes(state)) return 'ended'
  if (state === 'reserved') return delivery === 'print' ? 'printing' : 'print-failed'
  if (delivery !== 'print') return 'kept'
  return slip?.isUnsure ? 'unsure' : 'printed'
}
