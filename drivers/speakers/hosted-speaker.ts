import { encodeWav } from '../voices/wav.ts'
import { type Announcement, type PaceClock, type Speaker, SpeakerError, type SpeakerFault } from './speaker.ts'

/** The PC that lends its sound card, as long as it is there. Nothing here rejects; null: the connection was lost before the answer. */
export interface SpeakerHost {
  /** Why its sound card cannot play now; null when it can. */
  fault(): SpeakerFault | null
  /** Brings a sound over; gives its name. */
  put(wav: Uint8Array): Promise<string | null>
  /** Sounds at once; answers when it has sounded whole, or why not. */
  play(sound: { id: string; bytes: string; durationMs: number }): Promise<'played' | SpeakerFault | null>
  stop(id: string): void
}

export interface HostedSpeakerOptions {
  readonly name: string
  readonly host: SpeakerHost
  readonly clock: PaceClock
  readonly newId: () => string
}

/** The sound card of another PC, lent by its device host. A connection lost while it plays is a failed announcement. */
export function openHostedSpeaker({ name, host, clock, newId }: HostedSpeakerOptions): Speaker {
  const closing = new AbortController()
  let playing: Promise<unknown> | null = null

  const sound = async ({ audio, durationMs }: Announcement, signal: AbortSignal) => {
    const bytes = await host.put(encodeWav(audio))
    if (bytes === null) throw new SpeakerError(name, 'offline')
    signal.throwIfAborted()
    const id = newId()
    const stop = () => host.stop(id)
    const startedAt = clock.now()
    signal.addEventListener('abort', stop, { once: true })
    const answer = await host.play({ id, bytes, durationMs })
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
    if (answer !== 'played') throw new SpeakerError(name, answer ?? 'offline')
    return { startedAt, endedAt: clock.now() }
  }

  return {
    name,
    state() {
      const reason = closing.signal.aborted ? 'closed' : host.fault()
      return reason ? { ready: false, reason } : { ready: true }
    },
    async play(announcement, signal) {
      if (closing.signal.aborted) throw new SpeakerError(name, 'closed')
      if (playing !== null) throw new SpeakerError(name, 'busy')
      const fault = host.fault()
      if (fault) throw new SpeakerError(name, fault)
      const sounding = sound(announcement, AbortSignal.any([signal, closing.signal]))
      playing = sounding.catch(() => undefined)
      try {
        return await sounding
      } finally {
        playing = null
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new SpeakerError(name, 'closed'))
      await playing
    },
  }
}
