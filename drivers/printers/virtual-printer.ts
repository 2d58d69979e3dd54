import { setTimeout as delay } from 'node:timers/promises'
import { renderEscpos } from './escpos-render.ts'
import { openQueue } from './one-at-a-time.ts'
import { encodeOneBitPng } from './one-bit-png.ts'
import { type Printer, type PrinterState, type PrintResult, refused, type Slip, unproven } from './printer.ts'
import { lastSlipNumber, type PrinterSwitches, readSwitches, writeWhole } from './slip-folder.ts'

export interface VirtualPrinterOptions {
  readonly name: string
  /** Keeps `<n>-<label>.escpos`, `<n>-<label>.png` and the switches; made when missing. */
  readonly folder: string
  readonly widthDots: 576 | 384
  /** Epoch ms. */
  readonly now: () => number
  /** How long a slip takes while the switch `slow` is on. */
  readonly slowMs?: number
}

const REFUSING = ['offline', 'cover-open', 'paper-out'] as const

/** A printer of files: the bytes as they came, and what a real printer would have made of them. */
export function openVirtualPrinter(options: VirtualPrinterOptions): Printer {
  const { folder, widthDots, now, slowMs = 6_000 } = options
  const queue = openQueue()
  const closing = new AbortController()
  let last: number | undefined

  async function keep({ label, bytes }: Slip): Promise<PrintResult> {
    let isKept = false
    try {
      last ??= await lastSlipNumber(folder)
      const stem = `${last + 1}-${fileLabel(label)}`
      const png = await encodeOneBitPng(renderEscpos(bytes, widthDots))
      await writeWhole(folder, `${stem}.escpos`, bytes)
      last++
      isKept = true
      await writeWhole(folder, `${stem}.png`, png)
      return { outcome: 'printed' }
    } catch {
      return isKept ? unproven('failed') : refused('not-kept')
    }
  }

  async function print(slip: Slip, signal: AbortSignal): Promise<PrintResult> {
    const switches = await readSwitches(folder)
    const state = stateOf(switches)
    const blocking = REFUSING.find((each) => each === state)
    if (blocking) return refused(blocking)
    if (switches.slow) await delay(slowMs, undefined, { signal }).catch(() => undefined)
    return signal.aborted ? refused('aborted') : keep(slip)
  }

  return {
    name: options.name,
    print: (slip, signal) =>
      queue.run(() => {
        if (closing.signal.aborted) return Promise.resolve(refused('closed'))
        return print(slip, signal ? AbortSignal.any([signal, closing.signal]) : closing.signal)
      }),
    status: async () => ({ state: stateOf(await readSwitches(folder)), at: now() }),
    async [Symbol.asyncDispose]() {
      closing.abort()
      await queue.whenIdle()
    },
  }
}

function stateOf(switches: PrinterSwitches): PrinterState {
  if (switches.offline) return 'offline'
  if (switches.coverOpen) return 'cover-open'
  if (switches.paperOut) return 'paper-out'
  return switches.paperLow ? 'paper-low' : 'ready'
}

/** A label becomes part of a file name and nothing else. */
function fileLabel(label: string): string {
  return label.replace(/[^A-Za-z0-9-]/g, '').slice(0, 24) || 'slip'
}
