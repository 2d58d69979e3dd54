import { useId } from 'react'
import type { SoundZone } from '../../server/contract/sound.ts'
import { useSoundWords } from './use-sound.ts'

/** One zone, or (empty) the whole building. */
export function ZoneChoice({
  zones,
  value,
  onChange,
}: {
  zones: readonly SoundZone[]
  value: string
  onChange: (zone: string) => void
}) {
  const { t, pick } = useSoundWords()
  const id = useId()
  return (
    <label htmlFor={id}>
      {t('pause.where')}
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('pause.everywhere')}</option>
        {zones.map(({ zone, name }) => (
          <option key={zone} value={zone}>
            {pick(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** As the hub takes it. */
export const zonesAsked = (zone: string): { zones?: string[] } => (zone === '' ? {} : { zones: [zone] })
