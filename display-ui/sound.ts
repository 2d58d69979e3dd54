import type { AnnounceMessage } from '../server/contract/live.ts'

/** Plays one clip to its end. Rejects when it cannot. */
export type PlayClip = (url: string) => Promise<void>

/** Says announcements one after the other, each once. */
export interface Sayer {
  say(message: AnnounceMessage): void
}

/** `done` hears of each announcement that was played to its end, `blocked` that the browser wants a touch first. */
export function createSayer(play: PlayClip, done: (id: string) => void, blocked: () => void): Sayer {
  const heard = new Set<string>()
  let last = Promise.resolve()
  return {
    say({ id, url }) {
      if (heard.has(id)) return
      heard.add(id)
      last = last.then(() =>
        play(url).then(
          () => done(id),
          (error: unknown) => {
            if (error instanceof Error && error.name === 'NotAllowedError') blocked()
          },
        ),
      )
    },
  }
}

/** Through the loudspeaker of this browser. */
export const playInBrowser: PlayClip = (url) =>
  new Promise((resolve, reject) => {
    const clip = new Audio(url)
    clip.onended = () => resolve()
    clip.onerror = () => reject(new Error(`the clip ${url} cannot be played`))
    clip.play().catch(reject)
  })

/** Whether this browser would keep silent until somebody touches the screen. */
export function soundNeedsTouch(): boolean {
  const context = new AudioContext()
  const needsTouch = context.state === 'suspended'
  void context.close()
  return needsTouch
}
