import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { approvedCatalogue } from '../ui-kit/messages/approved.ts'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Desk } from './desk.tsx'
import type { Language } from './language.ts'
import { counterCatalogue } from './messages.ts'
import { keepSeat, type Seat, seatOfAddress } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { WaitingForHub } from './waiting-for-hub.tsx'

/** The officer's page: the desk of one counter, or the door to it. */
export function CounterPage() {
  const [locale, setLocale] = useLocale()
  const [seat, setSeat] = useState(seatOfAddress)
  const [visit, setVisit] = useState(0)
  const messages = useMemo(() => createMessages(locale, kitCatalogue, approvedCatalogue, counterCatalogue), [locale])
  useEffect(() => {
    document.title = messages.t('page.title')
  }, [messages])

  const sit = (next: Seat) => {
    keepSeat(next)
    setSeat(next)
    // The handshake carries the session: a new one needs a new connection.
    setVisit((count) => count + 1)
  }
  const language = { locale, onLocale: setLocale }
  return (
    <MessagesContext value={messages}>
      {seat ? (
        <Seated key={visit} seat={seat} onSeat={sit} {...language} />
      ) : (
        <SignIn onSeat={sit} asked={null} {...language} />
      )}
    </MessagesContext>
  )
}

function Seated({ seat, onSeat, ...language }: { seat: Seat; onSeat: (seat: Seat) => void } & Language) {
  const { live, state } = useLive<CounterSnapshot>({ view: 'counter', counter: seat.counter }, seat.token)
  const [ended, setEnded] = useState(false)
  const end = useCallback(() => setEnded(true), [])
  if (ended || state.refusal === 'forbidden' || state.refusal === 'unknown') {
    return <SignIn onSeat={onSeat} asked={seat.counter} {...language} />
  }
  if (!state.snapshot) return <WaitingForHub />
  return <Desk live={live} state={state} snapshot={state.snapshot} token={seat.token} onEnded={end} {...language} />
}
