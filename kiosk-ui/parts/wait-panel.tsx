import { StrandRow } from '../../ui-kit/strand-row.tsx'
import { timeRangeText } from '../../ui-kit/time-text.ts'
import type { KioskBooth, KioskService } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** How long it may take, as a range, and how many are before you. */
export function WaitPanel({ booth, service }: { booth: KioskBooth; service: KioskService }) {
  const { snapshot } = useKiosk()
  const { t } = useWords()
  const { timeZone } = snapshot.site
  const { estimate } = service
  const ahead = booth.waiting
  return (
    <div className="wait">
      <div>
        <p className="label">{t('service.wait')}</p>
        {estimate ? (
          <>
            <p className="wait-big">
              {`${estimate.minutes[0]}–${estimate.minutes[1]} `}
              <small>{t('kiosk.minutes')}</small>
            </p>
            <p>{t('kiosk.around', { range: timeRangeText(estimate.from, estimate.to, timeZone) })}</p>
          </>
        ) : (
          <p className="wait-unknown">{t('time.unknown')}</p>
        )}
      </div>
      <div className="wait-line">
        <p className="label">{ahead === 0 ? t('ticket.first') : t('ticket.ahead', { n: ahead })}</p>
        <StrandRow ahead={ahead} strand={ahead > 8 ? 15 : 24} />
        <p>
          {service.openCounters > 0 ? t('kiosk.counters-open', { n: service.openCounters }) : t('kiosk.counters-none')}
        </p>
      </div>
    </div>
  )
}
