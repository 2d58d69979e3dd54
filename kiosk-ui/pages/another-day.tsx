import { useState } from 'react'
import type { StaffBookingWire } from '../../server/contract/booking-wire.ts'
import { isRefused, makeKey } from '../../ui-kit/api.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import type { RefusalFacts } from '../../ui-kit/refusal-words.ts'
import { dateText, timeText } from '../../ui-kit/time-text.ts'
import type { KioskService } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PagedList } from '../parts/paged-list.tsx'
import { RefusalLines } from '../parts/refusal-lines.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { kioskApi } from '../use-attempt.ts'
import { useSlots } from '../use-slots.ts'

export function AnotherDayPage() {
  const { snapshot, journey } = useKiosk()
  const service = snapshot.services.find(({ code }) => code === journey.service)
  return service ? <AnotherDay service={service} /> : null
}

/** So many days fit beside each other; whoever plans further ahead asks at the information desk. */
const daysShown = 6

/** R4.8: a time on a later day, reserved here and now; or when the service opens again, where it takes no bookings. */
function AnotherDay({ service }: { service: KioskService }) {
  const { snapshot, journey, hallNow, portrait } = useKiosk()
  const { t, pick, locale } = useWords()
  const { timeZone } = snapshot.site
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const slots = useSlots(service.code, day, hallNow(), timeZone, tries)
  const { large } = journey.modes
  const isLow = journey.modes.low && portrait
  const { trouble, isSending, book } = useBooking(service, () => {
    setTime(null)
    setTries((last) => last + 1)
  })
  const known = slots === 'failed' ? null : slots
  const chooseDay = (next: string) => {
    setDay(next)
    setTime(null)
  }
  const isBookable = known !== null && known.day !== null
  const choice = isBookable && (
    <fieldset className="slots-days" aria-label={t('kiosk.other-day.day')} data-arrows>
      {known.days.slice(0, daysShown).map((each) => (
        <button key={each} type="button" aria-pressed={each === known.day} onClick={() => chooseDay(each)}>
          {dateText(`${each}T12:00:00Z`, 'UTC', locale, true)}
        </button>
      ))}
    </fieldset>
  )
  const tell = (
    <div className="service-title">
      <p className="from">
        <BoothSign sign={service.booth.sign} />
        {service.agency.short}
      </p>
      <h1 tabIndex={-1}>{t('kiosk.other-day.title')}</h1>
      <p className="errand-note">{pick(service.name)}</p>
      {!portrait && choice}
    </div>
  )
  return (
    <StepPage name="other-day" tell={tell}>
      {slots === null && <p className="slots-said">{t('kiosk.other-day.looking')}</p>}
      {slots === 'failed' && (
        <div className="slots-said" role="alert">
          <p>{t('kiosk.unanswered')}</p>
          <Button main onClick={() => setTries(tries + 1)}>
            {t('kiosk.retry')}
          </Button>
        </div>
      )}
      {known && !isBookable && <OpensNext at={known.opensNext} />}
      {isBookable && (
        <>
          {portrait && choice}
          {known.times.length === 0 ? (
            <p className="slots-said">{t('kiosk.other-day.full')}</p>
          ) : (
            <PagedList
              key={known.day}
              className="slots-times"
              items={known.times}
              keyOf={(at) => at}
              rowHeight={isLow ? 118 : large ? 176 : 132}
              columns={large ? (isLow ? 3 : 2) : portrait && !isLow ? 3 : 4}
              label={t('kiosk.other-day.time')}
            >
              {(at) => (
                <button type="button" aria-pressed={at === time} onClick={() => setTime(at)}>
                  {timeText(at, timeZone)}
                </button>
              )}
            </PagedList>
          )}
          <div className="slots-trouble" role="alert">
            {trouble === 'failed' ? <p>{t('kiosk.mine.failed')}</p> : trouble && <RefusalLines refusal={trouble} />}
          </div>
          <button
            type="button"
            className="cta"
            disabled={time === null}
            aria-busy={isSending}
            onClick={() => time !== null && book(time)}
          >
            <Icon name="calendar" />
            {time === null
              ? t('kiosk.other-day.choose')
              : t('kiosk.other-day.book', {
                  when: `${dateText(time, timeZone, locale, true)}, ${timeText(time, timeZone)}`,
                })}
          </button>
        </>
      )}
    </StepPage>
  )
}

function OpensNext({ at }: { at: string | null }) {
  const { snapshot, send } = useKiosk()
  const { t, locale } = useWords()
  const { timeZone } = snapshot.site
  return (
    <>
      <div className="slots-opens panel">
        {at === null ? (
          <p>{t('kiosk.other-day.unknown')}</p>
        ) : (
          <>
            <p>{t('kiosk.other-day.opens')}</p>
            <p className="slots-when">{dateText(at, timeZone, locale, true)}</p>
            <p className="slots-when">{t('kiosk.other-day.from', { time: timeText(at, timeZone) })}</p>
            <p>{t('kiosk.other-day.how')}</p>
          </>
        )}
      </div>
      <button type="button" className="cta" onClick={() => send({ type: 'done' })}>
        <Icon name="check" />
        {t('kiosk.other-day.understood')}
      </button>
    </>
  )
}

/** Reserves a time once, however often it is pressed; a refused one is gone, and the times are asked for anew. */
function useBooking({ code }: KioskService, onRefused: () => void) {
  const { snapshot, journey, send } = useKiosk()
  const [sent, setSent] = useState<{ slotAt: string; key: string } | null>(null)
  const [isSending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<RefusalFacts | 'failed' | null>(null)
  const book = (slotAt: string) => {
    if (isSending) return
    const one = sent?.slotAt === slotAt ? sent : { slotAt, key: makeKey() }
    setSent(one)
    setSending(true)
    setTrouble(null)
    const body = { service: code, slotAt, kiosk: snapshot.kiosk.code, locale: journey.locale }
    kioskApi
      .command<{ booking: StaffBookingWire }>('/api/bookings', body, one.key)
      .then(
        (answer) => {
          if (!isRefused(answer)) return send({ type: 'booked', booking: answer.booking })
          setTrouble(answer.refusal)
          onRefused()
        },
        () => setTrouble('failed'),
      )
      .finally(() => setSending(false))
  }
  return { trouble, isSending, book }
}
