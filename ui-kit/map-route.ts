export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly w: number
  readonly h: number
}

export type Side = 'left' | 'right' | 'up' | 'down'

/** How far a walker stays from things, and how far before a counter the way ends; plan units. */
const clearance = 34
const beforeCounter = 30
/** A turn costs as much as this much walking: people remember ways with few corners. */
const turnCost = 60

/** The spot before a booth's counter, on the side it faces. */
export function frontOf(booth: Box & { readonly side: Side }): Point {
  const middle = { x: booth.x + booth.w / 2, y: booth.y + booth.h / 2 }
  if (booth.side === 'right') return { x: booth.x + booth.w + beforeCounter, y: middle.y }
  if (booth.side === 'left') return { x: booth.x - beforeCounter, y: middle.y }
  if (booth.side === 'down') return { x: middle.x, y: booth.y + booth.h + beforeCounter }
  return { x: middle.x, y: booth.y - beforeCounter }
}

/**
 * The way along the aisles, as corners of a line of level and upright pieces: the shortest with the fewest turns that
 * keeps off the obstacles. A straight line when the floor leaves no way.
 */
export function findRoute(
  from: Point,
  to: Point,
  obstacles: readonly Box[],
  floor: { readonly width: number; readonly height: number },
): Point[] {
  const xs = lanes('x', [from.x, to.x], obstacles, floor.width)
  const ys = lanes('y', [from.y, to.y], obstacles, floor.height)
  const at = (node: number): Point => ({ x: xs[node % xs.length] ?? 0, y: ys[Math.floor(node / xs.length)] ?? 0 })
  const nodeOf = (point: Point) => ys.indexOf(point.y) * xs.length + xs.indexOf(point.x)
  const start = nodeOf(from)
  const goal = nodeOf(to)
  // A state is a node and the direction it was reached in: 0 level, 1 upright.
  const cost = new Map<number, number>([
    [start * 2, 0],
    [start * 2 + 1, 0],
  ])
  const cameFrom = new Map<number, number>()
  const open = new Set(cost.keys())
  while (open.size > 0) {
    const state = cheapest(open, cost)
    open.delete(state)
    const node = state >> 1
    if (node === goal) return corners(walkBack(state, cameFrom).map((each) => at(each >> 1)))
    for (const [next, direction] of neighbours(node, xs.length, ys.length)) {
      const walked = stepCost(at(node), at(next), obstacles)
      if (walked === Number.POSITIVE_INFINITY) continue
      const total = (cost.get(state) ?? 0) + walked + (direction === (state & 1) ? 0 : turnCost)
      const key = next * 2 + direction
      if (total >= (cost.get(key) ?? Number.POSITIVE_INFINITY)) continue
      cost.set(key, total)
      cameFrom.set(key, state)
      open.add(key)
    }
  }
  return [from, to]
}

/** Lines a walker may take: through both ends, beside every obstacle, and in the middle between any two. */
function lanes(axis: 'x' | 'y', ends: readonly number[], obstacles: readonly Box[], length: number): number[] {
  const low = obstacles.map((box) => box[axis])
  const high = obstacles.map((box) => box[axis] + (axis === 'x' ? box.w : box.h))
  const beside = [...low.map((edge) => edge - clearance), ...high.map((edge) => edge + clearance)]
  const between = high.flatMap((edge) => {
    const next = Math.min(...low.filter((other) => other > edge))
    return Number.isFinite(next) ? [(edge + next) / 2] : []
  })
  const inside = [...beside, ...between].filter((lane) => lane > 0 && lane < length)
  return [...new Set([...ends, ...inside])].sort((a, b) => a - b)
}

function neighbours(node: number, columns: number, rows: number): (readonly [node: number, direction: 0 | 1])[] {
  const column = node % columns
  const row = Math.floor(node / columns)
  const next: (readonly [number, 0 | 1])[] = []
  if (column > 0) next.push([node - 1, 0])
  if (column + 1 < columns) next.push([node + 1, 0])
  if (row > 0) next.push([node - columns, 1])
  if (row + 1 < rows) next.push([node + columns, 1])
  return next
}

/** Length, dearer the closer it passes an obstacle; infinite through one. */
function stepCost(a: Point, b: Point, obstacles: readonly Box[]): number {
  const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
  let nearest = clearance
  for (const box of obstacles) {
    const gapX = Math.max(box.x - Math.max(a.x, b.x), Math.min(a.x, b.x) - (box.x + box.w))
    const gapY = Math.max(box.y - Math.max(a.y, b.y), Math.min(a.y, b.y) - (box.y + box.h))
    const gap = Math.max(gapX, gapY)
    if (gap < 0) return Number.POSITIVE_INFINITY
    nearest = Math.min(nearest, gap)
  }
  return length * (1 + (clearance - nearest) / clearance)
}

function cheapest(open: ReadonlySet<number>, cost: ReadonlyMap<number, number>): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const state of open) {
    const total = cost.get(state) ?? Number.POSITIVE_INFINITY
    if (total >= least) continue
    least = total
    best = state
  }
  return best
}

function walkBack(state: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const states = [state]
  for (let last = cameFrom.get(state); last !== undefined; last = cameFrom.get(last)) states.unshift(last)
  return states
}

/** The points at which the line turns, and its ends. */
function corners(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) return true
    return (before.x !== point.x || point.x !== after.x) && (before.y !== point.y || point.y !== after.y)
  })
}
