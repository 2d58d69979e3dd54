import type { CounterSnapshot } from '../server/contract/live.ts'
import { elapsedText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'

/** The counter's day so far. */
export function Figures({ counter }: { counter: CounterSnapshot['counter'] }) {
  const { t } = useMessages<CounterKey>()
  const none = (
    <>
      <span aria-hidden="true">–</span>
      <span className="k-sr">{t('today.none')}</span>
    </>
  )
  const figures = [
    { key: 'today.served', value: counter.served },
    { key: 'today.service', value: counter.serviceMs === null ? none : elapsedText(counter.serviceMs) },
    { key: 'today.wait', value: counter.waitMs === null ? none : Math.round(counter.waitMs / 60_000) },
  ] as const
  return (
    <dl className="figures" aria-label={t('today.label')}>
      {figures.map(({ key, value }) => (
        <div key={key}>
          <dd>{value}</dd>
          <dt>{t(key)}</dt>
        </div>
      ))}
    </dl>
  )
}
