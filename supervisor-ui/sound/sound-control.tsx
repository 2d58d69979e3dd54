import { useContext } from 'react'
import type { SoundZone } from '../../server/contract/sound.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { untilText } from './until-text.ts'
import { SoundContext, useSoundWords } from './use-sound.ts'
import './sound.css'

/** Opens the sound's window; says how many announcements wait. */
export function SoundButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useSoundWords()
  const { sound } = useContext(SoundContext)
  const waiting = sound?.zones.reduce((sum, zone) => sum + zone.waiting, 0) ?? 0
  return (
    <button type="button" onClick={onOpen} disabled={!sound}>
      <Icon name="megaphone" />
      {waiting > 0 ? t('button.waiting', { n: waiting }) : t('button.rest')}
    </button>
  )
}

/** What must not be forgotten: silenced zones, and an alarm on the displays. */
export function SoundBanners({ timeZone }: { timeZone: string }) {
  const { t, pick } = useSoundWords()
  const { sound, act } = useContext(SoundContext)
  if (!sound) return null
  const alarms = sound.said.filter(({ kind, isShown }) => kind === 'evacuation' && isShown)
  return (
    <>
      {alarms.map(({ id, text }) => (
        <div key={id} className="alert-row alert-emergency" role="status">
          <StatusShape state="action" />
          <b>{t('banner.alarm')}</b>
          <span>{pick(text)}</span>
          <button type="button" onClick={() => void act(`/api/sound/announcements/${encodeURIComponent(id)}/withdraw`)}>
            {t('end')}
          </button>
        </div>
      ))}
      {pausesOf(sound.zones).map((zones) => (
        <div key={zones.map(({ zone }) => zone).join()} className="alert-row alert-supervisor" role="status">
          <StatusShape state="held" />
          <b>{t('banner.paused', { zones: zones.map(({ name }) => pick(name)).join(', ') })}</b>
          <span>
            {untilText(zones[0]?.pause ?? null, timeZone, t)}. {t('banner.calls')}
          </span>
          <button type="button" onClick={() => void act('/api/sound/resume', { zones: zones.map(({ zone }) => zone) })}>
            {t('resume')}
          </button>
        </div>
      ))}
    </>
  )
}

/** Zones whose pause ends at the same time, in one line. */
function pausesOf(zones: readonly SoundZone[]): SoundZone[][] {
  const byEnd = new Map<number | null, SoundZone[]>()
  for (const zone of zones) if (zone.pause) byEnd.set(zone.pause.until, [...(byEnd.get(zone.pause.until) ?? []), zone])
  return [...byEnd.values()]
}
