import { useEffect, useMemo } from 'react'
import type { BoothSnapshot } from '../server/contract/live.ts'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useStandstillWords } from '../ui-kit/standstill/words.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Booth } from './booth.tsx'
import { NoScreen } from './no-screen.tsx'
import { useShift } from './rest.ts'
import { displayMessages } from './words.ts'

/** The bar over one booth's door. */
export function BoothPage({ code, locale }: { code: string; locale: Locale }) {
  const messages = useMemo(() => displayMessages(locale), [locale])
  const { state } = useLive<BoothSnapshot>({ view: 'booth', booth: code })
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const { snapshot, lostSince } = state
  const shift = useShift()
  const lost = snapshot !== null && state.link === 'lost' && lostSince !== null
  return (
    <MessagesContext value={messages}>
      {snapshot ? (
        <main
          className={lost || isServedWhileDown(snapshot) ? 'door-page door-old' : 'door-page'}
          style={{ transform: shift }}
        >
          <Booth snapshot={snapshot} />
          {!lost && <ServedWhileDown snapshot={snapshot} />}
          {lost && (
            <p className="door-lost" role="status">
              <StatusShape state="offline" />
              {messages.t('link.lost', { time: timeText(lostSince, snapshot.site.timeZone) })}
            </p>
          )}
          <DemoBanner demo={state.hub?.demo ?? false} className="door-demo" />
        </main>
      ) : (
        <NoScreen refused={state.refusal !== null} />
      )}
    </MessagesContext>
  )
}

/** The booth still has somebody at a counter; the line at the foot says what has stopped. */
const isServedWhileDown = ({ standstill, counters }: BoothSnapshot): boolean =>
  standstill.systems.length > 0 && !standstill.pause && !standstill.closed && counters.some(({ ticket }) => ticket)

function ServedWhileDown({ snapshot }: { snapshot: BoothSnapshot }) {
  const { t } = useStandstillWords()
  if (!isServedWhileDown(snapshot)) return null
  return (
    <p className="door-lost" role="status">
      <StatusShape state="action" />
      {`${t('system.title')}. ${t('system.kept')}`}
    </p>
  )
}
