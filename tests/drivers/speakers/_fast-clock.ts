import type { PaceClock } from '../../../drivers/speakers/speaker.ts'

/** A hall's clock that runs so many times faster than the real one, from 08.00 WITA on 14 July 2026. */
export function startFastClock(factor: number): PaceClock {
  const from = Date.parse('2026-07-14T08:00:00+08:00')
  const started = performance.now()
  return {
    now: () => from + (performance.now() - started) * factor,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const end = () => {
          clearTimeout(timer)
          reject(signal?.reason)
        }
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', end)
          resolve()
        }, ms / factor)
        signal?.addEventListener('abort', end)
      }),
  }
}
