import { useState } from 'react'
import type { BookingAnswer, BookingWire } from '../server/contract/booking-wire.ts'
import { type Api, isRefused } from '../ui-kit/api.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Button } from '../ui-kit/button.tsx'
import { hallBase } from '../ui-kit/hall-base.ts'
import { Qr } from '../ui-kit/qr.tsx'
import { refusalWords } from '../ui-kit/refusal-words.ts'
import { Status, type StatusState } from '../ui-kit/status.tsx'
import { dateText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'

const shapes: Record<BookingWire['state'], StatusState> = {
  booked: 'not-yet',
  'checked-in': 'open',
  cancelled: 'closed',
}

interface Props {
  answer: BookingAnswer
  api: Api
  onChange: () => void
}

export function BookingView({ answer: { at, booking, site }, api, onChange }: Props) {
  const { t, pick, locale } = useMessages<VisitorKey>()
  const { state, slotAt, checkIn, refusal, requirements } = booking
  const day = dateText(slotAt, site.timeZone, locale, true)
  const time = `${timeText(slotAt, site.timeZone)} ${site.zoneAbbreviation}`
  const isPast = state === 'booked' && refusal?.name === 'booking-other-day' && Date.parse(slotAt) < Date.parse(at)
  const isOpen = state === 'booked' && !isPast
  const words = refusal && refusalWords(refusal, Date.parse(at), site.timeZone, locale)
  return (
    <>
      <section className="booked-head">
        <p>{`${booking.agency} · ${t('place.floor', { level: booking.floor })}`}</p>
        <h1>{pick(booking.serviceName)}</h1>
        <p className="booked-when">{t(booking.hasSlot ? 'booking.at' : 'booking.opening', { day, time })}</p>
      </section>
      <section className="band standing">
        <Status state={shapes[state]}>{t(`booking.${state}`)}</Status>
        {state === 'cancelled' && <h2>{t('booking.cancelled.title')}</h2>}
        {isPast && <p>{t('booking.past')}</p>}
        {isOpen && (
          <p>
            {t('booking.how', {
              from: timeText(checkIn.from, site.timeZone),
              to: timeText(checkIn.to, site.timeZone),
            })}{' '}
            {t('booking.late')}
          </p>
        )}
        {isOpen && words && refusal?.name === 'booking-too-early' && <p>{words.step}</p>}
        {booking.ticket && (
          <a className="k-button k-button-main" href={`${hallBase}/t/${booking.ticket}`}>
            {t('booking.ticket')}
          </a>
        )}
      </section>
      {isOpen && (
        <section className="band booked-code">
          <div className="booked-qr">
            <Qr text={`${location.origin}${hallBase}/b/${booking.code}`} label={t('booking.qr')} />
          </div>
          <div>
            <h2>{t('booking.code')}</h2>
            <p className="booked-letters">{booking.code.replace(/(.{4})(?=.)/g, '$1 ')}</p>
            <p>
              {t('place.booth')} <BoothSign sign={booking.sign} /> · {t('booking.items', { n: booking.items })}
            </p>
          </div>
        </section>
      )}
      {isOpen && requirements.length > 0 && (
        <section className="band papers">
          <h2>{t('papers.title')}</h2>
          <ul>
            {requirements.map((paper) => (
              <li key={paper.id}>{pick(paper)}</li>
            ))}
          </ul>
        </section>
      )}
      <GiveBack booking={booking} isOpen={isOpen} api={api} onChange={onChange} />
    </>
  )
}

/** Cancelling is asked twice; what came of it stays said. */
function GiveBack(props: { booking: BookingWire; isOpen: boolean; api: Api; onChange: () => void }) {
  const { booking, isOpen, api, onChange } = props
  const { t, pick } = useMessages<VisitorKey>()
  const [asking, setAsking] = useState(false)
  const [result, setResult] = useState('')
  const cancel = async () => {
    setAsking(false)
    try {
      const answer = await api.remove(`/api/bookings/${booking.code}`)
      setResult(isRefused(answer) ? pick(answer.refusal.message) : t('booking.done'))
      onChange()
    } catch {
      setResult(t('act.failed'))
    }
  }
  return (
    <section className="acts">
      {isOpen && asking && (
        <fieldset className="sure">
          <legend>{t('booking.sure')}</legend>
          <Button main onClick={() => void cancel()}>
            {t('booking.sure.do')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('booking.sure.back')}</Button>
        </fieldset>
      )}
      {isOpen && !asking && (
        <Button icon="x-circle" onClick={() => setAsking(true)}>
          {t('booking.cancel')}
        </Button>
      )}
      <p className="acts-result" role="status">
        {result}
      </p>
    </section>
  )
}
