import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
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
