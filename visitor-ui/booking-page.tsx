import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { BookingAnswer } from '../server/contract/booking-wire.ts'
import { ApiError, createApi } from '../ui-kit/api.ts'
import { hallBase } from '../ui-kit/hall-base.ts'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { BookingView } from './booking-view.tsx'
import { visitorCatalogue } from './messages.ts'
import { PhoneFrame } from './phone-frame.tsx'

const api = createApi({ giveUpAfterMs: 5_000 })
const renewEveryMs = 30_000

/** One booking, for whoever holds its code: when, where, what to bring, and the way to give it back (R4.8). */
export function BookingPage({ code }: { code: string }) {
  const path = `/api/bookings/${encodeURIComponent(code)}`
  const { data, error, refetch } = useQuery({
    queryKey: ['booking', code],
    queryFn: () => api.get<BookingAnswer>(path),
    refetchInterval: renewEveryMs,
  })
  const [locale, setLocale] = useLocale(data?.booking.locale)
  const messages = useMemo(() => createMessages(locale, kitCatalogue, visitorCatalogue), [locale])
  const { t } = messages
  useEffect(() => {
    document.title = t('booking.title')
  }, [t])
  const isUnknown = error instanceof ApiError && error.status === 404
  const ticket = data?.booking.ticket
  return (
    <MessagesContext value={messages}>
      <PhoneFrame
        name={data?.site.short ?? 'Antrean'}
        page="booking"
        mine={ticket ? `${hallBase}/t/${ticket}` : null}
        demo={data?.demo ?? false}
        onLocale={setLocale}
      >
        <p className="lost" role="status">
          {error && !isUnknown && (
            <>
              <StatusShape state="offline" />
              {t('offline.never')}
            </>
          )}
        </p>
        {data ? (
          <BookingView answer={data} api={api} onChange={() => void refetch()} />
        ) : isUnknown ? (
          <section className="unknown">
            <h1>{t('booking.unknown')}</h1>
            <p>{t('booking.unknown.text')}</p>
            <a className="k-button k-button-main" href={`${hallBase}/visit`}>
              {t('unknown.services')}
            </a>
          </section>
        ) : (
          !error && <p className="loading">{t('loading')}</p>
        )}
      </PhoneFrame>
    </MessagesContext>
  )
}
