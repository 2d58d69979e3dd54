import { useEffect, useMemo, useState } from 'react'
import type { DeskAnswer } from '../server/contract/desk.ts'
import type { KioskSnapshot } from '../server/contract/live.ts'
import type { Api } from '../ui-kit/api.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DeskAlerts } from './alerts/desk-alerts.tsx'
import { AnnounceChild } from './announce-child.tsx'
import { Bar, type Language } from './bar.tsx'
import { BookingsPage } from './bookings/bookings-page.tsx'
import type { BookingsKey } from './bookings/messages.ts'
import { DeskContext, type DeskTools } from './desk-context.ts'
import { IssuePage } from './issue/issue-page.tsx'
import { LookupPage } from './lookup/lookup-page.tsx'
import type { DeskKey } from './messages.ts'
import { PaperPage } from './paper/paper-page.tsx'
import { keepPrinter, keptPrinter } from './session.ts'

const pages = ['issue', 'lookup', 'paper', 'bookings'] as const
type Page = (typeof pages)[number]
const keyOf: Record<Page, string> = { issue: 'F2', lookup: 'F3', paper: 'F4', bookings: 'F8' }

interface Props extends Language {
  api: Api
  facts: DeskAnswer
  token: string | undefined
  /** The session no longer holds. */
  onEnded: () => void
  /** The building may have changed. */
  onFacts: () => Promise<void>
}

/** Three kinds of help, one key each: a number for somebody, a number looked up, numbers from paper. */
export function Desk({ api, facts, token, locale, onLocale, onEnded, onFacts }: Props) {
  const { t, pick } = useMessages<DeskKey | BookingsKey>()
  const [page, setPage] = useState<Page>('issue')
  /** Rises with every press of a page's key, so that its first field gets the focus also when it is open already. */
  const [visit, setVisit] = useState(0)
  const [wanted, setWanted] = useState(keptPrinter)
  const printer = facts.kiosks.find(({ code }) => code === wanted)?.code ?? facts.kiosks[0]?.code ?? ''
  const { live, state } = useLive<KioskSnapshot>({ view: 'kiosk', kiosk: facts.kiosks[0]?.code ?? '' }, token)
  const hall = state.snapshot
  const linked = state.link === 'connected'

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const next = pages.find((each) => keyOf[each] === event.key)
      if (!next || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      if (document.querySelector('[role=dialog]')) return
      setPage(next)
      setVisit((before) => before + 1)
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  // What the hub knew may be old once the link has been lost, and the session may have ended.
  useEffect(() => {
    if (state.refusal === 'forbidden') onEnded()
  }, [state.refusal, onEnded])

  const tools = useMemo<DeskTools | null>(
    () => hall && { api, facts, hall, printer, hallNow: live.hallNow, linked },
    [api, facts, hall, printer, live, linked],
  )

  return (
    <div className="desk">
      <Bar
        {...(hall && {
          place: pick(hall.site.name),
          clock: { hallNow: live.hallNow, timeZone: hall.site.timeZone },
        })}
        demo={state.hub?.demo ?? false}
        locale={locale}
        onLocale={onLocale}
      >
        <nav className="switch" aria-label={t('pages')}>
          {pages.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={page === each ? 'page' : undefined}
              onClick={() => {
                setPage(each)
                setVisit(visit + 1)
              }}
            >
              {t(`page.${each}`)}
              <kbd>{keyOf[each]}</kbd>
            </button>
          ))}
        </nav>
        {hall && linked && <AnnounceChild api={api} floors={hall.floors} home={hall.kiosk.floor} />}
        <label className="bar-printer">
          {t('printer')}
          <select
            value={printer}
            onChange={(event) => {
              keepPrinter(event.target.value)
              setWanted(event.target.value)
            }}
          >
            {facts.kiosks.map(({ code, name }) => (
              <option key={code} value={code}>
                {pick(name)}
              </option>
            ))}
          </select>
        </label>
      </Bar>
      <div className="news">
        <p className="lost" role="status">
          {state.link === 'lost' && (
            <>
              <StatusShape state="offline" />
              {hall && state.lostSince !== null
                ? t('link.lost', { time: timeText(state.lostSince, hall.site.timeZone) })
                : t('link.waiting')}
            </>
          )}
        </p>
        {hall && <DeskAlerts api={api} hall={hall} linked={linked} />}
      </div>
      {tools ? (
        <DeskContext value={tools}>
          <main className="pages">
            {page === 'issue' && <IssuePage visit={visit} />}
            {page === 'lookup' && <LookupPage visit={visit} />}
            {page === 'bookings' && <BookingsPage />}
            {page === 'paper' && <PaperPage visit={visit} onFacts={onFacts} />}
          </main>
        </DeskContext>
      ) : (
        <main className="pages">
          <p className="quiet">{t('link.waiting')}</p>
        </main>
      )}
      <footer className="hints">
        {t(`hints.${page}`)
          .split('; ')
          .map((hint) => {
            const [key = '', words = ''] = hint.split('=')
            return (
              <span key={hint}>
                <kbd>{key}</kbd>
                {words}
              </span>
            )
          })}
      </footer>
    </div>
  )
}
