import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { DeskKey } from './messages.ts'

/** Why the last step did not happen, until it is read. */
export function Fault({ text, onClose }: { text: string | null; onClose: () => void }) {
  const { t } = useMessages<DeskKey>()
  return (
    <div className="fault-place" role="alert">
      {text !== null && (
        <div className="fault">
          <StatusShape state="action" />
          {text}
          <button type="button" aria-label={t('close')} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
      )}
    </div>
  )
}
