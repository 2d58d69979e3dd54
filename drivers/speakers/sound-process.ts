import { type ChildProcess, fork } from 'node:child_process'
import type { Pcm } from '../voices/voice.ts'
import type { SoundOrder, SoundReport } from './alsa-child.ts'

/** A process that plays sounds, one after the other. It may die at any moment. */
export interface SoundProcess {
  /** False when the package `speaker` is not there; null when it died before it could say. */
  readonly installed: Promise<boolean | null>
  /** Whether the whole sound was heard; false too when the device is not there or the process died. */
  play(sound: Pcm, device: string): Promise<boolean>
  /** Ends it, and what it plays, at once. */
  kill(): void
}

/** Starts `program`, the bundled `alsa-child.ts`. Never throws. ALSA's own variables, as `ALSA_CONFIG_PATH`, go with it. */
export function startSoundProcess(program: string): SoundProcess {
  const child: ChildProcess = fork(program, [], {
    env: { ...process.env },
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Map<number, (isPlayed: boolean) => void>()
  let orders = 0
  let isOver = false
  let tellInstalled: (isInstalled: boolean | null) => void = () => {}
  const installed = new Promise<boolean | null>((resolve) => {
    tellInstalled = resolve
  })
  const end = () => {
    isOver = true
    tellInstalled(null)
    for (const answer of waiting.values()) answer(false)
    waiting.clear()
  }
  child.on('message', (report: SoundReport) => {
    if ('isInstalled' in report) return tellInstalled(report.isInstalled)
    waiting.get(report.id)?.(report.isPlayed)
    waiting.delete(report.id)
  })
  child.on('error', end)
  child.on('exit', end)
  return {
    installed,
    play: ({ sampleRate, samples }, device) =>
      new Promise((resolve) => {
        if (isOver) return resolve(false)
        const id = ++orders
        waiting.set(id, resolve)
        const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
        // A failed sending is told by the end of the process.
        child.send({ id, device, sampleRate, samples: bytes } satisfies SoundOrder, () => {})
      }),
    kill: () => void child.kill('SIGKILL'),
  }
}
