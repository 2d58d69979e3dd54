import { setTimeout as delay } from 'node:timers/promises'
import { openQueue } from './one-at-a-time.ts'
import { type Printer, type PrinterStatus, type PrintResult, refused, type Slip, unproven } from './printer.ts'

/** One slip for a printer on another PC. */
export interface HostedOrder {
  readonly job: string
  readonly label: string
  /** What `put` called them. */
  readonly bytes: string
  /** A slip not begun by then is refused by the host. */
  readonly withinMs: number
}

/** The PC that lends a printer, as long as it is there. Nothing here rejects; null: the connection was lost before the answer. */
export interface PrinterHost {
  /** Names the journal in which it keeps what it printed; null while it is away. */
  journal(): string | null
  /** Resolves when it is there, or the signal is aborted. */
  arrival(signal: AbortSignal): Promise<void>
  /** Brings bytes over; nothing is done with them yet. Gives their name. */
  put(bytes: Uint8Array): Promise<string | null>
  /** The same job ordered again gives the same result. */
  print(order: HostedOrder): Promise<PrintResult | null>
  withdraw(job: string): void
  outcomeOf(job: string): Promise<PrintResult | null>
  status(): Promise<Omit<PrinterStatus, 'at'> | null>
}

/** Real ms. */
export interface HostedLimits {
  /** How long a host that is away is waited for while it knows nothing of the slip. */
  readonly reachMs: number
  /** A slip that the host has not begun by then is not wanted any more. */
  readonly beginMs: number
  /** Longest time for a slip when the caller sets none. */
  readonly patienceMs: number
  /** How long a job that was given up may take to say what became of it. */
  readonly withdrawMs: number
  /** How long the host of a job of an earlier hub is waited for. */
  readonly returnMs: number
}

const usualLimits: HostedLimits = {
  reachMs: 2_000,
  beginMs: 25_000,
  patienceMs: 60_000,
  withdrawMs: 2_000,
  returnMs: 15_000,
}

export interface HostedPrinterOptions {
  readonly name: string
  readonly host: PrinterHost
  /** Epoch ms. */
  readonly now: () => number
  readonly limits?: Partial<HostedLimits>
}

/**
 * A printer on another PC, lent by its device host. The host keeps durably what it began and how it ended, so a job is
 * ordered again whenever the connection comes back, and still printed once.
 */
export function openHostedPrinter(options: HostedPrinterOptions): Printer {
  const { name, host, now } = options
  const { reachMs, beginMs, patienceMs, withdrawMs, returnMs } = { ...usualLimits, ...options.limits }
  const queue = openQueue()
  const closing = new AbortController()

  /** The journal of the host that is there; null when none came in time. */
  const reach = async (signal: AbortSignal): Promise<string | null> => {
    if (host.journal() === null && !signal.aborted) await host.arrival(signal)
    return host.journal()
  }
  const within = (signal: AbortSignal, ms: number) => AbortSignal.any([signal, AbortSignal.timeout(ms)])

  async function printOnHost({ job, label, bytes }: Slip, signal: AbortSignal): Promise<PrintResult> {
    const beginBy = performance.now() + beginMs
    /** The journal of the host that may know of the job; while it is null, certainly nobody does. */
    let told: string | null = null

    const orderOnce = async (journal: string): Promise<PrintResult | null> => {
      const sent = await host.put(bytes)
      // It may have come back as another one meanwhile.
      if (sent === null || signal.aborted || host.journal() !== journal) return null
      told = journal
      const withinMs = Math.max(0, Math.round(beginBy - performance.now()))
      return host.print({ job, label, bytes: sent, withinMs })
    }
    const orderUntilAnswered = async (): Promise<PrintResult | null> => {
      while (!signal.aborted) {
        const journal = await reach(told === null ? within(signal, reachMs) : signal)
        if (signal.aborted) return null
        if (journal === null) return refused('not-connected')
        // Another journal knows nothing of this job.
        if (told !== null && told !== journal) return unproven('cut-off')
        const result = await orderOnce(journal)
        if (result) return result
      }
      return null
    }
    const over = new AbortController()
    const givenUp = async (): Promise<null> => {
      await untilAborted(signal, over.signal)
      host.withdraw(job)
      if (host.journal() !== null) await delay(withdrawMs, undefined, { ref: false })
      return null
    }
    const result = await Promise.race([orderUntilAnswered(), givenUp()])
    over.abort()
    return result ?? (told === null ? refused('aborted') : unproven('aborted'))
  }

  return {
    name,
    print: (slip, signal) =>
      queue.run(async () => {
        if (closing.signal.aborted) return refused('closed')
        const mine = [closing.signal, AbortSignal.timeout(patienceMs)]
        const either = AbortSignal.any(signal ? [...mine, signal] : mine)
        return either.aborted ? refused('aborted') : printOnHost(slip, either)
      }),
    async status() {
      const status = closing.signal.aborted || host.journal() === null ? null : await host.status()
      return { ...(status ?? { state: 'offline', reason: 'not-connected' }), at: now() }
    },
    async outcomeOf(job, signal) {
      const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      const [returned, answered] = [within(either, returnMs), within(either, patienceMs)]
      while ((await reach(returned)) !== null && !answered.aborted) {
        const asked = host.outcomeOf(job)
        const result = await Promise.race([asked, untilAborted(answered).then(() => null)])
        if (result) return result
      }
      return unproven('no-answer')
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await queue.whenIdle()
    },
  }
}

/** Resolves when `signal` is aborted; forgets about it when `over` is. */
function untilAborted(signal: AbortSignal, over?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true, ...(over && { signal: over }) })
  })
}
