import { useEffect, useMemo } from 'react'
import type { DisplaySnapshot } from '../server/contract/live.ts'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Hall } from './hall.tsx'
import { NoScreen } from './no-screen.tsx'
import { SoundGate } from './sound-gate.tsx'
import { displayMessages } from './words.ts'

/** The hall display of one zone. */
export function HallPage({ zone, locale, sound }: { zone: string; locale: Locale; sound: boolean }) {
  const messages = useMemo(() => displayMessages(locale), [locale])
  const { live, state } = useLive<DisplaySnapshot>({ view: 'display', zone }, undefined, sound)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const { snapshot, hub } = state
  return (
    <MessagesContext value={messages}>
      {snapshot && hub ? (
        // Another hall on stage starts with a clean field.
        <Hall key={hub.simulation?.seed ?? 'hall'} live={live} state={state} snapshot={snapshot} />
      ) : (
        <NoScreen refused={state.refusal !== null} />
      )}
      {sound && <SoundGate live={live} />}
    </MessagesContext>
  )
}
