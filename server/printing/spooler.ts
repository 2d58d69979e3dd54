import { setTimeout as delay } from 'node:timers/promises'
import type { Printer, PrintResult } from '../../drivers/printers/printer.ts'

export interface PrintJob {
  /** Made by the caller; the same id is printed once, however often it is enqueued. */
  readonly id: string
  /** The ticket's id. */
  readonly ticket: string
  readonly label: string
  /** The printer's name. */
  readonly printer: string
}

export type JobOutcome = 'printed' | 'refused' | 'unknown'

/** How a job ended. `printed` and `unknown` count as delivered (R3.24); `refused` is certainly not on paper. */
export interface JobResult {
  readonly job: string
  readonly ticket: string
  readonly label: string
  readonly printer: string
  readonly outcome: JobOutcome
  readonly reason: string | null
}

export interface OpenJob extends PrintJob {
  readonly state: 'queued' | 'sending' | 'withdrawn' | JobOutcome
  readonly reason: string | null
}

/** The durable side of the spool. Every promise resolves after the change is on disk. Times are epoch ms. */
export interface SpoolStore {
  add(job: PrintJob & { bytes: Uint8Array; at: number }): Promise<'added' | 'known'>
  /** Jobs that wait, were under way, or ended without `markTold`; oldest first. */
  readOpen(): Promise<readonly OpenJob[]>
  /** queued → sending, once; null when the job was withdrawn or taken before. */
  take(job: string, at: number): Promise<Uint8Array | null>
  settle(job: string, result: { outcome: JobOutcome; reason: string | null }, at: number): Promise<void>
  markTold(job: string, at: number): Promise<void>
  withdraw(ticket: string, at: number): Promise<'withdrawn' | 'too-late'>
}

export interface SpoolerOptions {
  readonly store: SpoolStore
  /** The printer of this name as the building has it now. */
  readonly printerOf: (name: string) => Printer | undefined
  /** Epoch ms. */
  readonly now: () => number
  /**
   * Called once for each job that ended, after its end is durable. A job whose promise was not kept before a crash is
   * told again at the next start, so the receiver uses `job` as its idempotency key.
   */
  readonly onResult: (result: JobResult) => Promise<void>
  /** The store or the receiver failed; the job stays open and is taken up at the next start. */
  readonly onTrouble: (error: unknown, job: PrintJob) => void
  /** After this a printer is asked to give up. */
  readonly printMs?: number
  /** After this the spooler no longer waits for its answer. */
  readonly giveUpMs?: number
}

export interface Spooler extends AsyncDisposable {
  /** Resolves when the job is durable, not when it is printed. */
  enqueue(job: PrintJob & { readonly bytes: Uint8Array }): Promise<void>
  /** `withdrawn`: certainly not printed and never will be. `too-late`: bytes have left, or the slip is out. */
  withdraw(ticket: string): Promise<'withdrawn' | 'too-late'>
}

/**
 * One line of jobs a printer, so that a printer that hangs holds up nobody else's.
 * Order for each job: durably *sending*, then the bytes leave, then the result is durable, then it is told.
 * So a job found *sending* at the start may be on paper: it is not printed again and counts as unknown.
 */
export async function openSpooler(options: SpoolerOptions): Promise<Spooler> {
  const { store, printerOf, now, onResult, onTrouble, printMs = 30_000, giveUpMs = 5_000 } = options
  const lines = new Map<string, Promise<void>>()
  const closing = new AbortController()
  let isClosing = false

  const tell = async (job: PrintJob, outcome: JobOutcome, reason: string | null) => {
    const { id, ticket, label, printer } = job
    await onResult({ job: id, ticket, label, printer, outcome, reason })
    await store.markTold(id, now())
  }

  const finish = async (job: PrintJob, outcome: JobOutcome, reason: string | null) => {
    await store.settle(job.id, { outcome, reason }, now())
    await tell(job, outcome, reason)
  }

  const printJob = async (job: PrintJob) => {
    const printer = printerOf(job.printer)
    const bytes = await store.take(job.id, now())
    if (bytes === null) return
    if (!printer) return finish(job, 'refused', 'no-such-printer')
    const result = await printOrGiveUp(printer, { label: job.label, bytes })
    await finish(job, result.outcome, 'reason' in result ? result.reason : null)
  }

  /** A driver that throws or hangs may have sent bytes. */
  const printOrGiveUp = async (printer: Printer, slip: { label: string; bytes: Uint8Array }) => {
    const over = new AbortController()
    const deadline = AbortSignal.any([AbortSignal.timeout(printMs), closing.signal])
    const hung = untilAborted(deadline, over.signal).then(async (): Promise<PrintResult> => {
      await delay(giveUpMs, undefined, { signal: over.signal }).catch(() => undefined)
      return { outcome: 'unknown', reason: 'stalled' }
    })
    const printed = printer.print(slip, deadline).catch((): PrintResult => ({ outcome: 'unknown', reason: 'failed' }))
    try {
      return await Promise.race([printed, hung])
    } finally {
      over.abort()
    }
  }

  const line = (job: PrintJob, work: () => Promise<void>) => {
    const before = lines.get(job.printer) ?? Promise.resolve()
    const next = before.then(async () => {
      // What still waits when the hub closes is printed at the next start.
      if (!isClosing) await work()
    })
    lines.set(
      job.printer,
      next.catch((error: unknown) => onTrouble(error, job)),
    )
  }

  for (const job of await store.readOpen()) {
    if (job.state === 'queued') line(job, () => printJob(job))
    else if (job.state === 'sending') line(job, () => finish(job, 'unknown', 'interrupted'))
    else if (job.state !== 'withdrawn') {
      const { state, reason } = job
      line(job, () => tell(job, state, reason))
    }
  }

  return {
    async enqueue({ id, ticket, label, printer, bytes }) {
      const job = { id, ticket, label, printer }
      if ((await store.add({ ...job, bytes, at: now() })) === 'added') line(job, () => printJob(job))
    },
    withdraw: (ticket) => store.withdraw(ticket, now()),
    async [Symbol.asyncDispose]() {
      if (isClosing) return
      isClosing = true
      const idle = Promise.all(lines.values())
      await Promise.race([idle, delay(giveUpMs / 2, undefined, { ref: false })])
      closing.abort()
      await idle
    },
  }
}

/** Resolves when `signal` is aborted; forgets about it when `over` is. */
function untilAborted(signal: AbortSignal, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over })
  })
}
