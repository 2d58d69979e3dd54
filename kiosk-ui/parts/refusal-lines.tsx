import { Button } from '../../ui-kit/button.tsx'
import { type RefusalFacts, refusalWords } from '../../ui-kit/refusal-words.ts'
import type { KioskService } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** Why no number is given now, and on a line of its own what would work. */
export function RefusalLines({ refusal, className }: { refusal: RefusalFacts; className?: string }) {
  const { snapshot, hallNow } = useKiosk()
  const { locale } = useWords()
  const { reason, step } = refusalWords(refusal, hallNow(), snapshot.site.timeZone, locale)
  return (
    <>
      <p className={className}>{reason}</p>
      {step && <p className={className}>{step}</p>}
    </>
  )
}

/** No number today, but where times can be booked one on another day. */
export function OtherDayButton({
  service,
  main = false,
}: {
  service: KioskService | null | undefined
  main?: boolean
}) {
  const { send } = useKiosk()
  const { t } = useWords()
  if (!service?.bookable) return null
  return (
    <Button main={main} icon="calendar" onClick={() => send({ type: 'other-day' })}>
      {t('kiosk.uncertain.other-day')}
    </Button>
  )
}
