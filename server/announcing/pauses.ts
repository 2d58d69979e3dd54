import type { PaceClock } from '../../drivers/speakers/speaker.ts'

/** Epoch ms of the hall's clock; `until` null = until somebody resumes. */
export interface SoundPause {
  readonly since: number
  readonly until: number | null
}

interface PausePorts {
  readonly clock: PaceClock
  /** Kept over a restart of the hub. */
  readonly log: {
    list(): Promise<readonly (SoundPause & { area: string })[]>
    put(pause: SoundPause & { area: string }): Promise<void>
    remove(area: string): Promise<void>
  }
  /** A pause has ended: what waits is spoken now. */
  readonly onEnd: () => void
  readonly warn: (details: object, message: string) => void
}

/** Areas whose loudspeakers somebody has silenced for a while, as for the call to prayer. Ends by itself when it says so. */
export function createPauses({ clock, log, onEnd, warn }: PausePorts) {
  const pauses = new Map<string, SoundPause & { end: AbortController }>()
  const keep = (work: Promise<void>) =>
    void work.catch((error: unknown) => warn({ error }, 'a pause of the sound could not be kept'))

  const begin = (area: string, { since, until }: SoundPause): void => {
    pauses.get(area)?.end.abort()
    const end = new AbortController()
    pauses.set(area, { since, until, end })
    if (until === null) return
    clock.sleep(Math.max(0, until - clock.now()), end.signal).then(
      () => pauses.get(area)?.end === end && resume(area),
      () => undefined,
    )
  }
  const resume = (area: string): void => {
    const pause = pauses.get(area)
    if (!pause) return
    pause.end.abort()
    pauses.delete(area)
    keep(log.remove(area))
    onEnd()
  }

  return {
    /** Takes up the pauses that stood when the hub stopped. */
    open: async (): Promise<void> => {
      for (const { area, ...pause } of await log.list()) begin(area, pause)
    },
    of: (area: string): SoundPause | null => {
      const pause = pauses.get(area)
      return pause ? { since: pause.since, until: pause.until } : null
    },
    pause: (area: string, until: number | null): void => {
      const pause = { since: clock.now(), until }
      begin(area, pause)
      keep(log.put({ area, ...pause }))
    },
    resume,
    close: (): void => {
      for (const { end } of pauses.values()) end.abort()
    },
  }
}
export type Pauses = ReturnType<typeof createPauses>
