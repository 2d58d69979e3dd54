import type { HallTicket, Leg, LegState } from '../contract/hall.ts'

const underWay: ReadonlySet<LegState> = new Set(['reserved', 'waiting', 'called', 'serving'])
const setAside: ReadonlySet<LegState> = new Set(['held', 'missed'])
const ends: ReadonlySet<LegState> = new Set(['done', 'transferred', 'cancelled', 'no-show', 'expired', 'void'])

export const hasEnded = (state: LegState): boolean => ends.has(state)

/**
 * §3: the leg that is waiting, called or serving (or reserved); else the first held or missed; else the last that began.
 * Planned legs speak for the ticket only while nothing else does, and a sender's leg (R5.7) only after its side trip.
 */
export function currentIndex(ticket: HallTicket): number {
  const { legs } = ticket
  const active = legs.findIndex((leg) => underWay.has(leg.state))
  if (active !== -1) return active
  const isAway = (index: number) => legs.some((leg) => leg.returnTo === index && !ends.has(leg.state))
  const aside = legs.findIndex((leg, index) => setAside.has(leg.state) && !isAway(index))
  if (aside !== -1) return aside
  const begun = legs.findLastIndex((leg) => leg.state !== 'planned')
  return begun === -1 ? 0 : begun
}

export const currentLeg = (ticket: HallTicket): Leg => ticket.legs[currentIndex(ticket)] as Leg

/** The ticket with its current leg changed. */
export const withLeg = (ticket: HallTicket, change: Partial<Leg>, index = currentIndex(ticket)): HallTicket =>
  replaceLeg(ticket, { ...(ticket.legs[index] as Leg), ...change }, index)

export const replaceLeg = (ticket: HallTicket, leg: Leg, index = currentIndex(ticket)): HallTicket => ({
  ...ticket,
  legs: ticket.legs.map((old, i) => (i === index ? leg : old)),
})

/** R4.6, R4.4, R4.7: what a return, a front place or a word from the way gave is spent by the next call, hold or transfer. */
export function withoutAdvantage(leg: Leg): Leg {
  const { returned: _returned, front: _front, pausedUntil: _paused, onMyWayAt: _onMyWay, ...rest } = leg
  return rest
}

/** What a leg that stands in its line again no longer is: called, at a counter, at an end. */
export const backInLine = {
  state: 'waiting',
  calls: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  counter: null,
} as const satisfies Partial<Leg>

/** A new leg that has just entered its line. */
export function enteringLeg(
  service: string,
  booth: string,
  place: { queuedAt: number; placeAt: number; placeSeq: number },
  state: 'reserved' | 'waiting' = 'waiting',
): Leg {
  return { ...plannedLeg(service, booth), ...place, state }
}

export function plannedLeg(service: string, booth: string): Leg {
  return {
    service,
    booth,
    state: 'planned',
    queuedAt: null,
    placeAt: 0,
    placeSeq: 0,
    calls: 0,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    counter: null,
  }
}
