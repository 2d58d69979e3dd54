import { useContext, useId, useState } from 'react'
import type { SoundZone } from '../../server/contract/sound.ts'
import { Button } from '../../ui-kit/button.tsx'
import { SoundContext, useSoundWords } from './use-sound.ts'
import { ZoneChoice, zonesAsked } from './zone-choice.tsx'

const lengths = [5, 10, 15, 30]

/** Silences a zone or the building: for some minutes, or until somebody resumes. */
export function PauseForm({ zones }: { zones: readonly SoundZone[] }) {
  const { t } = useSoundWords()
  const { act } = useContext(SoundContext)
  const [zone, setZone] = useState('')
  const [minutes, setMinutes] = useState('10')
  const id = useId()
  const pause = () => act('/api/sound/pause', { ...zonesAsked(zone), ...(minutes && { minutes: Number(minutes) }) })
  return (
    <form
      className="sound-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void pause()
      }}
    >
      <h3 id={`${id}-title`}>{t('pause.title')}</h3>
      <p>{t('pause.about')}</p>
      <ZoneChoice zones={zones} value={zone} onChange={setZone} />
      <label htmlFor={id}>
        {t('pause.long')}
        <select id={id} value={minutes} onChange={(event) => setMinutes(event.target.value)}>
          {lengths.map((n) => (
            <option key={n} value={n}>
              {t('pause.minutes', { n })}
            </option>
          ))}
          <option value="">{t('pause.open')}</option>
        </select>
      </label>
      <Button type="submit">{t('pause.do')}</Button>
    </form>
  )
}
