import type { HallEvent, HallTicket, Leg } from '../contract/hall.ts'
import { currentLeg, hasEnded } from './ticket.ts'

/**
 * R7.3: what an event says of the estimate and the promise that a leg was given: its call, or its end (`outcome` is the
 * state or flag in which it ended). `given-back`: its holder did not come, went behind others or had to come back, and with
 * that gave back whatever of it had not come out yet.
 */
export type Settlement = { readonly ticket: string; readonly leg: number } & (
  | { readonly calledAt: number }
  | { readonly endedAt: number; readonly outcome: string }
)

const givingBack: ReadonlySet<HallEvent['type']> = new Set(['deferred', 'held', 'missed', 'service-changed'])

export function settlementsOf({ type, at, tickets = [] }: HallEvent): Settlement[] {
  return tickets.flatMap((ticket): Settlement[] => {
    if (type === 'called') return [{ ...legOf(ticket, currentLeg(ticket)), calledAt: at }]
    if (givingBack.has(type)) return [{ ...legOf(ticket, currentLeg(ticket)), endedAt: at, outcome: 'given-back' }]
    return ticket.legs
      .filter(({ state, endedAt }) => endedAt === at && hasEnded(state))
      .map((leg) => ({ ...legOf(ticket, leg), endedAt: at, outcome: leg.flag ?? leg.state }))
  })
}

const legOf = (ticket: HallTicket, leg: Leg) => ({ ticket: ticket.id, leg: ticket.legs.indexOf(leg) })
