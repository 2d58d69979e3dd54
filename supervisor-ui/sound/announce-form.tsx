import { useContext, useId, useState } from 'react'
import type { AnnouncementKind, SoundReading, SoundZone } from '../../server/contract/sound.ts'
import { Button } from '../../ui-kit/button.tsx'
import { SoundContext, useSoundWords } from './use-sound.ts'
import { ZoneChoice, zonesAsked } from './zone-choice.tsx'

const ready = ['lost-child', 'disruption', 'closing', 'evacuation'] as const satisfies readonly AnnouncementKind[]
const isReady = (choice: string): choice is (typeof ready)[number] => ready.some((kind) => kind === choice)

/** Ready words, or the building's own; nobody types a sentence in a hurry. */
export function AnnounceForm({ zones, texts }: { zones: readonly SoundZone[]; texts: SoundReading['texts'] }) {
  const { t, pick } = useSoundWords()
  const { act } = useContext(SoundContext)
  const [choice, setChoice] = useState<string>('lost-child')
  const [zone, setZone] = useState('')
  const [minutes, setMinutes] = useState('15')
  const floors = [...new Set(zones.map(({ floor }) => floor))]
  const [floor, setFloor] = useState(String(floors[0] ?? ''))
  const id = useId()
  const wish = isReady(choice)
    ? {
        kind: choice,
        ...(choice === 'closing' && { minutes: Number(minutes) }),
        ...(choice === 'lost-child' && floors.length > 1 && { floor: Number(floor) }),
      }
    : { kind: 'text', code: choice }
  return (
    <form
      className="sound-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void act('/api/sound/announcements', { ...wish, ...zonesAsked(zone) })
      }}
    >
      <h3 id={`${id}-title`}>{t('announce.title')}</h3>
      <label htmlFor={id}>
        {t('announce.what')}
        <select id={id} value={choice} onChange={(event) => setChoice(event.target.value)}>
          {ready.map((kind) => (
            <option key={kind} value={kind}>
              {t(`announce.${kind}`)}
            </option>
          ))}
          {texts.map(({ code, text }) => (
            <option key={code} value={code}>
              {pick(text)}
            </option>
          ))}
        </select>
      </label>
      {choice === 'closing' && (
        <label htmlFor={`${id}-minutes`}>
          {t('announce.minutes')}
          <input
            id={`${id}-minutes`}
            type="number"
            min={1}
            max={180}
            required
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </label>
      )}
      {choice === 'lost-child' && floors.length > 1 && (
        <label htmlFor={`${id}-floor`}>
          {t('announce.floor')}
          <select id={`${id}-floor`} value={floor} onChange={(event) => setFloor(event.target.value)}>
            {floors.map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </select>
        </label>
      )}
      {choice === 'lost-child' && <p>{t('announce.private')}</p>}
      <ZoneChoice zones={zones} value={zone} onChange={setZone} />
      <Button main type="submit">
        {t('announce.do')}
      </Button>
    </form>
  )
}
