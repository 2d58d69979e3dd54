import { labelText } from '../../ui-kit/number.tsx'
import { Plate } from '../../ui-kit/plate.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import type { KioskBooth, KioskService } from '../directory.ts'
import type { Taken } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

interface Props {
  taken: Taken
  service: KioskService
  booth: KioskBooth
  /** Leaves room for the ways of keeping it, and says the place in its own line. */
  small: boolean
}

/** The number: the loudest thing on the screen. */
export function TicketNumberField({ taken, service, booth, small }: Props) {
  const { timeZone } = useKiosk().snapshot.site
  const { t, pick } = useWords()
  const place = ` · ${t('place.floor', { level: booth.floor })} · ${t('place.booth-sign', { sign: booth.sign })}`
  return (
    <div className={small ? 'number number-small' : 'number'}>
      <p className="number-label">
        <span>{t('ticket.yours')}</span>
        <span>{t('kiosk.taken-at', { time: timeText(taken.takenAt, timeZone) })}</span>
      </p>
      <p className="k-sr" role="status">{`${t('ticket.yours')} ${labelText(taken.label)}`}</p>
      <div className="number-plate" aria-hidden="true">
        <Plate label={taken.label} quiet={taken.phase === 'ended'} />
      </div>
      <h1 tabIndex={-1}>
        {booth.short}
        {small && place}
        <small>{pick(service.name)}</small>
      </h1>
    </div>
  )
}
