import { useContext } from 'react'
import type { Fate, Said, SoundZone } from '../../server/contract/sound.ts'
import { Button } from '../../ui-kit/button.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { Window } from '../alerts/window.tsx'
import { AnnounceForm } from './announce-form.tsx'
import type { SoundKey } from './catalogue.ts'
import { PauseForm } from './pause-form.tsx'
import { untilText } from './until-text.ts'
import { SoundContext, useSoundWords } from './use-sound.ts'

/** The hall's sound in one place: announce, pause, and how each zone and each call stands. */
export function SoundWindow({ timeZone, onClose }: { timeZone: string; onClose: () => void }) {
  const { t } = useSoundWords()
  const { sound, trouble } = useContext(SoundContext)
  if (!sound) return null
  return (
    <Window title={t('title')} onClose={onClose}>
      <div className="sound-parts">
        <AnnounceForm zones={sound.zones} texts={sound.texts} />
        <PauseForm zones={sound.zones} />
        <section aria-labelledby="sound-zones">
          <h3 id="sound-zones">{t('zones.title')}</h3>
          <ul className="sound-zones">
            {sound.zones.map((zone) => (
              <ZoneRow key={zone.zone} zone={zone} zones={sound.zones} timeZone={timeZone} />
            ))}
          </ul>
        </section>
        <SaidList said={sound.said} timeZone={timeZone} />
        <FateList fates={sound.fates} timeZone={timeZone} />
      </div>
      <p role="status">{trouble}</p>
      <footer>
        <Button onClick={onClose}>{t('close')}</Button>
      </footer>
    </Window>
  )
}

function ZoneRow({ zone, zones, timeZone }: { zone: SoundZone; zones: readonly SoundZone[]; timeZone: string }) {
  const { t, pick } = useSoundWords()
  const { act } = useContext(SoundContext)
  const name = pick(zone.name)
  const neighbours = zones.filter((other) => other.area === zone.area && other.zone !== zone.zone)
  const now = zone.pause
    ? t('zone.paused', { until: untilText(zone.pause, timeZone, t) })
    : zone.speaking
      ? zone.speaking.label === ''
        ? t('zone.notice')
        : t('zone.speaking', { label: zone.speaking.label })
      : t('zone.silent')
  const facts = [
    ...(zone.waiting > 0 ? [t('zone.waiting', { n: zone.waiting })] : []),
    zone.volume === 0 ? t('zone.quiet') : t('zone.volume', { n: zone.volume }),
    ...(neighbours.length > 0 ? [t('zone.area', { zones: neighbours.map((one) => pick(one.name)).join(', ') })] : []),
  ]
  return (
    <li>
      <StatusShape state={zone.pause ? 'held' : zone.speaking ? 'open' : 'closed'} />
      <b>{name}</b>
      <span>{[now, ...facts].join(', ')}</span>
      <span className="sound-acts">
        <button type="button" onClick={() => void act('/api/sound/test', { zone: zone.zone })}>
          {t('zone.test')}
          <span className="k-sr"> {name}</span>
        </button>
        {zone.pause && (
          <button type="button" onClick={() => void act('/api/sound/resume', { zones: [zone.zone] })}>
            {t('zone.resume')}
            <span className="k-sr"> {name}</span>
          </button>
        )}
      </span>
      <ul className="sound-speakers">
        {zone.loudspeakers.map(({ kind, at, state }) => (
          <li key={`${kind} ${at}`}>
            <StatusShape state={state === 'ready' ? 'open' : 'offline'} />
            {t(`speaker.${kind}` as SoundKey, { at })}: {t(`state.${state}`)}
          </li>
        ))}
      </ul>
    </li>
  )
}

function SaidList({ said, timeZone }: { said: readonly Said[]; timeZone: string }) {
  const { t, pick } = useSoundWords()
  const { act } = useContext(SoundContext)
  const reasonText = useReasonText()
  /** Zone by zone only where they differ. */
  const endsOf = (zones: Said['zones']): string => {
    const ends = zones.map(({ zone, state, reason }) => ({ zone, end: `${t(`said.${state}`)}${reasonText(reason)}` }))
    const isOne = new Set(ends.map(({ end }) => end)).size === 1
    return isOne ? (ends[0]?.end ?? '') : ends.map(({ zone, end }) => `${zone} ${end}`).join(', ')
  }
  return (
    <section aria-labelledby="sound-said">
      <h3 id="sound-said">{t('said.title')}</h3>
      {said.length === 0 && <p>{t('none')}</p>}
      <ol className="sound-list">
        {said.slice(0, 6).map(({ id, at, text, zones, isShown }) => (
          <li key={id}>
            <time>{timeText(at, timeZone)}</time>
            <span>
              {pick(text)} <em>{endsOf(zones)}</em>
            </span>
            {isShown && (
              <button
                type="button"
                onClick={() => void act(`/api/sound/announcements/${encodeURIComponent(id)}/withdraw`)}
              >
                {t('end')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function FateList({ fates, timeZone }: { fates: readonly Fate[]; timeZone: string }) {
  const { t } = useSoundWords()
  const reasonText = useReasonText()
  return (
    <section aria-labelledby="sound-fates">
      <h3 id="sound-fates">{t('fates.title')}</h3>
      {fates.length === 0 && <p>{t('none')}</p>}
      <ol className="sound-list">
        {fates.map(({ callSeq, endedAt, zone, label, state, reason }) => (
          <li key={callSeq}>
            <time>{timeText(endedAt, timeZone)}</time>
            <span>
              <b>{label}</b> {zone} <em>{`${t(`fate.${state}`)}${reasonText(reason)}`}</em>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** ": antrean suara panjang"; nothing where there is no reason to tell. */
function useReasonText(): (reason: string | null) => string {
  const { t } = useSoundWords()
  return (reason) => (reason === null ? '' : `: ${t(`reason.${reason}` as SoundKey)}`)
}
