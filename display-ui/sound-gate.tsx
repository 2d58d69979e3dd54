import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AnnounceMessage } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import type { Live } from '../ui-kit/live.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { createSayer, playInBrowser, soundNeedsTouch, wakeSound } from './sound.ts'
import { useWords } from './words.ts'

/** `asking`: the browser wants a touch or a key first. `stopped`: it had sound, and wants one again. `broken`: it cannot. */
type Sound = 'on' | 'asking' | 'stopped' | 'broken'

/** Lends this screen's loudspeaker to the zone. Asks for one touch, or for OK on the remote, where the browser wants it. */
export function SoundGate<S>({ live }: { live: Live<S> }) {
  const [sound, setSound] = useState<Sound>(() => (soundNeedsTouch() ? 'asking' : 'on'))
  useEffect(() => {
    const sayer = createSayer(
      playInBrowser,
      (id) => {
        live.tell('announced', id)
        setSound('on')
      },
      (isBlocked) => setSound((before) => (isBlocked ? (before === 'asking' ? 'asking' : 'stopped') : 'broken')),
    )
    return live.on('announce', (message) => sayer.say(message as AnnounceMessage))
  }, [live])
  // Whoever cannot be heard leaves the sound to another display of the zone; told anew with every connection.
  const link = useSyncExternalStore(live.subscribe, () => live.state().link)
  const isHeard = sound === 'on' || sound === 'broken'
  useEffect(() => {
    if (link === 'connected') live.tell('sound', isHeard)
  }, [live, link, isHeard])
  const wake = useCallback(() => {
    wakeSound()
    setSound('on')
  }, [])
  if (sound === 'on') return null
  return sound === 'broken' ? <Broken /> : <Ask stopped={sound === 'stopped'} onWake={wake} />
}

/** The whole screen takes the touch, and any key of a remote that has no pointer: only the foot says so, for the calls go on. */
function Ask({ stopped, onWake }: { stopped: boolean; onWake: () => void }) {
  const { t } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      onWake()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onWake])
  return (
    <button ref={button} type="button" className="sound" onClick={onWake}>
      <span className="sound-words">
        <Icon name="megaphone" />
        {t(stopped ? 'hall.sound-lost' : 'hall.sound')}
      </span>
    </button>
  )
}

function Broken() {
  const { t } = useWords()
  return (
    <p className="sound-broken" role="status">
      <StatusShape state="action" />
      {t('hall.sound-broken')}
    </p>
  )
}
