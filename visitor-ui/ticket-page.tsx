import { useEffect, useMemo } from 'react'
import type { TicketSnapshot } from '../server/contract/live.ts'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { visitorCatalogue } from './messages.ts'
import { PhoneFrame } from './phone-frame.tsx'
import { rememberTicket } from './remembered-ticket.ts'
import { TicketView } from './ticket-view.tsx'

/** One visitor's number, live, for whoever holds its code. */
export function TicketPage({ publicCode }: { publicCode: string }) {
  const { live, state } = useLive<TicketSnapshot>({ view: 'ticket', publicCode })
  const { snapshot, link, lostSince, refusal } = state
  const [locale, setLocale] = useLocale(snapshot?.ticket.locale)
  const messages = useMemo(() => createMessages(locale, kitCatalogue, visitorCatalogue), [locale])
  const { t } = messages
  useEffect(() => {
    if (snapshot) rememberTicket(publicCode)
  }, [publicCode, snapshot])
  useEffect(() => {
    if (!snapshot) document.title = t(refusal ? 'unknown.title' : 'nav.mine')
  }, [snapshot, refusal, t])
  const calling = snapshot?.ticket.state === 'called'

  return (
    <MessagesContext value={messages}>
      <PhoneFrame
        name={snapshot?.site.short ?? 'Antrean'}
        page="mine"
        mine={refusal ? null : location.pathname}
        demo={state.hub?.demo ?? false}
        calling={calling}
        onLocale={setLocale}
      >
        <p className="lost" role="status">
          {link === 'lost' && (
            <>
              <StatusShape state="offline" />
              {snapshot && lostSince !== null
                ? t('offline.since', { time: timeText(lostSince, snapshot.site.timeZone) })
                : t('offline.never')}
            </>
          )}
        </p>
        {snapshot ? (
          <TicketView snapshot={snapshot} hallNow={live.hallNow} connected={link === 'connected'} />
        ) : refusal ? (
          <section className="unknown">
            <h1>{t('unknown.title')}</h1>
            <p>{t('unknown.text')}</p>
            <a className="k-button k-button-main" href="/visit">
              {t('unknown.services')}
            </a>
          </section>
        ) : (
          <p className="loading">{t('loading')}</p>
        )}
      </PhoneFrame>
    </MessagesContext>
  )
}
