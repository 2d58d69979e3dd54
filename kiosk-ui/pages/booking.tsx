import type { BookingWire } from '../../server/contract/booking-wire.ts'
import { makeKey } from '../../ui-kit/api.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { dateText, epochOf, timeText } from '../../ui-kit/time-text.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { isSameDay } from '../opening-hours.ts'
import { PlaceLine } from '../parts/place-panel.tsx'
import { RefusalLines } from '../parts/refusal-lines.tsx'
import { Requirements } from '../parts/requirements.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { codeText } from '../scan.ts'

export function BookingPage() {
  const { booking } = useKiosk().journey
  return booking && <Booked booking={booking} />
}

/** What was reserved, and the one press that makes a number of it; or why not now, and what to do instead. */
function Booked({ booking }: { booking: BookingWire }) {
  const { snapshot, journey, send, hallNow } = useKiosk()
  const { t, pick, locale } = useWords()
  const { timeZone } = snapshot.site
  const booth = snapshot.booths.find(({ sign }) => sign === booking.sign)
  const day = dateText(booking.slotAt, timeZone, locale, true)
  const time = timeText(booking.slotAt, timeZone)
  const isToday = isSameDay(epochOf(booking.slotAt), hallNow(), timeZone)
  const sending = journey.attempt?.state === 'sending'
  const { ticket, refusal } = booking
  const tell = (
    <div className="service-title">
      <p className="from">
        <BoothSign sign={booking.sign} />
        {booking.agency}
      </p>
      <h1 tabIndex={-1}>{pick(booking.serviceName)}</h1>
      <p className="booked-at">
        {isToday ? t('kiosk.booking.at', { time }) : t('kiosk.booking.on', { day, time })}
        <small>{t('kiosk.booking.code', { code: codeText(booking.code) })}</small>
      </p>
    </div>
  )
  return (
    <StepPage name="booking" tell={tell}>
      {booth && <PlaceLine booth={booth} />}
      <Requirements requirements={booking.requirements} />
      {ticket ? (
        <button type="button" className="cta" onClick={() => send({ type: 'look-up', text: `/t/${ticket}` })}>
          <Icon name="ticket-fill" />
          {t('kiosk.booking.number')}
        </button>
      ) : refusal ? (
        <div className="no-number k-hatch" role="status">
          <Status state={refusal.name === 'booking-too-early' ? 'not-yet' : 'closed'}>
            {t('kiosk.booking.not-now')}
          </Status>
          <RefusalLines refusal={refusal} />
        </div>
      ) : (
        <button
          type="button"
          className="cta"
          aria-busy={sending}
          onClick={() => send({ type: 'check-in', key: makeKey() })}
        >
          <Icon name="check-circle-fill" />
          {sending ? t('kiosk.making') : t('kiosk.booking.check-in')}
        </button>
      )}
    </StepPage>
  )
}
