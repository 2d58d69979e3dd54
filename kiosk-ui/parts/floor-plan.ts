import type { FloorPlan } from '../../ui-kit/map.tsx'
import type { Building } from '../directory.ts'

/** One floor for the map, with the kiosk on it where it stands there. */
export function floorPlan(level: number, { floors, booths, kiosk }: Building): FloorPlan | null {
  const map = floors.find((floor) => floor.level === level)?.map
  if (!map) return null
  return {
    ...map,
    level,
    booths: booths.filter(({ floor }) => floor === level).map(({ code, sign, place }) => ({ ...place, code, sign })),
    kiosk: kiosk.floor === level ? kiosk.at : undefined,
  }
}
