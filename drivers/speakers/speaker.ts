import type { Device } from '../driver.ts'
import type { Pcm } from '../voices/voice.ts'

/**
 * One announcement, ready to sound. `at` is the instant of the call (epoch ms), `counter` the building-wide number,
 * `call` counts from 1. `lang` is `id`, or `id+en` when both are said, or `none` when the chime stands alone.
 * A notice (`kind`) is no call: its label is empty, its counter and call are 0. `others` are calls that the same sentence
 * speaks. `volume` in per cent, absent = 100: how loud it shall sound, not how loud `audio` is.
 */
export type Announcement = {
  at: number
  zone: string
  label: string
  counter: number
  call: number
  lang: string
  sentence: string
  audio: Pcm
  durationMs: number
  kind?: 'notice'
  others?: readonly { at: number; label: string; counter: number; call: number }[]
  volume?: number
}

/** When an announcement sounded: epoch ms in the hall's clock. */
export type Played = { startedAt: number; endedAt: number }

export type SpeakerState = { ready: true } | { ready: false; reason: SpeakerFault }
/** `no-answer`: it was told, and did not say that it played. */
export type SpeakerFault =
  | 'closed'
  | 'busy'
  | 'no-listener'
  | 'no-answer'
  | 'disk'
  | 'offline'
  | 'driver-not-installed'
  | 'no-device'

/** The hall's clock. `sleep` ends after `ms` of its time, or when the signal is aborted, by returning or rejecting, and leaves nothing on it. */
export type PaceClock = { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> }

/** A loudspeaker. Opening never throws, `state` tells the truth, closing twice is safe and ends what is playing. */
export interface Speaker extends Device {
  /** It writes down what was spoken, and nobody hears it. */
  readonly isRecord?: boolean
  state(): SpeakerState
  /** Ends when the announcement has sounded whole; rejects when it has not: aborted, closed, busy or a lost device. */
  play(announcement: Announcement, signal: AbortSignal): Promise<Played>
}

/** Why a speaker did not play, by a name for programs; the cause is kept. */
export class SpeakerError extends Error {
  readonly reason: SpeakerFault
  constructor(speaker: string, reason: SpeakerFault, cause?: unknown) {
    super(`${speaker}: ${reason}`, { cause })
    this.name = 'SpeakerError'
    this.reason = reason
  }
}
