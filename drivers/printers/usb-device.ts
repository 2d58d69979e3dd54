import type { LineTrouble } from './printer.ts'
import type { UsbPlan } from './usb-wire.ts'

/** What is used of the packages `usb` and `escpos-usb`, which bring no types. */
export interface UsbEndpoint {
  readonly direction: 'in' | 'out'
  timeout: number
  transfer(data: Buffer, done: (error: Error | null | undefined) => void): unknown
  startPoll?(transfers: number, size: number): void
  stopPoll?(done: () => void): void
  on?(event: 'data' | 'error', listener: (what: never) => void): void
}
export interface UsbDevice {
  readonly deviceDescriptor: { idVendor: number; idProduct: number; iSerialNumber: number }
  readonly interfaces: readonly { readonly endpoints: readonly UsbEndpoint[] }[]
  open(): void
  close(): void
  getStringDescriptor(index: number, done: (error: Error | null | undefined, text?: string) => void): void
}
export interface UsbAdapter {
  readonly endpoint?: UsbEndpoint
  open(done: (error: Error | null) => void): unknown
  close(done: (error: Error | null) => void): unknown
  on(event: 'detach', listener: () => void): unknown
}
export interface UsbLibrary {
  /** The class of `escpos-usb`. */
  readonly Adapter: { new (device: UsbDevice): UsbAdapter; findPrinter(): UsbDevice[] }
}

/** A USB printer that is open. */
export interface OpenUsbPrinter {
  /** A write is under way: the device cannot be closed now. */
  isBusy(): boolean
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

const troubleOf = (error: unknown): LineTrouble =>
  /ACCESS|PERM/.test(String(error))
    ? 'no-permission'
    : /NO_DEVICE|NOT_FOUND/.test(String(error))
      ? 'no-device'
      : 'not-connected'

/** Finds the printer and claims it. `onData` hears the IN endpoint, `onLost` that the cable is out. */
export async function openUsbPrinter(
  { Adapter }: UsbLibrary,
  plan: UsbPlan,
  { writeMs, onData, onLost }: { writeMs: number; onData(bytes: Uint8Array): void; onLost(): void },
): Promise<OpenUsbPrinter | LineTrouble> {
  try {
    const found = await findDevice(Adapter.findPrinter(), plan)
    if (!found) return 'no-device'
    const adapter = new Adapter(found)
    await new Promise<void>((resolve, reject) => {
      // Interfaces without a way out are told as errors even when a later one has it: the first success counts.
      adapter.open((error) => (error ? setTimeout(reject, 200, error) : resolve()))
    })
    const out = adapter.endpoint
    if (!out) return 'no-device'
    out.timeout = writeMs
    const answers = listen(found, out, onData, onLost)
    adapter.on('detach', onLost)
    let isBusy = false
    return {
      isBusy: () => isBusy,
      write: (bytes) =>
        new Promise((resolve, reject) => {
          isBusy = true
          out.transfer(Buffer.from(bytes), (error) => {
            isBusy = false
            if (error) reject(error)
            else resolve()
          })
        }),
      close: async () => {
        await answers.stop()
        await new Promise<void>((resolve) => adapter.close(() => resolve()))
      },
    }
  } catch (error) {
    return troubleOf(error)
  }
}

async function findDevice(printers: readonly UsbDevice[], plan: UsbPlan): Promise<UsbDevice | undefined> {
  for (const printer of printers) {
    const { idVendor, idProduct } = printer.deviceDescriptor
    if (!fits(plan.vendorId, idVendor) || !fits(plan.productId, idProduct)) continue
    if (plan.serialNumber === undefined || (await serialOf(printer)) === plan.serialNumber) return printer
  }
  return undefined
}

const fits = (wanted: string | undefined, number: number): boolean =>
  wanted === undefined || Number.parseInt(wanted, 16) === number

/** The device must be open to be asked; one that cannot be asked has no serial number. */
async function serialOf(printer: UsbDevice): Promise<string | undefined> {
  const index = printer.deviceDescriptor.iSerialNumber
  if (index === 0) return undefined
  try {
    printer.open()
    return await new Promise((resolve) => printer.getStringDescriptor(index, (_error, text) => resolve(text)))
  } catch {
    return undefined
  } finally {
    try {
      printer.close()
    } catch {}
  }
}

/** The endpoint of answers lies beside the one that was claimed; a printer without one is silent. */
function listen(device: UsbDevice, out: UsbEndpoint, onData: (bytes: Uint8Array) => void, onLost: () => void) {
  const claimed = device.interfaces.find(({ endpoints }) => endpoints.includes(out))
  const into = claimed?.endpoints.find(({ direction }) => direction === 'in')
  if (!into?.startPoll || !into.on) return { stop: async () => undefined }
  into.on('data', (bytes: Uint8Array) => bytes.length > 0 && onData(Uint8Array.from(bytes)))
  // What an endpoint of answers dislikes is silence; only the device being gone is a loss.
  into.on('error', (error: Error) => /NO_DEVICE/.test(String(error)) && onLost())
  into.startPoll(1, 64)
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        try {
          into.stopPoll?.(resolve)
        } catch {
          // It had ended by itself.
          resolve()
        }
      }),
  }
}
