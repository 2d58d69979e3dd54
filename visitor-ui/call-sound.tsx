import { useEffect, useRef, useState } from 'react'
import type { VisitorTicketWire } from '../server/contract/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { playChime } from './chime.ts'
import type { VisitorKey } from './messages.ts'

/** ms on, off, on. */
const buzz = [300, 200, 300]

/**
 * Vibrates at each call where the phone lets it, and rings the chime once the visitor has switched it on: browsers
 * give sound to a page only after a touch.
 */
export function CallSound({ ticket: { state, calls } }: { ticket: VisitorTicketWire }) {
  const { t } = useMessages<VisitorKey>()
  const [audio, setAudio] = useState<AudioContext | null>(null)
  const ring = useRef(() => {})
  ring.current = () => {
    navigator.vibrate?.(buzz)
    if (audio) playChime(audio)
  }
  // A page opened during a call has nothing new to tell.
  const told = useRef(state === 'called' ? calls : 0)
  useEffect(() => {
    if (state !== 'called') {
      told.current = 0
    } else if (calls > told.current) {
      told.current = calls
      ring.current()
    }
  }, [state, calls])
  useEffect(() => () => void audio?.close(), [audio])

  const toggle = () => {
    if (audio) return setAudio(null)
    const opened = new AudioContext()
    playChime(opened)
    setAudio(opened)
  }
  if (state === 'called') return null
  return (
    <section className="band sound">
      <Button icon="megaphone" aria-pressed={audio !== null} onClick={toggle}>
        {t('alert.on')}
      </Button>
      <p className="note">{t('alert.note')}</p>
    </section>
  )
}
