import type { HallTicket } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import { callsOfPause, catalogueOf, isDown, openHolders } from './next.ts'
import { comparePlaces, countBefore, type Place, type Standing } from './place.ts'
import { currentLeg } from './ticket.ts'

/**
 * How many are called before this ticket at most if nobody joins, reserved numbers included (R3.24): the regular ones
 * before it, and ahead of turn as many as the published bound lets (R4.9), which is the very number where one counter
 * calls. For a priority number: those who go ahead of it, and one regular visitor after every k of them. A pause (R4.7)
 * lets its others go first. Null when it is in no line.
 */
export function aheadOf(hall: Hall, ticket: HallTicket): number | null {
  const leg = currentLeg(ticket)
  if (leg.state !== 'waiting' && leg.state !== 'reserved') return null
  // R4.8: before its slot a booking goes ahead of no regular leg with a lower place.
  const isEarly = ticket.booking !== undefined && leg.placeAt > hall.lastPlaceAt
  const one = { priority: ticket.priority, place: leg, pause: callsOfPause(hall, leg), isEarly }
  return countAhead(hall, leg.service, one)
}

/** The same for somebody who would join this service's line now: everybody is before them. */
export const aheadOfNewcomer = (hall: Hall, service: string, priority: boolean): number =>
  countAhead(hall, service, { priority, place: last, pause: 0, isEarly: false })

const last: Place = { placeAt: Number.POSITIVE_INFINITY, placeSeq: 0 }

/** Somebody in a line, as the count needs them. */
interface Someone {
  readonly priority: boolean
  readonly place: Place
  readonly pause: number
  readonly isEarly: boolean
}

function countAhead(hall: Hall, service: string, { priority, place, pause, isEarly }: Someone): number {
  const counters = callersOf(hall, service)
  const regular = { all: 0, before: 0, favoured: 0, favouredAfter: 0 }
  const first = { all: 0, before: 0, favoured: 0, favouredAfter: 0 }
  for (const rival of servicesOf(hall, service, counters)) {
    const line = hall.lines.get(rival)
    if (!line) continue
    addLane(regular, line.regular, place)
    addLane(first, line.priority, place)
  }
  const k = catalogueOf(hall).site.site.rules.aheadOfTurn
  const most = k * counters.length
  // The runs as they are; after a pause they are what is worst.
  const runs =
    pause > 0 ? (priority ? most : 0) : counters.reduce((sum, one) => sum + (hall.counters.get(one)?.run ?? 0), 0)
  const ahead = first.before + first.favouredAfter + regular.favoured
  const inTurn = regular.all - regular.favoured
  const turns = (isEarly ? regular.before : 0) + (k === 0 ? inTurn : Math.floor((ahead + runs) / k))
  const atMost = priority
    ? ahead + Math.min(inTurn, turns)
    : regular.before + Math.min(first.all + regular.favouredAfter, Math.max(0, k * regular.before + most - runs))
  return pause > 0 ? Math.min(atMost + pause, regular.all + first.all - 1) : atMost
}

/** The counters that call for a service: the open ones, or every holder while none is open. */
function callersOf(hall: Hall, service: string): readonly number[] {
  const open = openHolders(hall, service)
  return open.length > 0 ? open : catalogueOf(hall).countersOfService(service)
}

/** The services whose people compete with this one: all that those counters hold, without those that are down alone. */
function servicesOf(hall: Hall, service: string, counters: readonly number[]): ReadonlySet<string> {
  const held = counters.flatMap((number) => catalogueOf(hall).profileOf(number).flat())
  const rivals = isDown(hall, service) ? held : held.filter((rival) => !isDown(hall, rival))
  return new Set([service, ...rivals])
}

/** Favoured: a return or a front transfer, which goes ahead of turn in either lane. */
function addLane(
  sum: { all: number; before: number; favoured: number; favouredAfter: number },
  lane: readonly Standing[],
  place: Place,
): void {
  sum.all += lane.length
  sum.before += countBefore(lane, place)
  for (const one of lane) {
    if (one.leg.front === undefined && one.leg.returned === undefined) continue
    sum.favoured += 1
    if (comparePlaces(one, place) > 0) sum.favouredAfter += 1
  }
}

/** R7: everybody who stands in the line of a service, reserved numbers included. */
export function lineLength(hall: Hall, service: string): number {
  const line = hall.lines.get(service)
  return line ? line.regular.length + line.priority.length : 0
}
