import { useEffect, useMemo, useState } from 'react'
import type { HallSnapshot } from '../server/contract/live.ts'
import { Clock, DateLine, useHallReading } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import type { Live } from '../ui-kit/live.ts'
import { Logo } from '../ui-kit/logo.tsx'
import { createMessages, type Locale } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext, useMessages } from '../ui-kit/use-messages.ts'
import { BoothTable } from './booth-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { type SupervisorKey, supervisorCatalogue } from './messages.ts'
import { OutOfOrder } from './out-of-order.tsx'
import { keepToken, keptToken } from './session.ts'
import { SignIn } from './sign-in.tsx'

/** The hall as its supervisor sees it: where to act, live. */
export function Supervisor() {
  const [locale, setLocale] = useLocale()
  const [token, setToken] = useState(keptToken)
  const { live, state } = useLive<HallSnapshot>({ view: 'hall' }, token)
  const messages = useMemo(() => createMessages(locale, kitCatalogue, supervisorCatalogue), [locale])
  const { t } = messages
  const hall = state.snapshot
  const enter = (next: string) => {
    keepToken(next)
    setToken(next)
  }
  useEffect(() => {
    document.title = t('title')
  }, [t])

  return (
    <MessagesContext value={messages}>
      <div className="page">
        <Bar hall={hall} live={live} locale={locale} demo={state.hub?.demo ?? false} onLocale={setLocale} />
        <p className="lost" role="status">
          {state.link === 'lost' && (
            <>
              <StatusShape state="offline" />
              {hall && state.lostSince !== null
                ? t('link.lost', { time: timeText(state.lostSince, hall.site.timeZone) })
                : t('waiting')}
            </>
          )}
        </p>
        <main>
          {hall ? (
            <Hall hall={hall} live={live} lostSince={state.lostSince} />
          ) : state.refusal ? (
            <SignIn onToken={enter} />
          ) : (
            <p className="quiet">{t('waiting')}</p>
          )}
        </main>
      </div>
    </MessagesContext>
  )
}

const minuteOf = (now: number) => Math.floor(now / 60_000) * 60_000

/** Waits stand still at the moment the link was lost: nobody knows who has been called since. */
function Hall(props: { hall: HallSnapshot; live: Live<HallSnapshot>; lostSince: number | null }) {
  const { hall, live, lostSince } = props
  const { t } = useMessages<SupervisorKey>()
  const reading = useHallReading(live.hallNow, minuteOf)
  const now = lostSince === null ? reading : minuteOf(lostSince)
  return (
    <>
      <h1 className="k-sr">{t('title')}</h1>
      <KeyFigures hall={hall} now={now} />
      <BoothTable booths={hall.booths} now={now} timeZone={hall.site.timeZone} />
      <OutOfOrder hall={hall} />
    </>
  )
}

function Bar({
  hall,
  live,
  locale,
  demo,
  onLocale,
}: {
  hall: HallSnapshot | null
  live: Live<HallSnapshot>
  locale: Locale
  demo: boolean
  onLocale: (locale: Locale) => void
}) {
  return (
    <header className="bar">
      <Logo size={32} />
      <b>{hall?.site.short ?? 'Antrean'}</b>
      <DemoBanner demo={demo} />
      <div className="right">
        <LanguageButton locale={locale} onChange={onLocale} className="language" />
        {hall && (
          <>
            <DateLine hallNow={live.hallNow} timeZone={hall.site.timeZone} locale={locale} />
            <Clock hallNow={live.hallNow} timeZone={hall.site.timeZone} className="time" />
          </>
        )}
      </div>
    </header>
  )
}
