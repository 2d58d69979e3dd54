import { Button } from '../../ui-kit/button.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { OtherDayButton, RefusalLines } from './refusal-lines.tsx'
import { Sheet } from './sheet.tsx'

/** The request for a number came to nothing, or nobody knows yet whether it did. */
export function AttemptSheet() {
  const { snapshot, journey, send } = useKiosk()
  const { t } = useWords()
  const { attempt } = journey
  if (!attempt) return null
  const back = () => send({ type: 'back' })
  if (attempt.state === 'refused') {
    return (
      <Sheet title={t('kiosk.no-number')} alert>
        {attempt.refusal && <RefusalLines refusal={attempt.refusal} className="sheet-text" />}
        {attempt.booking === null && attempt.errand === null && (
          <OtherDayButton service={snapshot.services.find(({ code }) => code === attempt.service)} />
        )}
        <Button main icon="arrow-left" onClick={back}>
          {t('nav.back')}
        </Button>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('kiosk.unanswered')} alert>
      <p className="sheet-text">{t('kiosk.unanswered.sub')}</p>
      <Button main onClick={() => send({ type: 'retry' })}>
        {t('kiosk.retry')}
      </Button>
      <Button icon="arrow-left" onClick={back}>
        {t('nav.back')}
      </Button>
    </Sheet>
  )
}
