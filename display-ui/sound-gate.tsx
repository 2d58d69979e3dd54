import { useEffect, useState } from 'react'
import type { AnnounceMessage } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import type { Live } from '../ui-kit/live.ts'
import { createSayer, playInBrowser, soundNeedsTouch } from './sound.ts'
import { useWords } from './words.ts'

/** Lends this screen's loudspeaker to the zone. Asks for one touch where the browser wants it. */
export function SoundGate<S>({ live }: { live: Live<S> }) {
  const { t } = useWords()
  const [silent, setSilent] = useState(soundNeedsTouch)
  useEffect(() => {
    const sayer = createSayer(
      playInBrowser,
      (id) => live.tell('announced', id),
      () => setSilent(true),
    )
    return live.on('announce', (message) => sayer.say(message as AnnounceMessage))
  }, [live])
  if (!silent) return null
  return (
    <button type="button" className="sound" onClick={() => setSilent(false)}>
      <span className="sound-words">
        <Icon name="megaphone" />
        {t('hall.sound')}
      </span>
    </button>
  )
}
