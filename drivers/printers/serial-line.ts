import { stat } from 'node:fs/promises'
import { troubleOf } from './file-line.ts'
import { type Connect, openLine } from './line.ts'

export interface SerialPlan {
  readonly path: string
  readonly baudRate: number
  /** Hardware: RTS/CTS; software: XON/XOFF. */
  readonly flow: 'none' | 'hardware' | 'software'
}

type Library = Pick<typeof import('serialport'), 'SerialPort'>

/** A serial port, 8 data bits, no parity. The library is native and may be missing. */
export function connectSerial(
  { path, baudRate, flow }: SerialPlan,
  load: () => Promise<Library> = () => import('serialport'),
): Connect {
  return async ({ withinMs, signal }) => {
    const library = await load().catch(() => null)
    if (!library) return 'driver-not-installed'
    const missing = await stat(path).then(
      (found) => (found.isCharacterDevice() ? null : ('no-device' as const)),
      (error: NodeJS.ErrnoException) => troubleOf(error.code ?? ''),
    )
    if (missing) return missing
    const software = flow === 'software'
    const settings = { path, baudRate, rtscts: flow === 'hardware', xon: software, xoff: software, autoOpen: false }
    const port = new library.SerialPort(settings)
    const close = () => void (port.isOpen && port.close(() => undefined))
    return new Promise((resolve) => {
      let isOver = false
      const settle = (outcome: Awaited<ReturnType<Connect>>) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', giveUp)
        isOver = true
        resolve(outcome)
      }
      const giveUp = () => settle('not-connected')
      const timer = setTimeout(giveUp, withinMs)
      signal.addEventListener('abort', giveUp, { once: true })
      if (signal.aborted) return giveUp()
      port.on('error', () => undefined)
      port.open((error) => {
        if (isOver) return close()
        if (error) return settle(/permission|access/i.test(error.message) ? 'no-permission' : 'not-connected')
        settle(
          openLine((news) => {
            port.on('error', news.failed)
            port.on('close', news.failed)
            port.on('data', (data: Buffer) => news.data(data))
            return {
              write: (chunk, taken) =>
                void port.write(Buffer.from(chunk), () => port.drain((failed) => failed || taken())),
              finish: () => port.drain((failed) => (failed ? news.failed() : news.ended())),
              destroy: close,
            }
          }),
        )
      })
    })
  }
}
