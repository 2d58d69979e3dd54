import { type ReactNode, useMemo } from 'react'
import { type IconName, phosphor } from './icons/phosphor.ts'
import { type Box, findRoute, frontOf, type Point, type Side } from './map-route.ts'
import { useMessages } from './use-messages.ts'

export type RoomKind = 'toilet' | 'stairs' | 'lift' | 'prayer' | 'nursing' | 'void'

/** One floor as the site package draws it; decimetres, `y` downwards. */
export interface FloorPlan {
  readonly level: number
  readonly width: number
  readonly height: number
  readonly entrance?: Point | undefined
  readonly information?: Box | undefined
  readonly seats?: readonly Box[] | undefined
  readonly rooms?: readonly (Box & { readonly kind: RoomKind })[] | undefined
  readonly booths: readonly (Box & { readonly code: string; readonly sign: string; readonly side: Side })[]
  /** Where "you are here" is, when it is on this floor. */
  readonly kiosk?: Point | undefined
  /** Where the way begins when no kiosk is "here"; without it where one comes up to this floor, or the door. */
  readonly from?: Point | undefined
  /** The other kiosks, drawn as posts. */
  readonly kiosks?: readonly Point[] | undefined
}

interface Props {
  floor: FloorPlan
  /** Code of the booth to go to. */
  goal?: string
  /** Width to height of the piece around the way that is shown; the whole floor without it. */
  aspect?: number
  /** Draws a booth's inside instead of its sign, for maps that show figures. */
  paintBooth?: (booth: FloorPlan['booths'][number]) => ReactNode
  label?: string
  className?: string
}

const sides: readonly Side[] = ['left', 'right', 'up', 'down']

const roomIcons: Record<Exclude<RoomKind, 'void'>, IconName> = {
  toilet: 'toilet',
  stairs: 'stairs',
  lift: 'elevator',
  prayer: 'mosque',
  nursing: 'baby',
}

/** The floor with the booth to go to, and the way there from the kiosk along the aisles. */
export function FloorMap({ floor, goal, aspect, paintBooth, label, className }: Props) {
  const { t } = useMessages()
  const target = floor.booths.find((booth) => booth.code === goal)
  const route = useMemo(() => (target ? routeTo(floor, target) : []), [floor, target])
  const view = aspect && target ? viewAround([...route, ...cornersOf(target)], floor, aspect) : wholeFloor(floor)
  const name = target ? t('map.to', { sign: target.sign, level: floor.level }) : t('map.floor', { level: floor.level })
  const last = route[route.length - 1]
  return (
    <svg
      className={className ? `k-map ${className}` : 'k-map'}
      viewBox={`${view.x} ${view.y} ${view.w} ${view.h}`}
      role="img"
      aria-label={label ?? name}
    >
      <path className="k-map-floor" d={`M0 0H${floor.width}V${floor.height}H0Z`} />
      {floor.seats?.map((box) => (
        <Seats key={`${box.x} ${box.y}`} box={box} />
      ))}
      {floor.rooms?.map((room) => (
        <g key={`${room.x} ${room.y}`} className={room.kind === 'void' ? 'k-map-void' : 'k-map-room'}>
          <title>{t(`map.${room.kind}`)}</title>
          <rect x={room.x} y={room.y} width={room.w} height={room.h} />
          {room.kind !== 'void' && <MapIcon name={roomIcons[room.kind]} box={room} size={36} />}
        </g>
      ))}
      {floor.information && (
        <g className="k-map-info">
          <title>{t('map.information')}</title>
          <rect
            x={floor.information.x}
            y={floor.information.y}
            width={floor.information.w}
            height={floor.information.h}
            rx="6"
          />
          <MapIcon name="info" box={floor.information} size={32} />
        </g>
      )}
      {floor.entrance && <Entrance at={floor.entrance} floor={floor} />}
      {floor.kiosks?.map(({ x, y }) => (
        <rect key={`${x} ${y}`} className="k-map-kiosk" x={x - 8} y={y - 11} width="16" height="22" rx="3" />
      ))}
      {floor.booths.map((booth) => (
        <g key={booth.code} className={booth.code === goal ? 'k-map-booth k-map-goal' : 'k-map-booth'}>
          <rect x={booth.x} y={booth.y} width={booth.w} height={booth.h} rx="4" />
          <path className="k-map-desk" d={deskPath(booth)} />
          {paintBooth ? paintBooth(booth) : <Sign booth={booth} large={booth.code === goal} />}
        </g>
      ))}
      {last && route.length > 1 && (
        <>
          <path className="k-map-route-under" d={linePath(route)} />
          <path className="k-map-route" d={linePath(route)} />
          <path
            className="k-map-arrow"
            transform={`translate(${last.x} ${last.y}) rotate(${heading(route)})`}
            d="M10 0L-10 -13L-5 0L-10 13Z"
          />
        </>
      )}
      {floor.kiosk && (
        <g transform={`translate(${floor.kiosk.x} ${floor.kiosk.y})`}>
          <circle className="k-map-you-out" r="15" />
          <circle className="k-map-you-in" r="7" />
        </g>
      )}
    </svg>
  )
}

function Sign({ booth, large }: { booth: Box & { sign: string }; large: boolean }) {
  const size = large ? 35 : 28
  return (
    <text className="k-map-sign" x={booth.x + booth.w / 2} y={booth.y + booth.h / 2 + size * 0.36} fontSize={size}>
      {booth.sign}
    </text>
  )
}

function MapIcon({ name, box, size }: { name: IconName; box: Box; size: number }) {
  const fitted = Math.min(size, box.w * 0.8, box.h * 0.8)
  const x = box.x + (box.w - fitted) / 2
  const y = box.y + (box.h - fitted) / 2
  return <path transform={`translate(${x} ${y}) scale(${fitted / 256})`} fill="currentColor" d={phosphor[name]} />
}

/** A block of chairs, as many as fit; a box of one chair is one chair. */
function Seats({ box }: { box: Box }) {
  const columns = Math.max(1, Math.floor((box.w + 6) / 32))
  const rows = Math.max(1, Math.floor((box.h + 13) / 22))
  const pitchX = columns > 1 ? (box.w - 26) / (columns - 1) : 0
  const pitchY = rows > 1 ? (box.h - 9) / (rows - 1) : 0
  return Array.from({ length: columns * rows }, (_, index) => {
    const x = box.x + (index % columns) * pitchX
    const y = box.y + Math.floor(index / columns) * pitchY
    return <rect key={`${x} ${y}`} className="k-map-seat" x={x} y={y} width={Math.min(26, box.w)} height="9" rx="3" />
  })
}

/** A gap in the wall that is nearest, and a wedge that points inwards. */
function Entrance({ at, floor }: { at: Point; floor: FloorPlan }) {
  const gaps = [
    { away: floor.height - at.y, x: at.x, y: floor.height, turn: 0 },
    { away: at.y, x: at.x, y: 0, turn: 180 },
    { away: at.x, x: 0, y: at.y, turn: 90 },
    { away: floor.width - at.x, x: floor.width, y: at.y, turn: -90 },
  ]
  const wall = gaps.reduce((nearest, gap) => (gap.away < nearest.away ? gap : nearest))
  return (
    <g transform={`translate(${wall.x} ${wall.y}) rotate(${wall.turn})`}>
      <path className="k-map-door" d="M-50 0h100" />
      <path className="k-map-in" d="M-12 -4l12 -14 12 14z" />
    </g>
  )
}

/** Starts at the kiosk, or where it is told to, or where one comes up to this floor, or at the door. */
function routeTo(floor: FloorPlan, goal: FloorPlan['booths'][number]): Point[] {
  const posts = (floor.kiosks ?? []).map(({ x, y }) => ({ x: x - 8, y: y - 11, w: 16, h: 22 }))
  const solid = [...floor.booths, ...(floor.rooms ?? []), ...(floor.seats ?? []), ...posts]
  const obstacles = floor.information ? [...solid, floor.information] : solid
  const arrival = floor.rooms?.find(({ kind }) => kind === 'lift') ?? floor.rooms?.find(({ kind }) => kind === 'stairs')
  const from = floor.kiosk ?? floor.from ?? (arrival && stepOut(arrival, floor, obstacles)) ?? floor.entrance
  return from ? findRoute(from, frontOf(goal), obstacles, floor) : []
}

/** The free spot before a room that is nearest to the middle of the floor. */
function stepOut(room: Box, floor: FloorPlan, obstacles: readonly Box[]): Point | undefined {
  const fromMiddle = ({ x, y }: Point) => Math.hypot(x - floor.width / 2, y - floor.height / 2)
  const isFree = ({ x, y }: Point) =>
    obstacles.every((box) => x < box.x || x > box.x + box.w || y < box.y || y > box.y + box.h)
  return sides
    .map((side) => frontOf({ ...room, side }))
    .filter(isFree)
    .sort((a, b) => fromMiddle(a) - fromMiddle(b))[0]
}

function deskPath({ x, y, w, h, side }: Box & { side: Side }): string {
  if (side === 'right') return `M${x + w - 3} ${y + 8}v${h - 16}`
  if (side === 'left') return `M${x + 3} ${y + 8}v${h - 16}`
  if (side === 'down') return `M${x + 8} ${y + h - 3}h${w - 16}`
  return `M${x + 8} ${y + 3}h${w - 16}`
}

const linePath = (points: readonly Point[]) => points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join('')

/** Degrees, clockwise from rightwards, of the last piece of the way. */
function heading(route: readonly Point[]): number {
  const [before, last] = route.slice(-2)
  return before && last ? (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI : 0
}

const cornersOf = (box: Box): Point[] => [box, { x: box.x + box.w, y: box.y + box.h }]

const wholeFloor = (floor: FloorPlan): Box => ({ x: -6, y: -6, w: floor.width + 12, h: floor.height + 12 })

/** The piece of the floor that holds all points with room around them, in the asked shape, kept on the floor. */
function viewAround(points: readonly Point[], floor: FloorPlan, aspect: number): Box {
  const room = 70
  const whole = wholeFloor(floor)
  const left = Math.min(...points.map(({ x }) => x)) - room
  const right = Math.max(...points.map(({ x }) => x)) + room
  const top = Math.min(...points.map(({ y }) => y)) - room
  const bottom = Math.max(...points.map(({ y }) => y)) + room
  const w = Math.max(right - left, (bottom - top) * aspect, 300)
  const h = w / aspect
  const place = (middle: number, size: number, from: number, length: number) =>
    size >= length ? from + (length - size) / 2 : Math.min(Math.max(middle - size / 2, from), from + length - size)
  return {
    x: place((left + right) / 2, w, whole.x, whole.w),
    y: place((top + bottom) / 2, h, whole.y, whole.h),
    w,
    h,
  }
}
