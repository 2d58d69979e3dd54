import { useMemo } from 'react'
import { FloorMap } from '../../ui-kit/map.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { floorPlan } from './floor-plan.ts'

/** The floor with the way to a booth, or whole. `aspect` is the width to height of the place it stands in. */
export function BuildingMap({ level, goal, aspect }: { level: number; goal?: string; aspect?: number }) {
  const { floors, booths, kiosk } = useKiosk().snapshot
  // The plan is made from what does not move; waits that change do not draw the map again.
  const drawn = JSON.stringify([level, booths.map(({ code, place }) => [code, place])])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` stands for the parts of the booths that are drawn
  const plan = useMemo(() => floorPlan(level, { floors, booths, kiosk, services: [] }), [drawn, floors, kiosk])
  if (!plan) return null
  return <FloorMap floor={plan} {...(goal ? { goal } : {})} {...(aspect ? { aspect } : {})} />
}
