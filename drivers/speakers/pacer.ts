import { type PaceClock, type Played, SpeakerError, type SpeakerFault } from './speaker.ts'

/** What a speaker does meanwhile, and once the announcement has sounded whole. Either failing fails the announcement. */
export type Playing = { during: () => Promise<void>; afterwards?: (played: Played) => Promise<void> }

/** Keeps time for a speaker that has no device to wait for: it holds the line as long as the announcement lasts. */
export type Pacer = {
  fault(): SpeakerFault | null
  /** One at a time. Aborting or closing rejects, but never before the work in hand has come to rest. */
  hold(durationMs: number, signal: AbortSignal, playing: Playing): Promise<Played>
  close(): Promise<void>
}

/** A timer may fire early, in a fast hall by some hundred ms: the rest is waited for, but not a clock that was set back. */
const timerErrorMs = 50
const timerErrors = 10

export function createPacer(name: string, clock: PaceClock): Pacer {
  let closed = false
  let holding: { end: AbortController; rest: Promise<unknown> } | null = null

  const pass = async (durationMs: number, end: AbortController, { during, afterwards }: Playing): Promise<Played> => {
    const startedAt = clock.now()
    const work = during()
    try {
      await Promise.all([work, clock.sleep(durationMs, end.signal)])
      for (let again = 0; again < timerErrors && clock.now() < startedAt + durationMs; again++)
        await clock.sleep(timerErrorMs, end.signal)
      end.signal.throwIfAborted()
    } catch (error) {
      const cause: unknown = end.signal.aborted ? end.signal.reason : error
      end.abort()
      await work.catch(() => undefined)
      throw cause
    }
    const played = { startedAt, endedAt: clock.now() }
    await afterwards?.(played)
    return played
  }

  return {
    fault: () => (closed ? 'closed' : null),
    async hold(durationMs, signal, playing) {
      if (closed) throw new SpeakerError(name, 'closed')
      if (holding) throw new SpeakerError(name, 'busy')
      signal.throwIfAborted()
      const end = new AbortController()
      const abort = () => end.abort(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      const passing = pass(durationMs, end, playing)
      holding = { end, rest: passing.catch(() => undefined) }
      try {
        return await passing
      } finally {
        signal.removeEventListener('abort', abort)
        holding = null
      }
    },
    async close() {
      closed = true
      holding?.end.abort(new SpeakerError(name, 'closed'))
      await holding?.rest
    },
  }
}
