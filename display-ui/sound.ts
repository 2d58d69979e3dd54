import type { AnnounceMessage } from '../server/contract/live.ts'

/** Plays one clip to its end, so loud (0 to 1). Rejects when it cannot, or has not ended after so many ms: then it is silent. */
export type PlayClip = (url: string, gain: number, atMostMs: number) => Promise<void>

/** How much longer than its sound a clip may take to come and to play, ms. A hub that dies under way sends no end. */
const graceMs = 5_000

/** Says announcements one after the other, each once. */
export interface Sayer {
  say(message: AnnounceMessage): void
}

/** `done` hears of each announcement that was played to its end, `failed` of one that was not: the browser wants a touch first, or cannot. */
export function createSayer(play: PlayClip, done: (id: string) => void, failed: (isBlocked: boolean) => void): Sayer {
  const heard = new Set<string>()
  let last = Promise.resolve()
  return {
    say({ id, url, durationMs, gain = 1 }) {
      if (heard.has(id)) return
      heard.add(id)
      last = last.then(() =>
        play(url, gain, durationMs + graceMs).then(
          () => done(id),
          (error: unknown) => {
            failed(error instanceof Error && error.name === 'NotAllowedError')
          },
        ),
      )
    },
  }
}

/** Through the loudspeaker of this browser. */
export const playInBrowser: PlayClip = (url, gain, atMostMs) => {
  const clip = new Audio(url)
  clip.volume = Math.min(1, Math.max(0, gain))
  let late: ReturnType<typeof setTimeout> | undefined
  const played = new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`the clip ${url} cannot be played`))
    late = setTimeout(fail, atMostMs)
    clip.onended = () => resolve()
    clip.onerror = fail
    clip.play().catch(reject)
  })
  const rest = () => {
    clearTimeout(late)
    clip.pause()
  }
  played.then(rest, rest)
  return played
}

/** Whether this browser would keep silent until somebody touches the screen or presses a key. */
export function soundNeedsTouch(): boolean {
  try {
    const context = new AudioContext()
    const needsTouch = context.state === 'suspended'
    void context.close()
    return needsTouch
  } catch {
    // Without it nobody knows; the first announcement will tell.
    return false
  }
}

const tickSeconds = 0.18

/** One soft tick at the touch that allows sound: whoever sets the screen up hears that it has some. */
export function wakeSound(): void {
  try {
    const context = new AudioContext()
    void context.resume()
    const [tone, level] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = 660
    level.gain.setValueAtTime(0.2, context.currentTime)
    level.gain.exponentialRampToValueAtTime(0.001, context.currentTime + tickSeconds)
    tone.connect(level)
    level.connect(context.destination)
    tone.onended = () => void context.close()
    tone.start()
    tone.stop(context.currentTime + tickSeconds)
  } catch {
    // The announcement that comes next tells whether there is sound.
  }
}
