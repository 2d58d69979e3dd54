import { setTimeout as delay } from 'node:timers/promises'

/**
 * The hall's clock: queue timers, schedules and the voice follow it. Transport, sessions and rate limits keep real time.
 * Without a setting it is the computer's clock.
 */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Hall seconds per real second. */
  readonly speed: number
  /** False after the computer's clock jumped by more than five minutes, until it is back: the day must not roll over then. */
  isTrusted(): boolean
  /** Waits this many ms of hall time; rejects when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A clock of a rehearsal, whose speed can be changed while it runs. */
export interface AdjustableClock extends Clock {
  setSpeed(speed: number): void
}

export function createClock(setting: { startAt: number; speed: number } | null): Clock {
  return setting ? createAdjustableClock(setting) : computerClock()
}

function computerClock(): Clock {
  return { now: () => Date.now(), speed: 1, isTrusted: watchForJumps(), sleep: (ms, signal) => sleepReal(ms, signal) }
}

export function createAdjustableClock(setting: { startAt: number; speed: number }): AdjustableClock {
  let { startAt, speed } = setting
  let startedReal = performance.now()
  const now = () => Math.floor(startAt + (performance.now() - startedReal) * speed)
  return {
    now,
    get speed() {
      return speed
    },
    isTrusted: () => true,
    sleep: (ms, signal) => sleepReal(ms / speed, signal),
    setSpeed: (next) => {
      startAt = now()
      startedReal = performance.now()
      speed = next
    },
  }
}

async function sleepReal(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(Math.max(0, ms), undefined, signal ? { signal } : {})
}

const jumpMs = 5 * 60_000

/** Compares the wall clock with the monotonic one. Slow correction by a time server passes; a jump does not. */
function watchForJumps(): () => boolean {
  const drift = () => Date.now() - performance.now()
  let expected = drift()
  return () => {
    const now = drift()
    const isNear = Math.abs(now - expected) <= jumpMs
    if (isNear) expected = now
    return isNear
  }
}
