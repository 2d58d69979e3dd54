import { useMessages } from './use-messages.ts'

interface Props {
  /** People waiting before you. More than twelve: twelve strands and the number. */
  ahead: number
  /** Already called, drawn pale, oldest first. */
  past?: number
  /** Positions of priority visitors, counted over past and ahead from 0. */
  priority?: readonly number[]
  /** Draw your own strand; off where nobody in particular stands in line. */
  you?: boolean
  /** Width of one strand in px; the others follow. */
  strand?: number
  label?: string
  className?: string
}

const most = 12

/** A queue as strands: pale = called, indigo = ahead, diamond above = priority, tall and yellow = you. */
export function StrandRow({ ahead, past = 0, priority = [], you = true, strand = 15, label, className }: Props) {
  const { t } = useMessages()
  const drawnAhead = Math.min(ahead, most)
  const drawnPast = Math.min(past, Math.max(0, most - drawnAhead))
  const pitch = strand * 1.64
  const tall = Math.round(strand * 4.4)
  const short = Math.round(tall * 0.655)
  const top = tall - short
  const figure = ahead > most ? String(ahead) : ''
  const figureSize = strand * 2.6
  const figureRoom = figure ? figure.length * figureSize * 0.64 + strand : 0
  const count = drawnPast + drawnAhead
  const strands = Array.from({ length: count }, (_, place) => ({ place, isPast: place < drawnPast }))
  const width = figureRoom + (count + (you ? 1 : 0)) * pitch - (pitch - strand)
  const spoken = past > 0 ? t('strands.past-ahead', { n: ahead, past }) : t('strands.ahead', { n: ahead })
  const diamond = strand * 0.72
  return (
    <svg
      className={className ? `k-strands ${className}` : 'k-strands'}
      viewBox={`0 0 ${Math.max(width, strand)} ${tall}`}
      width={Math.max(width, strand)}
      height={tall}
      role="img"
      aria-label={label ?? (ahead === 0 ? t('strands.first') : spoken)}
    >
      {figure && (
        <text className="k-strands-more" x="0" y={tall - (short - figureSize * 0.745) / 2} fontSize={figureSize}>
          {figure}
        </text>
      )}
      {strands.map(({ place, isPast }) => {
        const x = figureRoom + place * pitch
        return (
          <g key={place}>
            {priority.includes(place) && (
              <path
                className="k-strand-priority"
                d={`M${x + strand / 2} ${top - 6 - 2 * diamond}l${diamond} ${diamond}-${diamond} ${diamond}-${diamond}-${diamond}z`}
              />
            )}
            <rect
              className={isPast ? 'k-strand-past' : 'k-strand-ahead'}
              x={x}
              y={top}
              width={strand}
              height={short}
              rx="4"
            />
          </g>
        )
      })}
      {you && (
        <rect className="k-strand-you" x={figureRoom + count * pitch} y="0" width={strand} height={tall} rx="4" />
      )}
    </svg>
  )
}
