import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DeskAnswer } from '../server/contract/desk.ts'
import { createApi } from '../ui-kit/api.ts'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Bar } from './bar.tsx'
import { bookingsCatalogue } from './bookings/messages.ts'
import { Desk } from './desk.tsx'
import { deskCatalogue } from './messages.ts'
import { forgetToken, keepToken, keptToken } from './session.ts'
import { SignIn } from './sign-in.tsx'

/** What the hub lets this browser do: nothing known yet, not signed in, or the facts the desk works with. */
type Entry = 'asking' | 'unreached' | 'closed' | DeskAnswer
const retryMs = 2_000

/** The information desk: the door, and the desk behind it. */
export function DeskPage() {
  const [locale, setLocale] = useLocale()
  const messages = useMemo(() => createMessages(locale, kitCatalogue, deskCatalogue, bookingsCatalogue), [locale])
  const [token, setToken] = useState(keptToken)
  const [entry, setEntry] = useState<Entry>('asking')
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  const { t } = messages

  const ask = useCallback(async () => {
    try {
      const facts = await api.get<DeskAnswer>('/api/desk')
      setEntry(facts.kiosks.length > 0 ? facts : 'closed')
    } catch {
      // An open desk stays open while the hub is away.
      setEntry((before) => (typeof before === 'object' ? before : 'unreached'))
    }
  }, [api])
  useEffect(() => void ask(), [ask])
  useEffect(() => {
    if (entry !== 'unreached') return
    const timer = setTimeout(() => void ask(), retryMs)
    return () => clearTimeout(timer)
  }, [entry, ask])
  useEffect(() => {
    document.title = t('title')
  }, [t])

  const leave = () => {
    forgetToken()
    setToken(undefined)
    setEntry('closed')
  }

  return (
    <MessagesContext value={messages}>
      {typeof entry === 'object' ? (
        <Desk
          api={api}
          facts={entry}
          token={token}
          locale={locale}
          onLocale={setLocale}
          onEnded={leave}
          onFacts={ask}
        />
      ) : (
        <div className="desk door">
          <Bar locale={locale} onLocale={setLocale} />
          <main className="door-main">
            {entry === 'closed' ? (
              <SignIn
                onToken={(next) => {
                  keepToken(next)
                  setEntry('asking')
                  setToken(next)
                }}
              />
            ) : (
              <p className="quiet" role="status">
                {t('link.waiting')}
              </p>
            )}
          </main>
        </div>
      )}
    </MessagesContext>
  )
}
