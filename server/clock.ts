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

export function createClock(setting: { startAt: number; speed: number } | null): Clock {
  const speed = setting?.speed ?? 1
  const startedReal = Date.now()
  const now = setting ? () => Math.floor(setting.startAt + (Date.now() - startedReal) * speed) : () => Date.now()
  const isTrusted = setting ? () => true : watchForJumps()
  return {
    now,
    speed,
    isTrusted,
    sleep: async (ms, signal) => {
      await delay(Math.max(0, ms / speed), undefined, signal ? { signal } : {})
    },
  }
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
