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
  /** Waits this many ms of hall time; rejects when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export function createClock(setting: { startAt: number; speed: number } | null): Clock {
  const speed = setting?.speed ?? 1
  const startedReal = Date.now()
  const now = setting ? () => Math.floor(setting.startAt + (Date.now() - startedReal) * speed) : () => Date.now()
  return {
    now,
    speed,
    sleep: async (ms, signal) => {
      await delay(Math.max(0, ms / speed), undefined, signal ? { signal } : {})
    },
  }
}
