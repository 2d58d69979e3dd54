import { join } from 'node:path'
import { openPrinterOn } from '../../drivers/printers/open-printer.ts'
import { openAlsaSpeaker } from '../../drivers/speakers/alsa-speaker.ts'
import type { PaceClock } from '../../drivers/speakers/speaker.ts'
import { createClosing } from '../closing.ts'
import type { HostRefusal } from '../contract/device-host.ts'
import type { DeviceReport } from '../contract/devices.ts'
import { type Connection, openConnection } from './connection.ts'
import { type Credential, openHostFolder } from './folder.ts'
import { type JobJournal, openJournal } from './journal.ts'
import { createLentPrinters } from './lent-printers.ts'
import { createLentSpeakers } from './lent-speakers.ts'
import { pair } from './pairing.ts'
import { createPieces } from './pieces.ts'
import { words } from './words.ts'

export interface DeviceHostOptions {
  /** Where the hub is, without a path. */
  readonly hub: string
  readonly dataDir: string
  /** The folder of the built programs. */
  readonly programs: string
  readonly version: string
  readonly clock: PaceClock
  readonly say: (lines: readonly string[]) => void
}

/** Of a fault, as a heartbeat may carry it. */
const faultLength = 300

/**
 * Lends this PC's printers and sound card to the hub until the signal is aborted: pairs once, then connects whenever the
 * hub is there. One that the hub has forgotten says so and asks to be paired again. Rejects when its folder cannot be used.
 */
export async function runDeviceHost(options: DeviceHostOptions, signal: AbortSignal): Promise<void> {
  const { hub, dataDir, clock, say } = options
  await using folder = await openHostFolder(dataDir)
  await using journal = await openJournal(folder.journal, clock.now)
  while (!signal.aborted) {
    const credential = (await folder.credential()) ?? (await pairAnew())
    if (!credential) break
    if ((await lend(options, { journal, credential, signal })) === 'stopped') break
    await folder.forget()
    say(words.forgotten)
  }
  say(words.stopped)

  async function pairAnew(): Promise<Credential | null> {
    const onCode = (code: string) => say(words.code(code))
    const credential = await pair({ hub, onCode, onSilence: () => say(words.silence(hub)) }, signal)
    if (!credential) return null
    await folder.keep(credential)
    say(words.paired(credential))
    return credential
  }
}

interface Lending {
  readonly journal: JobJournal
  readonly credential: Credential
  readonly signal: AbortSignal
}

/** Resolves when the hub has forgotten this host, or the signal is aborted. */
async function lend(options: DeviceHostOptions, { journal, credential, signal }: Lending) {
  const { hub, clock, programs, version, say } = options
  const closing = createClosing()
  const startedAt = performance.now()
  let connection: Connection | undefined
  let lastFault: string | null = null
  const onTrouble = (trouble: string) => {
    lastFault = trouble.slice(0, faultLength)
    say(words.trouble(new Date(), trouble))
    connection?.tell.emit('report', report())
  }
  /** A fault is told once. */
  const report = (): DeviceReport => {
    const error = lastFault
    lastFault = null
    return { version, uptimeMs: Math.round(performance.now() - startedAt), ...(error !== null && { error }) }
  }

  const pieces = createPieces()
  const printers = closing.use(
    createLentPrinters({
      journal,
      pieces,
      open: (name, plan) => openPrinterOn(plan, { name, now: clock.now, asksStatus: plan.answers, programs }),
      now: clock.now,
      onTrouble,
    }),
  )
  const speakers = closing.use(
    createLentSpeakers({
      pieces,
      open: (device, onState) =>
        openAlsaSpeaker({ name: device, device, clock, program: join(programs, 'alsa-child.js'), onState }),
      onStates: (states) => connection?.tell.emit('speakers', states),
      onTrouble,
    }),
  )
  try {
    return await new Promise<'forgotten' | 'stopped'>((resolve) => {
      let isTold = false
      const onRefusal = (refusal: HostRefusal) => {
        if (refusal === 'forgotten') return resolve(refusal)
        if (!isTold) say(words.badHello)
        isTold = true
      }
      connection = openConnection({
        hub,
        hello: { token: credential.token, journal: journal.id },
        pieces,
        printers,
        speakers,
        report,
        onConnected: (isConnected) => {
          isTold = false
          say(isConnected ? words.connected(new Date()) : words.lost(new Date()))
        },
        onIdentify: () => say(words.identify(credential)),
        onRefusal,
      })
      if (signal.aborted) resolve('stopped')
      signal.addEventListener('abort', () => resolve('stopped'), { once: true })
    })
  } finally {
    // Slips under way are brought to a true end first; the hub may still hear of it.
    await closing[Symbol.asyncDispose]()
    connection?.[Symbol.dispose]()
  }
}
