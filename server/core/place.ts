import type { HallTicket, Leg } from '../contract/hall.ts'

/** R4.0 Place: one order for a whole line. `placeSeq` is the journal number that gave it, so no two are equal. */
export interface Place {
  readonly placeAt: number
  readonly placeSeq: number
}

/** Negative when `a` stands before `b`. */
export const comparePlaces = (a: Place, b: Place): number => a.placeAt - b.placeAt || a.placeSeq - b.placeSeq

/** Somebody in a line: the ticket, and its leg that stands there. */
export interface Standing extends Place {
  readonly ticket: HallTicket
  readonly leg: Leg
}

/** A line keeps its two lanes in order of place; reserved numbers stand in it too, but nobody calls them (R3.24). */
export interface Line {
  readonly regular: Standing[]
  readonly priority: Standing[]
}

export const laneOf = (line: Line, ticket: HallTicket): Standing[] => (ticket.priority ? line.priority : line.regular)

/** How many stand before this place in an ordered lane. */
export function countBefore(lane: readonly Standing[], place: Place): number {
  let low = 0
  let high = lane.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (comparePlaces(lane[middle] as Standing, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export function enterLane(lane: Standing[], standing: Standing): void {
  const last = lane.at(-1)
  if (!last || comparePlaces(last, standing) < 0) lane.push(standing)
  else lane.splice(countBefore(lane, standing), 0, standing)
}

export function leaveLane(lane: Standing[], standing: Place & { ticket: HallTicket }): void {
  const index = countBefore(lane, standing)
  if (lane[index]?.ticket.id === standing.ticket.id) lane.splice(index, 1)
}
