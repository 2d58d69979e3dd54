import { useCallback, useEffect, useRef, useState } from 'react'
import type { DisplayCall, DisplaySnapshot } from '../server/contract/live.ts'
import type { Layout } from '../server/contract/media.ts'
import { Clock, DateLine, useHallReading } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import type { Live, LiveState } from '../ui-kit/live.ts'
import { Logo } from '../ui-kit/logo.tsx'
import { stillScene, useStandstillWords } from '../ui-kit/standstill/words.ts'
import { timeText } from '../ui-kit/time-text.ts'
import { AnnouncementField } from './announcement-field.tsx'
import { HallBody } from './hall-body.tsx'
import { NightField } from './night-field.tsx'
import { useShift } from './rest.ts'
import { StillField } from './still-field.tsx'
import type { Scene } from './takeover.ts'
import { Takeover } from './takeover-field.tsx'
import { Ticker } from './ticker.tsx'
import { useTakeovers } from './use-takeovers.ts'
import { useWords } from './words.ts'

interface Props {
  live: Live<DisplaySnapshot>
  state: LiveState<DisplaySnapshot>
  snapshot: DisplaySnapshot
  /** Instead of the zone's own, to try one out. */
  layout?: Layout | undefined
}

/** The hall at rest, and over it the calls that take the field. */
export function Hall({ live, state, snapshot, layout = snapshot.layout }: Props) {
  const { t, locale } = useWords()
  const { site, zone, calls } = snapshot
  const scene = useTakeovers(calls, live.hallSpeed())
  const leaving = useLeaving(scene)
  const minutesLeft = useMinutesLeft(snapshot.closing, live.hallNow)
  const still = stillScene(snapshot.standstill, useStandstillWords(), site.timeZone)
  const lostAt = state.link === 'lost' && state.lostSince !== null ? timeText(state.lostSince, site.timeZone) : null
  return (
    <main className={`hall hall-as-${layout}`} style={{ transform: useShift() }}>
      <header className="hall-head">
        <Logo size="6.8rem" />
        <h1>{site.short}</h1>
        <span className="hall-floor">{t('place.floor', { level: zone.floor })}</span>
        <DemoBanner demo={state.hub?.demo ?? false} className="hall-demo" />
        <div className="hall-clock">
          <DateLine hallNow={live.hallNow} timeZone={site.timeZone} locale={locale} className="hall-date" />
          <Clock hallNow={live.hallNow} timeZone={site.timeZone} />
        </div>
      </header>
      <HallBody
        live={live}
        snapshot={snapshot}
        layout={layout}
        stepping={leaving !== null}
        covered={scene !== null || still !== null || snapshot.isNight}
        lostAt={lostAt}
      />
      <Ticker
        lines={snapshot.ticker}
        lostAt={lostAt}
        closing={minutesLeft === null ? null : t('hall.closing', { n: minutesLeft })}
      />
      {snapshot.isNight && <NightField live={live} site={site} demo={state.hub?.demo ?? false} />}
      {scene && (
        <Takeover
          key={scene.calls.map(({ id }) => id).join(' ')}
          calls={scene.calls}
          zone={zone}
          timeZone={site.timeZone}
        />
      )}
      {still && <StillField scene={still} />}
      {snapshot.announcement && <AnnouncementField said={snapshot.announcement} />}
      {leaving && <Takeover calls={leaving} zone={zone} timeZone={site.timeZone} leaving />}
    </main>
  )
}

/** Minutes to the end of the day, once it is time to say so; else null. */
function useMinutesLeft(closing: DisplaySnapshot['closing'], hallNow: () => number): number | null {
  const { noticeAt, endsAt } = closing ?? { noticeAt: 0, endsAt: 0 }
  const read = useCallback(
    (now: number) => (now >= noticeAt && now < endsAt ? Math.ceil((endsAt - now) / 60_000) : 0),
    [noticeAt, endsAt],
  )
  return useHallReading(hallNow, read) || null
}

const foldMs = 420

/** The calls whose field folds away just now: only when no other scene follows. */
function useLeaving(scene: Scene<DisplayCall> | null): readonly DisplayCall[] | null {
  const [leaving, setLeaving] = useState<readonly DisplayCall[] | null>(null)
  const before = useRef<Scene<DisplayCall> | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = scene
    if (scene || !last) {
      setLeaving(null)
      return
    }
    setLeaving(last.calls)
    const timer = setTimeout(() => setLeaving(null), foldMs)
    return () => clearTimeout(timer)
  }, [scene])
  return leaving
}
