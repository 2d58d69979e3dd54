import type { Pcm } from '../voices/voice.ts'
import { createPacer } from './pacer.ts'
import { type SoundProcess, startSoundProcess } from './sound-process.ts'
import { type Announcement, type PaceClock, type Speaker, SpeakerError, type SpeakerFault } from './speaker.ts'

export type AlsaSpeakerOptions = {
  name: string
  /** As ALSA names it. */
  device: string
  clock: PaceClock
  /** The bundled `alsa-child.ts`. */
  program: string
  /** After a device was not there or was lost it is looked for again, at these distances; ms of real time. */
  lookAgainMs?: { first: number; most: number }
  /** Told whenever `state` has changed. */
  onState?: () => void
}

/** Silence by which the device is tried before anybody depends on it. */
const trial: Pcm = { sampleRate: 22050, samples: new Int16Array(441) }

/**
 * A sound card of this computer. A process of its own plays (see `alsa-child.ts`); when it dies or the device is not there
 * the speaker says so and looks again by itself. Keeps time by the length of the sound: some devices do not.
 */
export function openAlsaSpeaker(options: AlsaSpeakerOptions): Speaker {
  const { name, device, clock, program, onState, lookAgainMs = { first: 1_000, most: 30_000 } } = options
  const pacer = createPacer(name, clock)
  let process: SoundProcess | null = null
  let fault: SpeakerFault | null = 'offline'
  let waitMs = lookAgainMs.first
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isClosed = false

  const become = (next: SpeakerFault | null) => {
    if (next === fault) return
    fault = next
    onState?.()
  }

  /** Without the package nothing will change until somebody installs it; a device may come back at any time. */
  const look = async (): Promise<void> => {
    const tried = startSoundProcess(program)
    process = tried
    const installed = await tried.installed
    const isThere = installed === true && (await tried.play(trial, device))
    if (isClosed || process !== tried) return tried.kill()
    if (isThere) {
      waitMs = lookAgainMs.first
      return become(null)
    }
    lose(installed === false ? 'driver-not-installed' : 'no-device')
  }

  const lose = (reason: SpeakerFault): void => {
    process?.kill()
    process = null
    become(reason)
    if (isClosed || reason === 'driver-not-installed') return
    clearTimeout(timer)
    timer = setTimeout(lookAgain, waitMs).unref()
    waitMs = Math.min(waitMs * 2, lookAgainMs.most)
  }
  const lookAgain = () => {
    looking = look()
  }

  /** The only way to silence a card in the middle; another process takes its place at once. */
  const stop = () => {
    process?.kill()
    process = null
    become('offline')
    if (!isClosed) lookAgain()
  }

  const sound = async ({ audio }: Announcement, signal: AbortSignal): Promise<void> => {
    await looking
    signal.throwIfAborted()
    const holder = process
    if (fault !== null || !holder) throw new SpeakerError(name, fault ?? 'no-device')
    signal.addEventListener('abort', stop, { once: true })
    const isPlayed = await holder.play(audio, device).finally(() => signal.removeEventListener('abort', stop))
    if (isPlayed) return
    if (process === holder) lose('no-device')
    throw new SpeakerError(name, 'no-device')
  }

  lookAgain()
  return {
    name,
    state() {
      const reason = pacer.fault() ?? fault
      return reason ? { ready: false, reason } : { ready: true }
    },
    play: (announcement, signal) =>
      pacer.hold(announcement.durationMs, signal, { during: () => sound(announcement, signal) }),
    async [Symbol.asyncDispose]() {
      isClosed = true
      clearTimeout(timer)
      process?.kill()
      await pacer.close()
    },
  }
}
