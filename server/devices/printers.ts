import { join } from 'node:path'
import { openLinePrinter } from '../../drivers/printers/line-printer.ts'
import { openPrinterOn } from '../../drivers/printers/open-printer.ts'
import type { Printer } from '../../drivers/printers/printer.ts'
import { openVirtualPrinter } from '../../drivers/printers/virtual-printer.ts'
import type { PrinterPlan } from '../contract/site.ts'
import { isSame } from '../contract/site-change.ts'
import { defaultPaper, type Paper } from '../printing/encode-slip.ts'
import { hostedPrinter } from './hosted.ts'
import type { DevicePorts } from './ports.ts'

export const printerFolder = (dataDir: string, kiosk: string) => join(dataDir, 'virtual', 'printers', kiosk)

/**
 * One printer a kiosk, by the kiosk's code: that of the site package, else a virtual one. A changed building is followed
 * at the next slip; the spool sends a printer one slip at a time, so the old one is idle then.
 */
export function openPrinters({ site, dataDir, clock, isRehearsal, closing, programs, hosts }: DevicePorts) {
  const opened = new Map<string, { plan: PrinterPlan | undefined; printer: Printer }>()
  const planOf = (kiosk: string): PrinterPlan | undefined =>
    isRehearsal ? undefined : site().kiosks.find(({ code }) => code === kiosk)?.printer

  const open = (name: string, plan: PrinterPlan | undefined): Printer => {
    const { now } = clock
    if (!plan || plan.kind === 'virtual') {
      return openVirtualPrinter({ name, folder: printerFolder(dataDir, name), widthDots: plan?.widthDots ?? 576, now })
    }
    if (plan.deviceHost === undefined) return openPrinterOn(plan, { name, now, asksStatus: plan.answers, programs })
    const host = hosts?.(plan.deviceHost)
    if (host) return hostedPrinter(name, host, now)
    return openLinePrinter({ name, now, connect: async () => 'not-connected', keepsAnswers: false })
  }
  const retire = (name: string) => {
    const old = opened.get(name)?.printer
    opened.delete(name)
    // A printer that cannot be closed well is of no use to anybody any more.
    void old?.[Symbol.asyncDispose]().then(undefined, () => undefined)
  }
  const printerOf = (kiosk: string): Printer | undefined => {
    const isThere = site().kiosks.some(({ code }) => code === kiosk)
    const plan = planOf(kiosk)
    const known = opened.get(kiosk)
    if (known && isThere && isSame(known.plan, plan)) return known.printer
    retire(kiosk)
    if (!isThere) return undefined
    const printer = open(kiosk, plan)
    opened.set(kiosk, { plan, printer })
    return printer
  }
  closing.defer(() => Promise.all([...opened.values()].map(({ printer }) => printer[Symbol.asyncDispose]())))
  return {
    printerOf,
    paperOf: (kiosk: string): Paper => paperOf(planOf(kiosk)),
    /** Every printer of the building, as people would look for it. */
    list: () => site().kiosks.map(({ code }) => ({ kiosk: code, ...placeOf(planOf(code)) })),
  }
}

function paperOf(plan: PrinterPlan | undefined): Paper {
  if (!plan) return defaultPaper
  const { widthDots, mode, qr = mode === 'text' ? 'native' : 'raster' } = plan
  return { ...defaultPaper, widthDots, mode, qr, cut: plan.cut !== 'none' }
}

function placeOf(plan: PrinterPlan | undefined): { kind: string; at: string } {
  if (!plan || plan.kind === 'virtual') return { kind: 'virtual', at: '' }
  const at = plan.deviceHost === undefined ? addressOf(plan) : `${plan.deviceHost}: ${addressOf(plan)}`
  return { kind: plan.kind, at }
}

function addressOf(plan: Exclude<PrinterPlan, { kind: 'virtual' }>): string {
  if (plan.kind === 'network') return `${plan.host}:${plan.port}`
  if (plan.kind !== 'usb') return plan.path
  const numbers = [plan.vendorId, plan.productId].map((number) => number ?? '*')
  return [`usb ${numbers.join(':')}`, ...(plan.serialNumber ? [plan.serialNumber] : [])].join(' ')
}
