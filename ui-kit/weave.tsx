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

/** A strand's box with its corners rounded by 2, as a closed subpath. */
const strandPath = (x: number, y: number, width: number, height: number) =>
  `M${x + 2} ${y}h${width - 4}a2 2 0 0 1 2 2v${height - 4}a2 2 0 0 1-2 2h-${width - 4}a2 2 0 0 1-2-2v-${height - 4}a2 2 0 0 1 2-2z`

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
    // One path a colour: hundreds of rectangles would cost a slow machine more than the whole page around them.
    const strands = new Map<number, string>()
    for (const { column, row, columns, rows, tone } of pieces) {
      const [x, y, w, h] = [column * cell + 1, row * cell + 1, columns * cell - 2, rows * cell - 2]
      shadow +=
        tone < 0
          ? `M${x} ${y}h${shade}v${side}h-${shade}zM${x + w - shade} ${y}h${shade}v${side}h-${shade}z`
          : `M${x} ${y}h${side}v${shade}h-${side}zM${x} ${y + h - shade}h${side}v${shade}h-${side}z`
      strands.set(tone, (strands.get(tone) ?? '') + strandPath(x, y, w, h))
    }
    return { strands: [...strands], shadow }
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
      {drawn.strands.map(([tone, path]) => (
        <path key={tone} d={path} fill={tone < 0 ? lying[-tone] : uprights[tone]} />
      ))}
      <path d={drawn.shadow} fill="#000" opacity="0.22" />
    </svg>
  )
}
