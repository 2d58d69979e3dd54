import { useCallback } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { paceBars } from './stage.ts'

/** Calls made of calls allowed while calling; minutes passed of the mean visit while serving. */
export function Pace({ snapshot, live }: { snapshot: CounterSnapshot; live: { hallNow(): number } }) {
  const { t } = useMessages<CounterKey>()
  const { ticket, counter, rules } = snapshot
  if (ticket?.state === 'called') {
    const bars = Array.from({ length: rules.callsAtMost }, (_, call) => call)
    return (
      <div className="pace" role="img" aria-label={t('field.calls', { n: ticket.calls, most: rules.callsAtMost })}>
        {bars.map((call) => (
          <i key={call} style={{ '--full': call < ticket.calls ? '100%' : '0%' }} />
        ))}
      </div>
    )
  }
  if (ticket) return <MinuteBars since={ticket.since} meanMs={counter.serviceMs} live={live} />
  return <div className="pace" />
}

function MinuteBars({ since, meanMs, live }: { since: number; meanMs: number | null; live: { hallNow(): number } }) {
  const read = useCallback(
    (now: number) => (paceBars(now - since, meanMs) ?? []).map(percent).join(' '),
    [since, meanMs],
  )
  const reading = useHallReading(live.hallNow, read)
  const bars = reading === '' ? [] : reading.split(' ')
  return (
    <div className="pace" aria-hidden="true">
      {bars.map((full, minute) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its minute
        <i key={minute} style={{ '--full': full }} />
      ))}
    </div>
  )
}

const percent = (part: number) => `${Math.round(part * 100)}%`
