import { useCallback } from 'react'
import { useHallReading } from '../clock.tsx'
import { DemoBanner } from '../demo-banner.tsx'
import { Logo } from '../logo.tsx'
import { timeText } from '../time-text.ts'
import { Both } from './both.tsx'
import { PairingPanel } from './pairing-panel.tsx'

/** `/device`: a machine that is to become one. */
export function PairPage() {
  return (
    <main className="device-page">
      <h1>
        <Both say="pair.title" />
      </h1>
      <PairingPanel />
    </main>
  )
}

export function LockedPage({ isDemo }: { isDemo: boolean }) {
  return (
    <main className="device-page">
      <Logo size="16vmin" />
      <div role="alert">
        <h1>
          <Both say="locked.title" />
        </h1>
      </div>
      <p>
        <Both say="locked.text" />
      </p>
      <DemoBanner demo={isDemo} corner />
    </main>
  )
}

/** Its credential was taken away: nothing of the hall, and the way back. */
export function ForgottenPage() {
  return (
    <main className="device-page">
      <div role="alert">
        <h1>
          <Both say="forgotten.title" />
        </h1>
      </div>
      <p>
        <Both say="forgotten.text" />
      </p>
      <PairingPanel />
    </main>
  )
}

/** Outside its hours: black but for the time, which wanders so that it burns into no glass. */
export function AsleepPage({ timeZone, aheadMs, isDemo }: { timeZone: string; aheadMs: number; isDemo: boolean }) {
  const now = useCallback(() => Date.now() + aheadMs, [aheadMs])
  const time = useHallReading(
    now,
    useCallback((at: number) => timeText(at, timeZone), [timeZone]),
  )
  const minute = Number(time.slice(3))
  return (
    <main className="device-asleep">
      <h1 className="k-sr">
        <Both say="asleep.title" />
      </h1>
      <time style={{ left: `${10 + ((minute * 7) % 70)}%`, top: `${10 + ((minute * 11) % 70)}%` }}>{time}</time>
      <DemoBanner demo={isDemo} corner />
    </main>
  )
}

/** The name over the whole screen, and told to whoever listens to it. What lies below goes on. */
export function NameOverlay({ name, isShown }: { name: string; isShown: boolean }) {
  return (
    <>
      <div className="k-sr" role="status">
        {isShown && <Both say="identify.name" values={{ name }} />}
      </div>
      {isShown && (
        <div className="device-name" aria-hidden="true">
          <b style={{ fontSize: nameSize(name) }}>{name}</b>
        </div>
      )}
    </>
  )
}

/** As large as its longest word and its length let it be, in lines of at most a dozen letters; CSS pixels. */
function nameSize(name: string): number {
  const widest = Math.max(...name.split(/\s+/).map((word) => word.length), Math.min(12, name.length))
  const lines = Math.ceil(name.length / widest) + (name.length > widest ? 1 : 0)
  return Math.floor(Math.min((innerWidth * 1.4) / widest, (innerHeight * 0.7) / lines))
}
