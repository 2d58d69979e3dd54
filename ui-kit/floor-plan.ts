import type { KioskSnapshot } from '../server/contract/live.ts'
import type { FloorPlan } from './map.tsx'

/** The plan of one floor from the site's floors and booths. `kiosk`: where "you are here" is, when it is on this floor. */
export function floorPlan(
  floors: KioskSnapshot['floors'],
  booths: readonly Pick<KioskSnapshot['booths'][number], 'code' | 'sign' | 'floor' | 'place'>[],
  level: number,
  kiosk?: { readonly x: number; readonly y: number },
): FloorPlan | undefined {
  const floor = floors.find((each) => each.level === level)
  if (!floor) return undefined
  const here = booths.filter((booth) => booth.floor === level)
  return { level, ...floor.map, booths: here.map(({ code, sign, place }) => ({ code, sign, ...place })), kiosk }
}
