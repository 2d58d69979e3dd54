import { Icon } from '../../ui-kit/icon.tsx'
import { dateText, timeText } from '../../ui-kit/time-text.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PhoneCode } from '../parts/phone-code.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { codeText } from '../scan.ts'

/** A time has been reserved: its code to be kept by telephone, photograph or pencil. */
export function BookedPage() {
  const { snapshot, journey, send } = useKiosk()
  const { t, pick, locale } = useWords()
  const { booking } = journey
  if (!booking) return null
  const { timeZone } = snapshot.site
  const { code, slotAt, checkIn } = booking
  const times = { from: timeText(checkIn.from, timeZone), to: timeText(checkIn.to, timeZone) }
  const tell = (
    <div className="number">
      <p className="number-label">{t('kiosk.booked.code')}</p>
      <p className="booked-code">{codeText(code)}</p>
      <h1 tabIndex={-1}>
        {dateText(slotAt, timeZone, locale, true)}, {timeText(slotAt, timeZone)}
        <small>
          {booking.agency} · {t('place.booth-sign', { sign: booking.sign })} · {pick(booking.serviceName)}
        </small>
      </h1>
    </div>
  )
  return (
    <StepPage name="keep" tell={tell}>
      <h2 className="keep-title">{t('kiosk.booked.keep')}</h2>
      <div className="keep">
        <div className="keep-way keep-scan">
          <PhoneCode url={`${snapshot.publicUrl}/b/${code}`} label={t('kiosk.booked.qr')} />
          <p>
            <b>{t('kiosk.scan')}</b>
            <span>{t('kiosk.booked.scan.sub')}</span>
          </p>
        </div>
        <div className="keep-way">
          <Icon name="camera" />
          <p>
            <b>{t('kiosk.booked.photo')}</b>
            <span>{t('kiosk.booked.photo.sub')}</span>
          </p>
        </div>
        <div className="keep-way">
          <Icon name="clock-clockwise" />
          <p>
            <b>{t('kiosk.booked.then')}</b>
            <span>{t('kiosk.booked.how', times)}</span>
          </p>
        </div>
      </div>
      <button type="button" className="cta" onClick={() => send({ type: 'done' })}>
        <Icon name="check" />
        {t('kiosk.booked.done')}
      </button>
    </StepPage>
  )
}
