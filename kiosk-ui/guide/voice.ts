import { hallBase } from '../../ui-kit/hall-base.ts'
import type { Locale } from '../journey-state.ts'

/** How much of it the hub's voice could say; null while nothing was asked yet. */
export type Heard = 'whole' | 'part' | 'none'

/** Steps from quiet to loud, as the browser takes them. */
export const volumes = [0.4, 0.6, 0.8, 1] as const

export interface GuideAudio {
  /** Says the texts one after another, instead of whatever is being said. */
  say(locale: Locale, texts: readonly string[]): void
  /** Says them when what is being said has ended. */
  add(locale: Locale, texts: readonly string[]): void
  stop(): void
  /** `step` of `volumes`. */
  setVolume(step: number): void
}

interface Piece {
  readonly locale: Locale
  readonly text: string
}

/** Plays the hub's sentences in this browser: the kiosk's earphone jack. `onHeard` is told how each came out. */
export function createGuideAudio(onHeard: (heard: Heard) => void): GuideAudio {
  let queue: Piece[] = []
  let playing: HTMLAudioElement | null = null
  let turn = 0
  let runs = false
  let volume: number = volumes[2]

  const play = (wav: Blob): Promise<void> =>
    new Promise((resolve) => {
      const url = URL.createObjectURL(wav)
      const audio = new Audio(url)
      const end = () => {
        URL.revokeObjectURL(url)
        resolve()
      }
      for (const event of ['ended', 'error', 'pause']) audio.addEventListener(event, end, { once: true })
      audio.volume = volume
      playing = audio
      audio.play().catch(end)
    })
  const run = async () => {
    const mine = turn
    runs = true
    for (let piece = queue.shift(); piece; piece = queue.shift()) {
      const said = await askHub(piece).catch(() => null)
      if (mine !== turn) return
      onHeard(said?.heard ?? 'none')
      if (said && said.heard !== 'none') await play(said.wav)
      if (mine !== turn) return
    }
    runs = false
  }
  const stop = () => {
    turn += 1
    runs = false
    queue = []
    playing?.pause()
  }
  const add = (locale: Locale, texts: readonly string[]) => {
    queue.push(...texts.map((text) => ({ locale, text })))
    if (!runs) void run()
  }
  return {
    say(locale, texts) {
      stop()
      add(locale, texts)
    },
    add,
    stop,
    setVolume(step) {
      volume = volumes[step] ?? 1
      if (playing) playing.volume = volume
    },
  }
}

/** The sentence as the hub says it; null when it does not answer. */
async function askHub({ locale, text }: Piece): Promise<{ wav: Blob; heard: Heard } | null> {
  const response = await fetch(`${hallBase}/api/guide?${new URLSearchParams({ lang: locale, text })}`)
  if (!response.ok) return null
  const heard = response.headers.get('Antrean-Spoken')
  return { wav: await response.blob(), heard: heard === 'whole' || heard === 'part' ? heard : 'none' }
}
