import { setFlagsFromString } from 'node:v8'
import pino from 'pino'
import { BadConfig, readConfig } from './config.ts'
import { openHub } from './hub.ts'
import { CannotStart } from './start-up.ts'

export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly root: string
  readonly demo: boolean
}

/** Collected sooner than by default: a hall of many short-lived tickets would otherwise hold four times what it needs. */
const collectSooner = () => setFlagsFromString('--heap-growing-percent=30')

/** Runs a hub until it is told to stop; resolves with the exit status. What goes wrong is said in plain words. */
export async function runHub({ environment, root, demo }: RunOptions): Promise<number> {
  collectSooner()
  const log = pino({ level: environment.LOG_LEVEL || 'info', base: null }, pino.destination({ fd: 2, sync: false }))
  try {
    const config = readConfig(environment, demo)
    if (!demo) {
      say('No production site is set up in this data folder yet. To look around, run the demo: npm start')
      return 78
    }
    const stopped = untilSignal()
    await using hub = await openHub({ config, root, log })
    say(`Antrean is open: ${hub.address}`)
    if (config.demo) say(`Demo: ${reachOf(config.host)}, virtual printers and loudspeakers. Stop with Ctrl C.`)
    if (config.demo && config.publicUrl === null)
      say(`QR codes carry ${hub.address}; set PUBLIC_URL to an address that phones can reach.`)
    const failure = await Promise.race([stopped, hub.failed])
    if (!failure) return 0
    log.fatal({ err: failure }, 'the store has failed; the hub ends, to be started again')
    return 1
  } catch (error) {
    if (error instanceof BadConfig) {
      say('The settings have mistakes:')
      for (const mistake of error.mistakes) say(`  ${mistake}`)
      return 2
    }
    if (error instanceof CannotStart) {
      say(error.message)
      return error.exitCode
    }
    log.fatal({ err: error }, 'the hub stopped by a fault')
    return 1
  } finally {
    log.flush()
  }
}

const reachOf = (host: string): string =>
  ['127.0.0.1', '::1', 'localhost'].includes(host)
    ? 'this computer only'
    : `open to the network through HOST=${host}, where anybody may act as anybody`

const say = (line: string) => void process.stdout.write(`${line}\n`)

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
