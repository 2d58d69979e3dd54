import type { IconName } from '../ui-kit/icon.tsx'

export type Arrow = Extract<IconName, 'arrow-left' | 'arrow-right' | 'arrow-up' | 'arrow-down'>

/** Which way a booth lies, seen from where this screen hangs. */
export type Arrows = (call: { sign: string; floor: number }, floorHere: number) => Arrow

/**
 * The installer says in the screen's address which booths lie to the left: `left=01-05,20`. The others lie to the
 * right, and another floor is up or down.
 */
export function arrowsOf(asked: URLSearchParams): Arrows {
  const left = signsOf(asked.get('left') ?? '')
  return ({ sign, floor }, floorHere) => {
    if (floor > floorHere) return 'arrow-up'
    if (floor < floorHere) return 'arrow-down'
    return left.has(Number(sign)) ? 'arrow-left' : 'arrow-right'
  }
}

function signsOf(list: string): Set<number> {
  const signs = new Set<number>()
  for (const part of list.split(',')) {
    const [, from, to = from] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? []
    if (from === undefined) continue
    for (let sign = Number(from); sign <= Number(to); sign++) signs.add(sign)
  }
  return signs
}
