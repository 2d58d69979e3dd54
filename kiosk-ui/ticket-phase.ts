import type { VisitorTicketWire } from '../server/contract/api.ts'

/**
 * What the kiosk has to do for a number it has given out: wait for the slip, let the visitor go, offer the number on
 * the screen (R3.24), or say that it has ended.
 */
export type TicketPhase = 'printing' | 'printed' | 'print-failed' | 'kept' | 'ended'

const ended: readonly VisitorTicketWire['state'][] = ['void', 'cancelled', 'expired']

export function ticketPhase({ state, delivery }: Pick<VisitorTicketWire, 'state' | 'delivery'>): TicketPhase {
  if (ended.includes(state)) return 'ended'
  if (state === 'reserved') return delivery === 'print' ? 'printing' : 'print-failed'
  return delivery === 'print' ? 'printed' : 'kept'
}
