import type { HallTicket } from '../contract/hall.ts'
import { itemsOf } from '../contract/hall.ts'
import type { AwayRow, CounterSnapshot, LegStep, LineRow } from '../contract/live.ts'
import type { Hall } from '../core/hall.ts'
import { returnHere } from '../core/moving.ts'
import { catalogueOf } from '../core/next.ts'
import { currentIndex, currentLeg, hasEnded } from '../core/ticket.ts'
import { type Lens, staffReason } from './reading.ts'
import { readSteps } from './tickets.ts'

/** Numbers that stand apart from the line of a counter: on hold, missed, on a side trip (R5.7), given up as absent. */
export function readAside(lens: Lens, number: number): Pick<CounterSnapshot, 'held' | 'missed' | 'away' | 'gone'> {
  const { hall } = lens
  const lists = { held: [] as LineRow[], missed: [] as LineRow[], away: [] as AwayRow[], gone: [] as LineRow[] }
  const listOf = { held: lists.held, missed: lists.missed, 'no-show': lists.gone } as const
  for (const ticket of hall.tickets.values()) {
    const { state, service } = currentLeg(ticket)
    if (isAwayFrom(ticket, number)) lists.away.push(awayRow(lens, ticket))
    if (state !== 'held' && state !== 'missed' && state !== 'no-show') continue
    if (catalogueOf(hall).tierOf(number, service) !== null) listOf[state].push(lineRow(lens, ticket))
  }
  return lists
}

/** Somebody whom this counter sent away for a while is somewhere else now. */
const isAwayFrom = ({ legs }: HallTicket, number: number): boolean =>
  legs.some(
    ({ state, hold }, index) =>
      state === 'held' &&
      hold?.reason === returnHere &&
      hold.counter === number &&
      legs.some((leg) => leg.returnTo === index && !hasEnded(leg.state)),
  )

function awayRow(lens: Lens, ticket: HallTicket): AwayRow {
  const { service, booth, state } = currentLeg(ticket)
  return {
    ...lineRow(lens, ticket),
    at: { serviceName: nameOf(lens.hall, service), sign: signOf(lens.hall, booth), state },
  }
}

export function lineRow(lens: Lens, ticket: HallTicket): LineRow {
  const { hall } = lens
  const leg = currentLeg(ticket)
  return {
    id: ticket.id,
    label: ticket.label,
    service: leg.service,
    serviceName: nameOf(hall, leg.service),
    priority: ticket.priority,
    since: leg.queuedAt ?? ticket.takenAt,
    paused: leg.pausedUntil !== undefined && (hall.tally.get(leg.service) ?? 0) < leg.pausedUntil,
    returned: leg.returned !== undefined,
    hold:
      leg.state === 'held' && leg.hold
        ? {
            reason: staffReason(lens, leg.hold.reason),
            returnAt: leg.hold.returnAt,
            keepUntil: leg.hold.keepUntil,
            missing: leg.hold.missing ?? [],
          }
        : null,
    ...readMarks(ticket),
  }
}

/** What an officer should know of a number beside its place. */
export const readMarks = (ticket: HallTicket): Pick<LineRow, 'items' | 'bookedAt' | 'paper'> => ({
  items: itemsOf(ticket),
  bookedAt: ticket.booking?.slotAt ?? null,
  paper: ticket.paper ?? false,
})

/** §3: the way of a visit over several legs. */
export function readLegs(hall: Hall, ticket: HallTicket): LegStep[] {
  const standings = readSteps(hall, ticket)
  const present = currentIndex(ticket)
  return ticket.legs.map(({ service, booth, state }, index) => ({
    serviceName: nameOf(hall, service),
    sign: signOf(hall, booth),
    state,
    present: index === present,
    standing: standings[index]?.standing ?? null,
  }))
}

const nameOf = (hall: Hall, service: string) =>
  catalogueOf(hall).services.get(service)?.name ?? { id: service, en: service }
const signOf = (hall: Hall, booth: string) => catalogueOf(hall).booths.get(booth)?.sign ?? ''
