import type { ReactNode } from 'react'
import type { HallSnapshot } from '../server/contract/live.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { longestWaiting } from './booth-rows.ts'
import { dipOf, minutesBetween } from './load-ramp.ts'
import type { SupervisorKey } from './messages.ts'

/** From this dip on a wait is a reason to act. */
const actFrom = 5

/** What the whole building is doing, in six figures. `now` in epoch ms of the hall. */
export function KeyFigures({ hall, now }: { hall: HallSnapshot; now: number }) {
  const { t } = useMessages<SupervisorKey>()
  const { figures, booths } = hall
  const longest = longestWaiting(booths)
  const longestMinutes = longest?.longestSince != null ? minutesBetween(longest.longestSince, now) : null
  const median = figures.medianWaitMs === null ? null : Math.round(figures.medianWaitMs / 60_000)
  const isLate = longestMinutes !== null && dipOf(longestMinutes) >= actFrom
  return (
    <ul className="figures card" aria-label={t('figures')}>
      <Figure value={figures.waiting} word={t('figure.waiting')} />
      <Figure value={figures.served} word={t('figure.served')} />
      <Figure value={median} unit={t('minutes')} word={t('figure.median')} />
      <Figure
        value={longestMinutes}
        unit={t('minutes')}
        word={longest ? t('figure.longest', { booth: longest.name }) : t('figure.longest.none')}
        late={isLate}
      />
      <Figure
        value={figures.openBooths}
        unit={t('of', { n: booths.length })}
        word={t('figure.booths', { n: figures.openCounters })}
      />
      <Figure value={figures.outOfOrder} word={t('figure.order')} />
    </ul>
  )
}

function Figure({
  value,
  unit,
  word,
  late = false,
}: {
  value: number | null
  unit?: string
  word: ReactNode
  late?: boolean
}) {
  const { t } = useMessages<SupervisorKey>()
  return (
    <li>
      <b className={late ? 'value value-late' : 'value'}>
        {value ?? '–'}{' '}
        {value === null ? <span className="k-sr">{t('none')}</span> : unit && <small className="unit">{unit}</small>}
      </b>
      <span className="word">
        {late && <StatusShape state="action" />}
        {word}
      </span>
    </li>
  )
}
