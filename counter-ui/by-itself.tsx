import { useCallback } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { timeRangeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { automaticSecondsLeft, plannedBreak } from './stage.ts'

interface Live {
  readonly live: { hallNow(): number }
}

/** R5.5: the seconds until the hub begins or calls by itself. The officer may do it sooner. */
export function Automatic({ automatic, live }: Pick<CounterSnapshot, 'automatic'> & Live) {
  const { t } = useMessages<CounterKey>()
  const read = useCallback((now: number) => automaticSecondsLeft(automatic, now) ?? -1, [automatic])
  const seconds: number = useHallReading(live.hallNow, read)
  if (!automatic || seconds < 0) return null
  return (
    <p className="field-hint" role="timer">
      <Icon name="timer" />
      {t(`auto.${automatic.act}`, { n: seconds })}
    </p>
  )
}

/** The counter's own planned break, when it is near: a hint, never a reason to refuse. */
export function PlannedBreak({ snapshot, live }: { snapshot: CounterSnapshot } & Live) {
  const { t } = useMessages<CounterKey>()
  const { counter, site } = snapshot
  const isOpen = counter.state === 'open'
  const read = useCallback(
    (now: number) => {
      const near = isOpen ? plannedBreak(counter.breaks, now) : null
      return near ? timeRangeText(near.from, near.to, site.timeZone) : ''
    },
    [isOpen, counter.breaks, site.timeZone],
  )
  const time = useHallReading(live.hallNow, read)
  if (!time) return null
  return (
    <p className="field-hint">
      <Icon name="circle-half" />
      {t('field.break-plan', { time })}
    </p>
  )
}
