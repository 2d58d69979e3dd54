import type { TicketSnapshot } from '../server/contract/live.ts'
import type { FloorPlan } from '../ui-kit/map.tsx'

/** One floor of the ticket's building as the map draws it; null when the building has no such floor. */
export function floorPlanOf(
  { floors, booths }: Pick<TicketSnapshot, 'floors' | 'booths'>,
  level: number,
): FloorPlan | null {
  const floor = floors.find((each) => each.level === level)
  if (!floor) return null
  const { width, height, entrance, information, seats, rooms } = floor.map
  const standing = booths.filter((booth) => booth.floor === level)
  return {
    level,
    width,
    height,
    entrance,
    // A phone does not know where it is: people come to this floor by its door, or up by the lift.
    from: entrance,
    information,
    seats,
    rooms,
    booths: standing.map(({ code, sign, place }) => ({ code, sign, ...place })),
  }
}
