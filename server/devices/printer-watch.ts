import type { Printer, PrinterStatus } from '../../drivers/printers/printer.ts'
import type { PrinterView } from '../contract/devices.ts'

export interface PrinterWatchPorts {
  readonly list: () => readonly { kiosk: string; kind: string; at: string }[]
  readonly printerOf: (kiosk: string) => Printer | undefined
  /** Told of each change of a printer's state, but not that all is well with one that was just met. */
  readonly onChange: (view: PrinterView) => void
  /** Real time, epoch ms. */
  readonly now?: () => number
  readonly tickMs?: number
}

interface Seen {
  at: string
  state: PrinterView['state']
  since: number
  lastError: PrinterView['lastError']
  /** When it is asked next; Infinity while it is being asked. */
  dueAt: number
  pauseMs: number
}

/** A printer made of files or at a device host, which watches it itself, costs nothing to ask. */
const nearMs = 2_000
const askMs = 10_000
const backOffMs = 60_000
const isAway = (state: PrinterView['state']) => state === 'offline' || state === 'driver-not-installed'

/**
 * Asks every printer for its state again and again: only while it has nothing to print, and a slip that comes cuts the
 * asking short. One that is away is asked less and less often; a slip that fails there is asked after at once.
 */
export function createPrinterWatch(ports: PrinterWatchPorts) {
  const { list, printerOf, onChange, now = Date.now, tickMs = 500 } = ports
  const seen = new Map<string, Seen>()
  let waiting: (kiosk: string) => number = () => 0
  let isOver = false

  const look = (kiosk: string, at: string): Seen => {
    const known = seen.get(kiosk)
    if (known?.at === at) return known
    const fresh: Seen = { at, state: 'unknown', since: now(), lastError: null, dueAt: 0, pauseMs: askMs }
    seen.set(kiosk, fresh)
    return fresh
  }
  const viewOf = ({ kiosk, kind, at }: { kiosk: string; kind: string; at: string }): PrinterView => {
    const { state, since, lastError } = look(kiosk, `${kind} ${at}`)
    return { kiosk, kind, at, state, since, waiting: waiting(kiosk), lastError }
  }
  const learn = (one: { kiosk: string; kind: string; at: string }, known: Seen, { state, reason }: PrinterStatus) => {
    const usual = one.kind === 'virtual' || one.at.includes(': ') ? nearMs : askMs
    known.pauseMs = isAway(state) ? Math.min(backOffMs, Math.max(usual, known.pauseMs * 2)) : usual
    known.dueAt = now() + known.pauseMs
    if (reason) known.lastError = { at: now(), reason }
    if (state === known.state) return
    const isNews = known.state !== 'unknown' || (state !== 'ready' && state !== 'silent')
    known.state = state
    known.since = now()
    if (isNews) onChange(viewOf(one))
  }
  const ask = async (one: { kiosk: string; kind: string; at: string }, known: Seen) => {
    known.dueAt = Number.POSITIVE_INFINITY
    const status = await printerOf(one.kiosk)
      ?.status()
      .catch(() => null)
    if (isOver) return
    if (status) learn(one, known, status)
    else known.dueAt = now() + askMs
  }
  const tick = () => {
    const present = list()
    for (const kiosk of seen.keys()) if (!present.some((one) => one.kiosk === kiosk)) seen.delete(kiosk)
    for (const one of present) {
      const known = look(one.kiosk, `${one.kind} ${one.at}`)
      if (known.dueAt <= now() && waiting(one.kiosk) === 0) void ask(one, known)
    }
  }

  return {
    views: (): PrinterView[] => list().map(viewOf),
    /** A slip failed there: the reason is kept, and the state is asked for as soon as nothing waits. */
    failed(kiosk: string, reason: string): void {
      const one = list().find((each) => each.kiosk === kiosk)
      if (!one || reason === 'silent') return
      const known = look(kiosk, `${one.kind} ${one.at}`)
      known.lastError = { at: now(), reason }
      if (Number.isFinite(known.dueAt)) known.dueAt = 0
    },
    /** Begins to ask. Returns its own undo. */
    begin(waitingAt: (kiosk: string) => number): () => void {
      waiting = waitingAt
      const timer = setInterval(tick, tickMs)
      timer.unref()
      tick()
      return () => {
        isOver = true
        clearInterval(timer)
      }
    },
  }
}
