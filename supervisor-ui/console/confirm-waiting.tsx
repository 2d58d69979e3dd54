import type { AffectedWire } from '../../server/contract/site-wire.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { Affected } from './affected.tsx'
import { AskDialog } from './dialog.tsx'

interface Props {
  affected: AffectedWire | null
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** R5.9: closing where people wait asks first, and says how many they are. */
export function ConfirmWaiting({ affected, busy, onConfirm, onClose }: Props) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <AskDialog
      title={affected ? t('waiting.title', { n: affected.waiting }) : t('waiting.title-some')}
      submit={t('waiting.submit')}
      busy={busy}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <p>{t('waiting.about')}</p>
      {affected && <Affected affected={affected} />}
    </AskDialog>
  )
}
