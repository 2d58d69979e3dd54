import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { HallSnapshot } from '../server/contract/live.ts'
import { createApi } from '../ui-kit/api.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Alerts } from './alerts/alerts.tsx'
import { Bar } from './bar.tsx'
import { useRoute } from './console/route.ts'
import { LiveTab } from './live-tab.tsx'
import { shellCatalogue } from './messages/shell.ts'
import { supervisorCatalogue } from './messages.ts'
import { keepToken, keptToken } from './session.ts'
import { SignIn } from './sign-in.tsx'

/** The console is a bundle of its own: the live tab stands without it. */
const HallConsole = lazy(() => import('./console/hall-console.tsx').then((module) => ({ default: module.HallConsole })))
const AgencyConsole = lazy(() =>
  import('./console/agency-console.tsx').then((module) => ({ default: module.AgencyConsole })),
)

const minuteOf = (now: number) => Math.floor(now / 60_000) * 60_000

/** The hall as its supervisor sees it, live; and the building as its people change it. */
export function Supervisor() {
  const [locale, setLocale] = useLocale()
  const [token, setToken] = useState(keptToken)
  const [switching, setSwitching] = useState(false)
  const { live, state } = useLive<HallSnapshot>({ view: 'hall' }, token)
  const way = useRoute()
  const messages = useMemo(() => createMessages(locale, kitCatalogue, supervisorCatalogue, shellCatalogue), [locale])
  const { t } = messages
  const { tab } = way.route
  const hall = state.snapshot
  const reading = useHallReading(live.hallNow, minuteOf)
  // Waits stand still at the moment the link was lost: nobody knows who has been called since.
  const now = state.lostSince === null ? reading : minuteOf(state.lostSince)
  const isIn = hall !== null || (state.refusal !== null && token !== undefined)
  const demo = state.hub?.demo ?? false
  const enter = (next: string) => {
    keepToken(next)
    setToken(next)
    setSwitching(false)
  }
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  useEffect(() => {
    document.title = tab === 'langsung' ? t('title') : t('page.title', { tab: t(`tab.${tab}`) })
  }, [t, tab])

  const door = <SignIn onToken={enter} />
  return (
    <MessagesContext value={messages}>
      <div className="page">
        <Bar
          hall={hall}
          live={live}
          locale={locale}
          demo={demo}
          tab={isIn && !switching ? tab : null}
          onLocale={setLocale}
          onSwitch={demo && isIn && !switching ? () => setSwitching(true) : null}
        />
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
        {hall && <Alerts hall={hall} hallNow={live.hallNow} token={token} isLive={tab === 'langsung' && !switching} />}
        <main className={hall && tab === 'langsung' && !switching ? 'live' : 'console'}>
          <Suspense fallback={<p className="quiet">{t('waiting')}</p>}>
            {switching ? (
              door
            ) : hall ? (
              tab === 'langsung' ? (
                <LiveTab hall={hall} now={now} token={token} api={api} way={way} />
              ) : (
                <HallConsole api={api} hall={hall} now={now} locale={locale} way={way} />
              )
            ) : state.refusal && token ? (
              <AgencyConsole key={token} api={api} token={token} locale={locale} way={way} door={door} />
            ) : state.refusal ? (
              door
            ) : (
              <p className="quiet">{t('waiting')}</p>
            )}
          </Suspense>
        </main>
      </div>
    </MessagesContext>
  )
}
