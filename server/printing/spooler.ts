import { setTimeout as delay } from 'node:timers/promises'
import type { Printer, PrintResult, Slip } from '../../drivers/printers/printer.ts'

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
  /** sending → queued at another printer, which has its own bytes of the same slip. */
  forward(job: string, to: { printer: string; bytes: Uint8Array }, at: number): Promise<void>
  settle(job: string, result: { outcome: JobOutcome; reason: string | null }, at: number): Promise<void>
  markTold(job: string, at: number): Promise<void>
  withdraw(ticket: string, at: number): Promise<'withdrawn' | 'too-late'>
}

/** Who prints a slip of which the printer took no byte. */
export interface NextPrinters {
  /** Null when nobody does. */
  find(job: PrintJob): Promise<{ printer: string; bytes: Uint8Array } | null>
  /** The job is durably with another printer, `job.printer`. */
  moved(job: PrintJob): void
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
  readonly next?: NextPrinters
  /** Called at each try that a printer ended without a printed slip. */
  readonly onFailure?: (printer: string, reason: string) => void
  /** After this a printer is asked to give up. */
  readonly printMs?: number
  /** After this the spooler no longer waits for its answer. */
  readonly giveUpMs?: number
}

export interface Spooler extends AsyncDisposable {
  /** Resolves when the job is durable, not when it is printed. */
  enqueue(job: PrintJob & { readonly bytes: Uint8Array }): Promise<void>
  /**
   * `withdrawn`: certainly not printed and never will be. `under-way`: a printer has it, and its result will be told.
   * `too-late`: bytes have left, or the slip is out.
   */
  withdraw(ticket: string): Promise<'withdrawn' | 'under-way' | 'too-late'>
  /** How many jobs a printer has before it. */
  waiting(printer: string): number
}

/**
 * One line of jobs a printer, so that a printer that hangs holds up nobody else's.
 * Order for each job: durably *sending*, then the bytes leave, then the result is durable, then it is told.
 * So a job found *sending* at the start may be on paper: it is not printed again and counts as unknown.
 */
export async function openSpooler(options: SpoolerOptions): Promise<Spooler> {
  const { store, printerOf, now, onResult, onTrouble, next, printMs = 30_000, giveUpMs = 5_000 } = options
  const lines = new Map<string, Promise<void>>()
  const waiting = new Map<string, number>()
  /** What the printers have in hand. A job that moves is another object for each printer. */
  const underWay = new Set<PrintJob>()
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

  /** A slip of which no byte left goes to the next printer as the same job, so it stays one slip. */
  const conclude = async (job: PrintJob, result: PrintResult) => {
    const reason = 'reason' in result ? result.reason : null
    if (reason !== null) options.onFailure?.(job.printer, reason)
    const heir = result.outcome === 'refused' && !isClosing ? await findNext(job) : null
    if (!heir) return finish(job, result.outcome, reason)
    await store.forward(job.id, heir, now())
    const moved = { ...job, printer: heir.printer }
    next?.moved(moved)
    line(moved, () => printJob(moved))
  }

  const findNext = async (job: PrintJob) => {
    try {
      return (await next?.find(job)) ?? null
    } catch (error) {
      onTrouble(error, job)
      return null
    }
  }

  const printJob = async (job: PrintJob) => {
    const printer = printerOf(job.printer)
    const bytes = await store.take(job.id, now())
    if (bytes === null) return
    await inHand(job, async () => {
      if (printer) await conclude(job, await printOrGiveUp(printer, { job: job.id, label: job.label, bytes }))
      else await finish(job, 'refused', 'no-such-printer')
    })
  }

  const inHand = async (job: PrintJob, work: () => Promise<void>) => {
    underWay.add(job)
    await work().finally(() => underWay.delete(job))
  }

  /** It was under way when the hub stopped: somebody on the way to the printer may know more. */
  const askAfter = (job: PrintJob) =>
    inHand(job, async () => {
      const asked = printerOf(job.printer)?.outcomeOf?.(job.id, closing.signal)
      const result = await asked?.catch(() => undefined)
      await conclude(job, result ?? { outcome: 'unknown', reason: 'interrupted' })
    })

  /** A driver that throws or hangs may have sent bytes. */
  const printOrGiveUp = async (printer: Printer, slip: Slip) => {
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
    const { printer } = job
    const count = (change: number) => void waiting.set(printer, (waiting.get(printer) ?? 0) + change)
    count(1)
    const before = lines.get(printer) ?? Promise.resolve()
    const worked = before.then(async () => {
      // What still waits when the hub closes is printed at the next start.
      if (!isClosing) await work()
    })
    lines.set(
      printer,
      worked.catch((error: unknown) => onTrouble(error, job)).finally(() => count(-1)),
    )
  }

  for (const job of await store.readOpen()) {
    if (job.state === 'queued') line(job, () => printJob(job))
    else if (job.state === 'sending') line(job, () => askAfter(job))
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
    withdraw: async (ticket) => {
      const withdrawn = await store.withdraw(ticket, now())
      return withdrawn === 'too-late' && [...underWay].some((job) => job.ticket === ticket) ? 'under-way' : withdrawn
    },
    waiting: (printer) => waiting.get(printer) ?? 0,
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
