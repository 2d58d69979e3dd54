import { useEffect, useMemo } from 'react'
import type { DisplaySnapshot } from '../server/contract/live.ts'
import type { Layout } from '../server/contract/media.ts'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { Hall } from './hall.tsx'
import { NoScreen } from './no-screen.tsx'
import { SoundGate } from './sound-gate.tsx'
import { displayMessages } from './words.ts'

interface Props {
  zone: string
  locale: Locale
  /** It lends its loudspeaker. */
  sound: boolean
  layout?: Layout | undefined
}

/** The hall display of one zone. */
export function HallPage({ zone, locale, sound, layout }: Props) {
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
        <Hall key={hub.simulation?.seed ?? 'hall'} live={live} state={state} snapshot={snapshot} layout={layout} />
      ) : (
        <NoScreen refused={state.refusal !== null} />
      )}
      {sound && <SoundGate live={live} />}
    </MessagesContext>
  )
}
