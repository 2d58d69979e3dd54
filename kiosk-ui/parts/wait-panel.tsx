import { StatusShape } from '../../ui-kit/status.tsx'
import { StrandRow } from '../../ui-kit/strand-row.tsx'
import { timeRangeText, timeText } from '../../ui-kit/time-text.ts'
import { isUncertain, type KioskBooth, type KioskService } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** How long it may take, as a range, and how many are before you. */
export function WaitPanel({ booth, service }: { booth: KioskBooth; service: KioskService }) {
  const { snapshot } = useKiosk()
  const { t } = useWords()
  const { timeZone } = snapshot.site
  const { estimate, startsAt, closesAt } = service
  const ahead = booth.waiting
  return (
    <div className="wait">
      <div>
        <p className="label">{t('service.wait')}</p>
        {startsAt !== null ? (
          <>
            <p className="wait-unknown">{t('kiosk.starts', { time: timeText(startsAt, timeZone) })}</p>
            <p>{t('kiosk.starts.sub')}</p>
          </>
        ) : estimate ? (
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
      {isUncertain(service) && closesAt !== null && (
        <p className="wait-uncertain">
          <StatusShape state="action" />
          <span>
            <b>{t('kiosk.uncertain')}</b> {t('kiosk.uncertain.closes', { time: timeText(closesAt, timeZone) })}
          </span>
        </p>
      )}
    </div>
  )
}
