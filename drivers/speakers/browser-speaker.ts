import { encodeWav } from '../voices/wav.ts'
import { gainOf } from './gain.ts'
import { createPacer } from './pacer.ts'
import { type Announcement, type PaceClock, type Speaker, SpeakerError } from './speaker.ts'

/** What a display is told, to fetch and play at once; `gain` as browsers take it, 0 to 1. */
export type BrowserAnnouncement = {
  id: string
  zone: string
  url: string
  durationMs: number
  label: string
  gain: number
}

export type BrowserSpeakerOptions = {
  zone: string
  clock: PaceClock
  /** A new unguessable id for each announcement. */
  newId: () => string
  /** How many displays of the zone have their sound switched on. */
  listeners: () => number
  /**
   * Tells the displays; what it throws counts as a lost listener. Answers whether one of them has played it to its end,
   * soon after that; without an answer it counts as played.
   */
  tell: (announcement: BrowserAnnouncement) => Promise<boolean> | undefined
}

/** `wav` is the body of `GET /announcements/<id>.wav`, or undefined when it is unknown or too old. */
export type BrowserSpeaker = Speaker & { wav(id: string): Buffer | undefined }

/** Enough for a display that reconnects in the middle of an announcement; each is about 400 kB. */
const keptAnnouncements = 4

/** The browsers of a zone's displays as its loudspeaker. */
export function openBrowserSpeaker({ zone, clock, newId, listeners, tell }: BrowserSpeakerOptions): BrowserSpeaker {
  const name = `browser speaker ${zone}`
  const pacer = createPacer(name, clock)
  const kept = new Map<string, Buffer>()

  let answer: Promise<boolean> | undefined

  const send = async ({ audio, durationMs, label, volume = 100 }: Announcement) => {
    if (listeners() === 0) throw new SpeakerError(name, 'no-listener')
    const id = newId()
    kept.set(id, encodeWav(audio))
    for (const old of [...kept.keys()].slice(0, -keptAnnouncements)) kept.delete(old)
    try {
      answer = tell({ id, zone, url: `/announcements/${id}.wav`, durationMs, label, gain: gainOf(volume) })
    } catch (cause) {
      throw new SpeakerError(name, 'no-listener', cause)
    }
  }

  const hear = async () => {
    if ((await answer) === false) throw new SpeakerError(name, 'no-answer')
  }

  return {
    name,
    state() {
      const reason = pacer.fault() ?? (listeners() > 0 ? null : 'no-listener')
      return reason ? { ready: false, reason } : { ready: true }
    },
    play: (announcement, signal) =>
      pacer.hold(announcement.durationMs, signal, { during: () => send(announcement), afterwards: hear }),
    wav: (id) => kept.get(id),
    async [Symbol.asyncDispose]() {
      await pacer.close()
      kept.clear()
    },
  }
}
