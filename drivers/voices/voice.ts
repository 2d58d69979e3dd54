import type { Device } from '../driver.ts'

export type Language = 'id' | 'en'

/** Mono sound, 16-bit signed samples. */
export type Pcm = { sampleRate: number; samples: Int16Array }

/** What is said in one breath: the words for a reader, and the clips they are made of (none for free words, which no pack has). A figure is a letter or a number. */
export type Word = { text: string; clips: readonly string[]; figure: boolean }

/** Groups of words, a short pause between any two groups, none inside a group. */
export type Script = { language: Language; groups: readonly (readonly Word[])[] }

export type VoiceState =
  | { ready: true; missing: readonly string[] }
  | { ready: false; reason: 'not-installed' | 'closed' }

/** A speaking voice that works without a network. Opening never throws, `state` tells the truth, closing twice is safe. */
export interface Voice extends Device {
  readonly sampleRate: number
  state(): VoiceState
  /**
   * The sound of a script, or null when it cannot be said truthfully: a figure without a sound would make a wrong number,
   * so nothing is said. Any other word without a sound is left out and named in `state`. Never rejects.
   */
  speak(script: Script): Promise<Pcm | null>
}

/** Between two groups of words (design language §7.3). */
export const groupPauseMs = 350
