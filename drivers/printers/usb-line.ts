import { type ChildProcess, fork } from 'node:child_process'
import { type Carrier, type CarrierNews, type Connect, openLine } from './line.ts'
import type { LineTrouble } from './printer.ts'
import type { FromUsb, ToUsb, UsbPlan } from './usb-wire.ts'

export interface UsbOptions {
  readonly plan: UsbPlan
  /** The built program of `usb-program.ts`. */
  readonly program: string
  /** A module that stands for the USB library. */
  readonly library?: string
}

/** How long the process may take to let go of the device before it is ended, ms. */
const closeMs = 2_000
const writeMs = 10_000

/**
 * A USB printer in a process of its own: the library is native, knows no deadlines and can take its process with it. The
 * process is begun when needed and again after it died; one that hangs is ended.
 */
export function connectUsb({ plan, program, library }: UsbOptions): { connect: Connect; release(): Promise<void> } {
  let child: ChildProcess | null = null
  let lines = 0
  let told: ((news: FromUsb) => void) | null = null
  let closing: Promise<void> = Promise.resolve()

  const begin = (): ChildProcess => {
    const begun = fork(program, library ? [library] : [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    })
    const end = () => {
      if (child !== begun) return
      child = null
      told?.({ did: 'fail', line: lines })
    }
    begun.on('exit', end)
    begun.on('error', end)
    begun.on('message', (news: FromUsb) => news.line === lines && told?.(news))
    // It never keeps the hub's process alive.
    begun.unref()
    begun.channel?.unref()
    return begun
  }
  const say = (message: ToUsb): void => {
    if (child?.connected) child.send(message, () => undefined)
  }
  const end = (): void => {
    const ended = child
    child = null
    ended?.kill('SIGKILL')
  }

  /** Waits for the device to be let go; a process that does not is ended. */
  const closeLine = (line: number): void => {
    if (!child) return
    closing = new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        told = null
        resolve()
      }
      const timer = setTimeout(() => {
        end()
        over()
      }, closeMs)
      told = ({ did }) => {
        if (did === 'close' || child === null) over()
      }
      say({ do: 'close', line })
    })
  }

  const carryOn =
    (line: number) =>
    (news: CarrierNews): Carrier => {
      let taken: (() => void) | null = null
      let isOpen = true
      told = (message) => {
        if (message.did === 'data') news.data(message.bytes)
        else if (message.did === 'write') taken?.()
        else news.failed()
      }
      return {
        write(bytes, whenTaken) {
          taken = whenTaken
          say({ do: 'write', line, bytes })
        },
        // Every chunk was acknowledged by the device itself.
        finish: news.ended,
        destroy() {
          if (!isOpen) return
          isOpen = false
          closeLine(line)
        },
      }
    }

  const connect: Connect = async ({ withinMs, signal }) => {
    await closing
    if (signal.aborted) return 'not-connected'
    child ??= begin()
    const line = ++lines
    const trouble = await new Promise<LineTrouble | null>((resolve) => {
      const settle = (outcome: LineTrouble | null, isHung = false) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', late)
        told = null
        if (isHung) end()
        resolve(outcome)
      }
      const late = () => settle('not-connected', true)
      const timer = setTimeout(late, withinMs)
      signal.addEventListener('abort', late, { once: true })
      told = (message) => {
        if (message.did === 'open') settle(message.trouble)
        else if (message.did === 'fail') settle('not-connected')
      }
      say({ do: 'open', line, plan, writeMs })
    })
    return trouble ?? openLine(carryOn(line))
  }

  return {
    connect,
    async release() {
      await closing
      const ended = child
      child = null
      if (ended?.connected) ended.disconnect()
    },
  }
}
