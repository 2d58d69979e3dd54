import { useMemo } from 'react'
import { weavePieces } from './weave-pattern.ts'

interface Props {
  /** The drawn field; it is cut to its box from the middle (`slice`). */
  width: number
  height: number
  /** Width of one strand with its gap. */
  cell?: number
  /** The row of the single yellow strand, or none. */
  yellowRow?: number
  /** The row on which the diamonds turn when there is no yellow strand. */
  axisRow?: number
  /** An edge band is woven darker, so that the field beside it stays the brightest thing. */
  dark?: boolean
  className?: string
}

const bright = ['var(--weave-v1)', 'var(--weave-v2)', 'var(--weave-v3)']
const deep = ['var(--weave-v2)', 'var(--weave-v3)', 'var(--weave-v3)']

/** The plaited band. Decoration only: never under text, never on a working screen. */
export function Weave({ width, height, cell = 22, yellowRow, axisRow, dark = false, className }: Props) {
  const drawn = useMemo(() => {
    const pieces = weavePieces({
      columns: Math.ceil(width / cell),
      rows: Math.ceil(height / cell),
      axisRow: yellowRow ?? axisRow ?? Math.floor(height / cell / 2),
      yellow: yellowRow !== undefined,
    })
    const side = cell - 2
    const shade = Math.round(side * 17.6) / 100
    let shadow = ''
    const strands = pieces.map((piece) => {
      const box = {
        x: piece.column * cell + 1,
        y: piece.row * cell + 1,
        width: piece.columns * cell - 2,
        height: piece.rows * cell - 2,
      }
      const lying = piece.tone < 0
      shadow += lying
        ? `M${box.x} ${box.y}h${shade}v${side}h-${shade}zM${box.x + box.width - shade} ${box.y}h${shade}v${side}h-${shade}z`
        : `M${box.x} ${box.y}h${side}v${shade}h-${side}zM${box.x} ${box.y + box.height - shade}h${side}v${shade}h-${side}z`
      return { ...box, tone: piece.tone }
    })
    return { strands, shadow }
  }, [width, height, cell, yellowRow, axisRow])
  const uprights = dark ? deep : bright
  const lying = ['', 'var(--weave-h)', dark ? 'var(--weave-h)' : 'var(--weave-v2)', 'var(--call)']
  return (
    <svg
      className={className ? `k-weave ${className}` : 'k-weave'}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect width={width} height={height} fill="var(--weave-ground)" />
      {drawn.strands.map(({ tone, ...box }) => (
        <rect key={`${box.x} ${box.y}`} {...box} rx="2" fill={tone < 0 ? lying[-tone] : uprights[tone]} />
      ))}
      <path d={drawn.shadow} fill="#000" opacity="0.22" />
    </svg>
  )
}
