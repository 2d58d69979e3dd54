import { findRoute, frontOf, type Point } from '../ui-kit/map-route.ts'
import type { Building, KioskBooth } from './directory.ts'

/** How to find a booth, in facts that a sentence can be made of. */
export interface Way {
  readonly floor: number
  /** Walked on this floor, in metres, rounded up to 5; null when the booth is on another floor. */
  readonly metres: number | null
  /** Signs of the booths to its left and right along the same wall, nearest first, at most two. */
  readonly beside: readonly string[]
}

/** Plan units are decimetres. */
const unitsPerMetre = 10

export function wayTo(booth: KioskBooth, building: Building): Way {
  const onFloor = building.booths.filter(({ floor }) => floor === booth.floor)
  return {
    floor: booth.floor,
    metres: booth.floor === building.kiosk.floor ? metresTo(booth, onFloor, building) : null,
    beside: neighbours(booth, onFloor),
  }
}

function metresTo(booth: KioskBooth, onFloor: readonly KioskBooth[], { floors, kiosk }: Building): number | null {
  const map = floors.find(({ level }) => level === booth.floor)?.map
  if (!map) return null
  const solid = [...onFloor.map(({ place }) => place), ...map.rooms, ...map.seats]
  const route = findRoute(kiosk.at, frontOf(booth.place), map.information ? [...solid, map.information] : solid, map)
  return Math.ceil(lengthOf(route) / unitsPerMetre / 5) * 5
}

const lengthOf = (route: readonly Point[]): number =>
  route.reduce((total, point, index) => {
    const before = route[index - 1] ?? point
    return total + Math.hypot(point.x - before.x, point.y - before.y)
  }, 0)

/** Booths that face the same side, stand in the same row and touch it but for a gap of a few decimetres. */
function neighbours({ code, place }: KioskBooth, onFloor: readonly KioskBooth[]): string[] {
  const upright = place.side === 'left' || place.side === 'right'
  const span = (box: KioskBooth['place']) =>
    (upright ? [box.y, box.y + box.h] : [box.x, box.x + box.w]) as [number, number]
  const row = (box: KioskBooth['place']) => (upright ? box.x : box.y)
  const [from, to] = span(place)
  return onFloor
    .filter((other) => other.code !== code && other.place.side === place.side && row(other.place) === row(place))
    .filter((other) => {
      const [start, end] = span(other.place)
      return Math.max(start - to, from - end) < 20
    })
    .map(({ sign }) => sign)
    .sort()
}
