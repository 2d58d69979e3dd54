import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'

/** Why the last press was not done. It lies over the other counters, so that nothing moves. */
export function Fault({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const { t } = useMessages<CounterKey>()
  return (
    <div className="fault" role="alert">
      <StatusShape state="action" />
      <p>{text}</p>
      <button type="button" aria-label={t('fault.dismiss')} onClick={onDismiss}>
        <Icon name="x" />
      </button>
    </div>
  )
}

/** The hub is out of reach: since when, and that nobody has to do anything about it. */
export function Lost({ since, timeZone }: { since: number; timeZone: string }) {
  const { t } = useMessages<CounterKey>()
  return (
    <div className="lost" role="status">
      <StatusShape state="offline" />
      <p>{t('field.lost', { time: timeText(since, timeZone) })}</p>
    </div>
  )
}
