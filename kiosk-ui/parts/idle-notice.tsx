import { Button } from '../../ui-kit/button.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { Countdown } from './countdown.tsx'
import { Sheet } from './sheet.tsx'

/** Asks before the kiosk forgets the visitor. Any touch and any key goes on. */
export function IdleNotice() {
  const { send } = useKiosk()
  const { t } = useWords()
  const stay = () => send({ type: 'touch' })
  return (
    <Sheet title={t('idle.ask')} alert>
      <Countdown className="sheet-text" words="kiosk.idle.seconds" />
      <Button main onClick={stay}>
        {t('kiosk.continue')}
      </Button>
      <Button onClick={() => send({ type: 'done' })}>{t('ticket.done')}</Button>
    </Sheet>
  )
}
