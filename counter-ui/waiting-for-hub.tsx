import { useMessages } from '../ui-kit/use-messages.ts'

/** Before the first answer there is nothing to show, and the page says so. */
export function WaitingForHub() {
  const { t } = useMessages()
  return (
    <main className="desk-empty">
      <p role="status">{t('link.waiting')}</p>
    </main>
  )
}
