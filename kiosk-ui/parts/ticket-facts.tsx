import type { VisitorTicketWire } from '../../server/contract/api.ts'
import { StrandRow } from '../../ui-kit/strand-row.tsx'
import { timeRangeText } from '../../ui-kit/time-text.ts'
import type { KioskService } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** When it may be called, as a range, and how many are before it. */
export function TicketFacts(props: { ticket: VisitorTicketWire | null; service: KioskService; brief: boolean }) {
  const { ticket, service, brief } = props
  const { timeZone, zoneAbbreviation } = useKiosk().snapshot.site
  const { t } = useWords()
  const estimate = ticket?.estimate
  const ahead = ticket?.ahead ?? null
  const shift = `${zoneAbbreviation}, ${t('ticket.shift')}`
  return (
    <div className="facts">
      <div>
        <p className="label">{t('ticket.when')}</p>
        {estimate ? (
          <>
            <p className="facts-big">{timeRangeText(estimate.from, estimate.to, timeZone)}</p>
            {!brief && <p>{shift}</p>}
          </>
        ) : (
          <p className="facts-unknown">{ticket ? t('time.unknown') : '…'}</p>
        )}
      </div>
      <div>
        <p className="label">{t('kiosk.ahead')}</p>
        {ahead === null ? (
          <p className="facts-unknown">…</p>
        ) : (
          <>
            <div className="facts-row">
              {ahead === 0 ? (
                <p className="facts-unknown">{t('ticket.first')}</p>
              ) : (
                <p className="facts-big">
                  {ahead} <small>{t('kiosk.people', { n: ahead })}</small>
                </p>
              )}
              <StrandRow
                ahead={Math.min(ahead, 12)}
                strand={ahead > 8 ? 10 : 15}
                label={t('ticket.ahead', { n: ahead })}
              />
            </div>
            {!brief && service.openCounters > 0 && <p>{t('kiosk.counters-open', { n: service.openCounters })}</p>}
          </>
        )}
      </div>
    </div>
  )
}
