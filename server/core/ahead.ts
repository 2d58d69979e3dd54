import type { HallTicket } from '../contract/hall.ts'
import type { Hall } from './hall.ts'
import { catalogueOf, openHolders } from './next.ts'
import { countBefore, type Place } from './place.ts'
import { currentLeg } from './ticket.ts'

/**
 * The services whose people compete with this one: all services of the counters that serve it
 * (the open ones, or every holder while none is open).
 */
export function rivalServices(hall: Hall, service: string): ReadonlySet<string> {
  const catalogue = catalogueOf(hall)
  const open = openHolders(hall, service)
  const holders = open.length > 0 ? open : catalogue.countersOfService(service)
  return new Set([service, ...holders.flatMap((number) => catalogue.profileOf(number).flat())])
}

/**
 * How many are called before this ticket if nothing changes, reserved numbers included (R3.24): the regular ones before
 * it, and of the priority lane as many as R4.3 lets ahead of them. For a priority number: the priority ones before it,
 * and one regular visitor after every k of them. Null when it is in no line.
 */
export function aheadOf(hall: Hall, ticket: HallTicket): number | null {
  const leg = currentLeg(ticket)
  if (leg.state !== 'waiting' && leg.state !== 'reserved') return null
  return countAhead(hall, leg.service, ticket.priority, leg)
}

/** The same for somebody who would join this service's line now: everybody is before them. */
export const aheadOfNewcomer = (hall: Hall, service: string, priority: boolean): number =>
  countAhead(hall, service, priority, { placeAt: Number.POSITIVE_INFINITY, placeSeq: 0 })

function countAhead(hall: Hall, service: string, priority: boolean, place: Place): number {
  let regularBefore = 0
  let regularAll = 0
  let priorityBefore = 0
  let priorityAll = 0
  for (const rival of rivalServices(hall, service)) {
    const line = hall.lines.get(rival)
    if (!line) continue
    regularBefore += countBefore(line.regular, place)
    regularAll += line.regular.length
    priorityBefore += countBefore(line.priority, place)
    priorityAll += line.priority.length
  }
  const k = catalogueOf(hall).site.site.rules.aheadOfTurn
  if (priority) return k === 0 ? priorityBefore + regularAll : priorityBefore + Math.min(regularAll, Math.floor(priorityBefore / k))
  return regularBefore + Math.min(priorityAll, k * (regularBefore + 1))
}

/** R7: everybody who stands in the line of a service, reserved numbers included. */
export function lineLength(hall: Hall, service: string): number {
  const line = hall.lines.get(service)
  return line ? line.regular.length + line.priority.length : 0
}
