import { connectFile } from './file-line.ts'
import type { Connect } from './line.ts'
import { openLinePrinter } from './line-printer.ts'
import type { Printer } from './printer.ts'
import { connectSerial, type SerialPlan } from './serial-line.ts'
import { connectTcp } from './tcp-line.ts'
import { connectUsb } from './usb-line.ts'
import type { UsbPlan } from './usb-wire.ts'

/** Where a printer hangs on this computer. */
export type PrinterConnection =
  | { readonly kind: 'network'; readonly host: string; readonly port: number }
  | ({ readonly kind: 'usb' } & UsbPlan)
  | ({ readonly kind: 'serial' } & SerialPlan)
  | { readonly kind: 'file'; readonly path: string }

export interface PrinterOptions {
  readonly name: string
  /** Epoch ms. */
  readonly now: () => number
  /** `false` for printers that print the question instead of answering it. */
  readonly asksStatus: boolean
  /** The folder of the built programs, where `usb-printer.js` is. */
  readonly programs: string
}

/** The printer at that connection. Opens nothing yet, needs no device and never throws. */
export function openPrinterOn(connection: PrinterConnection, options: PrinterOptions): Printer {
  const { name, now, asksStatus, programs } = options
  const over = (connect: Connect, keepsAnswers: boolean, release?: () => Promise<void>) =>
    openLinePrinter({ name, now, asksStatus, connect, keepsAnswers, ...(release && { release }) })
  switch (connection.kind) {
    case 'network':
      return over(connectTcp(connection), false)
    case 'file':
      return over(connectFile(connection), true)
    case 'serial':
      return over(connectSerial(connection), true)
    case 'usb': {
      const { connect, release } = connectUsb({ plan: connection, program: `${programs}/usb-printer.js` })
      return over(connect, true, release)
    }
  }
}
