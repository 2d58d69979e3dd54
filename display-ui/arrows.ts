import type { DisplayCall } from '../server/contract/live.ts'
import type { IconName } from '../ui-kit/icon.tsx'

export type Arrow = Extract<IconName, 'arrow-left' | 'arrow-right' | 'arrow-up' | 'arrow-down'>

const onThisFloor = { left: 'arrow-left', right: 'arrow-right', ahead: 'arrow-up' } as const

/** Which way a booth lies, seen from where this screen hangs; null when the building's data do not say: a wrong arrow is worse than none. */
export function arrowTo({ floor, side }: Pick<DisplayCall, 'floor' | 'side'>, floorHere: number): Arrow | null {
  if (floor !== floorHere) return floor > floorHere ? 'arrow-up' : 'arrow-down'
  return side && onThisFloor[side]
}
