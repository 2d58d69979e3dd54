import { useCallback, useEffect, useState } from 'react'
import type { BookingsAnswer } from '../../server/contract/booking-wire.ts'
import { Button } from '../../ui-kit/button.tsx'
import { hallBase } from '../../ui-kit/hall-base.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import { DayList } from './day-list.tsx'
import { ImportBookings } from './import-bookings.tsx'
import { MakeBooking } from './make-booking.tsx'
import type { BookingsKey } from './messages.ts'

const renewEveryMs = 15_000

/** The date of an instant on the building's wall clock. */
const dayAt = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)

/** The bookings of a day, one made for somebody, or a whole list of them read in. */
export function BookingsPage() {
  const { t } = useMessages<BookingsKey>()
  const { api, hall, hallNow } = useDesk()
  const [day, setDay] = useState(() => dayAt(hallNow(), hall.site.timeZone))
  const [work, setWork] = useState<'make' | 'import'>('make')
  const [bookings, setBookings] = useState<BookingsAnswer['bookings'] | null>(null)
  const renew = useCallback(async () => {
    const answer = await api.get<BookingsAnswer>(`/api/bookings?day=${day}`).catch(() => null)
    if (answer?.day === day) setBookings(answer.bookings)
  }, [api, day])
  useEffect(() => {
    setBookings(null)
    void renew()
    const timer = setInterval(() => void renew(), renewEveryMs)
    return () => clearInterval(timer)
  }, [renew])
  return (
    <>
      <section className="field card bookings">
        <header className="bookings-head">
          <h1>{t('bookings.title')}</h1>
          <label>
            {t('bookings.day')}
            <input
              type="date"
              required
              value={day}
              onChange={(event) => event.target.value && setDay(event.target.value)}
            />
          </label>
          <a className="k-button" href={`${hallBase}/api/bookings/export?day=${day}`} download>
            {t('bookings.export')}
          </a>
        </header>
        <DayList bookings={bookings} onChange={() => void renew()} />
      </section>
      <section className="panel card bookings-panel">
        <div className="bookings-work">
          {(['make', 'import'] as const).map((each) => (
            <Button key={each} aria-pressed={work === each} onClick={() => setWork(each)}>
              {t(`bookings.${each}`)}
            </Button>
          ))}
        </div>
        {work === 'make' ? (
          <MakeBooking day={day} onDay={setDay} onMade={() => void renew()} />
        ) : (
          <ImportBookings onDone={() => void renew()} />
        )}
      </section>
    </>
  )
}
