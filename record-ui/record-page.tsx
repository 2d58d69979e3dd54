import { useCallback, useEffect, useMemo, useState } from 'react'
import type { VoicesAnswer } from '../server/contract/voice.ts'
import { ApiError } from '../ui-kit/api.ts'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { openDoor } from './door.ts'
import { recordCatalogue } from './messages.ts'
import { keepToken, keptToken } from './session.ts'
import { Shelf } from './shelf.tsx'
import { SignIn } from './sign-in.tsx'
import { Studio } from './studio.tsx'

type Entry = 'asking' | 'unreached' | 'closed' | VoicesAnswer

const packInAddress = (): string | null => location.hash.slice(1) || null

/** The shelf of voices, and the studio of one of them: `/rekam#suara-ruang-tunggu`, so that a reload stays where it was. */
export function RecordPage() {
  const [locale, setLocale] = useLocale()
  const messages = useMemo(() => createMessages(locale, kitCatalogue, recordCatalogue), [locale])
  const [token, setToken] = useState(keptToken)
  const [entry, setEntry] = useState<Entry>('asking')
  const [code, setCode] = useState(packInAddress)
  const door = useMemo(() => openDoor(token), [token])
  const { t } = messages

  const ask = useCallback(async () => {
    try {
      setEntry(await door.voices())
    } catch (error) {
      const isClosed = error instanceof ApiError && (error.status === 401 || error.status === 403)
      setEntry((before) => (isClosed ? 'closed' : typeof before === 'object' ? before : 'unreached'))
    }
  }, [door])
  useEffect(() => void ask(), [ask])
  useEffect(() => {
    const follow = () => {
      setCode(packInAddress())
      void ask()
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [ask])
  useEffect(() => {
    document.title = t('title')
  }, [t])

  const enter = (next: string) => {
    keepToken(next)
    setEntry('asking')
    setToken(next)
  }
  return (
    <MessagesContext value={messages}>
      <div className="page">
        <header className="bar">
          <Logo size={32} />
          <b>{t('title')}</b>
          <LanguageButton locale={locale} onChange={setLocale} className="bar-language" />
        </header>
        <main>
          {typeof entry === 'object' ? (
            code === null ? (
              <Shelf door={door} voices={entry} onChange={ask} />
            ) : (
              <Studio key={code} door={door} code={code} />
            )
          ) : entry === 'closed' ? (
            <SignIn onToken={enter} />
          ) : (
            <p className="quiet" role="status">
              {t(entry === 'unreached' ? 'fault.hub' : 'waiting')}
            </p>
          )}
        </main>
      </div>
    </MessagesContext>
  )
}
