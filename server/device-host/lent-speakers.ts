import { openQueue } from '../../drivers/printers/one-at-a-time.ts'
import { type Speaker, SpeakerError } from '../../drivers/speakers/speaker.ts'
import type { Pcm } from '../../drivers/voices/voice.ts'
import { decodeWav } from '../../drivers/voices/wav.ts'
import type { PlayAnswer, SoundOrder, SpeakerStates } from '../contract/device-host.ts'
import type { Pieces } from './pieces.ts'
import { soundOfIdentify } from './tone.ts'

export interface LentSpeakersOptions {
  readonly pieces: Pick<Pieces, 'whole'>
  readonly open: (device: string, onState: () => void) => Speaker
  /** Told whenever a state has changed. */
  readonly onStates: (states: SpeakerStates) => void
  readonly onTrouble: (trouble: string) => void
}

type Line = ReturnType<typeof openQueue>

interface Output {
  speaker: Speaker
  /** A sound that comes while another is ending waits for it: two never sound at once. */
  readonly line: Line
}

/** The sound outputs that this PC lends. */
export function createLentSpeakers({ pieces, open, onStates, onTrouble }: LentSpeakersOptions) {
  const outputs = new Map<string, Output>()
  /** Of each device for good: what is lent again waits for the sound that it had when it was taken away. */
  const lines = new Map<string, Line>()
  const lineOf = (device: string): Line => {
    const line = lines.get(device) ?? openQueue()
    lines.set(device, line)
    return line
  }
  const stops = new Map<string, AbortController>()
  /** Those whose turn has not come. */
  const waiting = new Set<AbortController>()

  const states = (): SpeakerStates =>
    [...outputs].map(([device, { speaker }]) => {
      const state = speaker.state()
      return { device, fault: state.ready ? null : state.reason }
    })
  const openOne = (device: string): Speaker => open(device, () => onStates(states()))
  const takeAway = (device: string, output: Output) => {
    outputs.delete(device)
    // It may be opened anew before its turn comes.
    return output.line.run(async () => output.speaker[Symbol.asyncDispose]())
  }

  const playOn = async (
    { speaker }: Output,
    audio: Pcm,
    durationMs: number,
    signal: AbortSignal,
  ): Promise<PlayAnswer> => {
    try {
      await speaker.play({ ...silent, at: Date.now(), audio, durationMs }, signal)
      return { played: true }
    } catch (error) {
      const fault = error instanceof SpeakerError ? error.reason : 'no-answer'
      if (!signal.aborted) onTrouble(`${speaker.name}: ${fault}`)
      return { fault }
    }
  }

  return {
    /** Lends these and no others. */
    lend(devices: readonly { device: string }[]): void {
      for (const [device, output] of [...outputs])
        if (!devices.some((one) => one.device === device)) void takeAway(device, output)
      for (const { device } of devices)
        if (!outputs.has(device)) outputs.set(device, { speaker: openOne(device), line: lineOf(device) })
      onStates(states())
    },
    async play(sound: SoundOrder): Promise<PlayAnswer> {
      const output = outputs.get(sound.device)
      if (!output) return { fault: 'offline' }
      const wav = pieces.whole(sound.bytes)
      if (!wav) return { unsent: true }
      const stop = new AbortController()
      stops.set(sound.id, stop)
      waiting.add(stop)
      try {
        const audio = decodeWav(Buffer.from(wav))
        return await output.line.run(() => {
          waiting.delete(stop)
          return playOn(output, audio, sound.durationMs, stop.signal)
        })
      } catch (error) {
        onTrouble(`a sound could not be read: ${String(error)}`)
        return { fault: 'no-answer' }
      } finally {
        stops.delete(sound.id)
        waiting.delete(stop)
      }
    },
    stop: (id: string): void => stops.get(id)?.abort(),
    /** The hub has gone: what sounds may end, what waits is not wanted any more. */
    dropWaiting(): void {
      for (const stop of waiting) stop.abort()
    },
    /** Three tones on every output that can sound. */
    identify(): void {
      const { audio, durationMs } = soundOfIdentify()
      for (const output of outputs.values())
        if (output.speaker.state().ready)
          void output.line.run(() => playOn(output, audio, durationMs, new AbortController().signal))
    },
    states,
    /** Closes every output and opens it anew, between two sounds. */
    reload: () =>
      Promise.all(
        [...outputs].map(([device, output]) =>
          output.line.run(async () => {
            await output.speaker[Symbol.asyncDispose]()
            output.speaker = openOne(device)
          }),
        ),
      ),
    async [Symbol.asyncDispose](): Promise<void> {
      for (const stop of stops.values()) stop.abort()
      await Promise.all([...outputs].map(([device, output]) => takeAway(device, output)))
    },
  }
}
export type LentSpeakers = ReturnType<typeof createLentSpeakers>

/** What it is a sound of is known to the hub alone. */
const silent = { zone: '', label: '', counter: 0, call: 0, lang: 'none', sentence: '', kind: 'notice' } as const
