import { type OpenUsbPrinter, openUsbPrinter, type UsbLibrary } from './usb-device.ts'
import type { FromUsb, ToUsb } from './usb-wire.ts'

/**
 * The process that holds one USB printer. It ends with the hub, and may be ended at any time: what had not been
 * acknowledged then is unknown.
 */
const [, , library] = process.argv
let printer: OpenUsbPrinter | null = null
let present = 0

const say = (news: FromUsb): void => {
  if (process.connected) process.send?.(news)
}

async function load(): Promise<UsbLibrary | null> {
  const name = library ?? 'escpos-usb'
  try {
    const loaded = (await import(name)) as { default: UsbLibrary['Adapter'] | UsbLibrary }
    return 'Adapter' in loaded.default ? loaded.default : { Adapter: loaded.default }
  } catch {
    return null
  }
}

async function open({ line, plan, writeMs }: Extract<ToUsb, { do: 'open' }>): Promise<void> {
  present = line
  const loaded = await load()
  if (!loaded) return say({ did: 'open', line, trouble: 'driver-not-installed' })
  const opened = await openUsbPrinter(loaded, plan, {
    writeMs,
    onData: (bytes) => say({ did: 'data', line, bytes }),
    onLost: () => say({ did: 'fail', line }),
  })
  const isOpen = typeof opened !== 'string'
  if (isOpen && present !== line) return opened.close()
  printer = isOpen ? opened : null
  say({ did: 'open', line, trouble: isOpen ? null : opened })
}

async function close(line: number): Promise<void> {
  present = -1
  const closed = printer
  printer = null
  // The library cannot take back what it has begun to send; the end of the process can.
  if (closed?.isBusy()) process.exit(0)
  await closed?.close().catch(() => undefined)
  say({ did: 'close', line })
}

process.on('message', (message: ToUsb) => {
  if (message.do === 'open') void open(message)
  else if (message.do === 'close') void close(message.line)
  else
    printer?.write(message.bytes).then(
      () => say({ did: 'write', line: message.line }),
      () => say({ did: 'fail', line: message.line }),
    )
})
process.on('disconnect', () => process.exit(0))
