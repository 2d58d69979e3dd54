import { useMessages } from '../ui-kit/use-messages.ts'
import { barsOf, halfHourText, shareOfDay } from './arrivals.ts'
import type { StartKey } from './messages.ts'

const width = 880
const height = 118
const floor = 88
const left = 26
const gap = 6

/** How many numbers were taken in each half hour, and where the day stands. `now` in minutes after midnight. */
export function ArrivalsChart({ arrivals, now }: { arrivals: readonly number[]; now: number | null }) {
  const { t } = useMessages<StartKey>()
  const bars = barsOf(arrivals, now)
  const pitch = (width - 2 * left) / bars.length
  const share = now === null ? null : shareOfDay(now, bars)
  const total = arrivals.reduce((sum, count) => sum + count, 0)
  const x = share === null ? 0 : left + share * bars.length * pitch
  return (
    <svg className="arrivals" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chart.about', { n: total })}>
      <path className="arrivals-floor" d={`M${left} ${floor}.5H${width - left}`} />
      {bars.map(({ at, count, height: tall, when }, index) => {
        const high = Math.max(3, Math.round(tall * 66))
        const barX = left + index * pitch + gap / 2
        return (
          <g key={at}>
            <rect
              className={when === 'ahead' ? 'bar bar-ahead' : 'bar'}
              x={barX}
              y={floor - high}
              width={pitch - gap}
              height={high}
              rx="3"
            />
            {count > 0 && (
              <text className="bar-count" x={barX + (pitch - gap) / 2} y={floor - high - 5}>
                {count}
              </text>
            )}
            {at % 60 === 0 && (
              <text className="bar-hour" x={left + index * pitch} y={height - 10}>
                {halfHourText(at)}
              </text>
            )}
          </g>
        )
      })}
      {share !== null && (
        <g className="arrivals-now">
          <path d={`M${x} 4V${floor + 4}`} />
          <circle cx={x} cy={floor + 4} r="7" />
        </g>
      )}
    </svg>
  )
}
