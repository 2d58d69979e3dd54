import { openQueue } from '../../drivers/printers/one-at-a-time.ts'
import { type Printer, type PrintResult, refused, unproven } from '../../drivers/printers/printer.ts'
import type { HostedPrint, HostedStatus, LentPlan, PrintAnswer, PrintOrder } from '../contract/device-host.ts'
import { PrinterSchema } from '../contract/site-printer.ts'
import type { JobJournal } from './journal.ts'
import type { Pieces } from './pieces.ts'

export interface LentPrintersOptions {
  readonly journal: JobJournal
  readonly pieces: Pick<Pieces, 'whole'>
  readonly open: (name: string, plan: LentPlan) => Printer
  /** Epoch ms. */
  readonly now: () => number
  readonly onTrouble: (trouble: string) => void
}

type Line = ReturnType<typeof openQueue>

/** One printer and those who wait for it; it is opened anew in their midst, never under a slip. */
interface Station {
  plan: LentPlan
  printer: Printer
  readonly line: Line
}
interface Job {
  readonly printer: string
  readonly job: string
}

/** By how much the clocks of two PCs may disagree over the age of a job. */
const clockMarginMs = 60_000

/** The printers that this PC lends. A job is printed at most once by each, whoever is killed or cut off at any moment. */
export function createLentPrinters({ journal, pieces, open, now, onTrouble }: LentPrintersOptions) {
  const stations = new Map<string, Station>()
  /** Of each name for good: what is lent again waits for the slip that it had when it was taken away. */
  const lines = new Map<string, Line>()
  const lineOf = (name: string): Line => {
    const line = lines.get(name) ?? openQueue()
    lines.set(name, line)
    return line
  }
  const running = new Map<string, { stop: AbortController; result: Promise<PrintResult> }>()

  const reopen = (name: string, station: Station) =>
    station.line.run(async () => {
      await station.printer[Symbol.asyncDispose]()
      station.printer = open(name, station.plan)
    })
  const takeAway = (name: string, station: Station) => {
    stations.delete(name)
    // It may be opened anew before its turn comes.
    return station.line.run(async () => station.printer[Symbol.asyncDispose]())
  }
  const lendOne = (name: string, plan: LentPlan) => {
    const station = stations.get(name)
    if (!station) return void stations.set(name, { plan, printer: open(name, plan), line: lineOf(name) })
    if (JSON.stringify(station.plan) === JSON.stringify(plan)) return
    station.plan = plan
    void reopen(name, station)
  }

  const noteEnd = (key: string, result: PrintResult) =>
    journal.end(key, result).catch((error) => onTrouble(`the disk takes no note of a slip: ${String(error)}`))

  /** Durably begun, then the bytes leave, then the end is durable. */
  const printOnce = (station: Station, order: PrintOrder, bytes: Uint8Array, stop: AbortSignal) => {
    const key = keyOf(order)
    const beginBy = performance.now() + order.withinMs
    return station.line.run(async (): Promise<PrintResult> => {
      let result = refused('aborted')
      if (!stop.aborted && performance.now() <= beginBy) {
        try {
          await journal.begin(key)
        } catch (error) {
          onTrouble(`the disk takes no note of a slip: ${String(error)}`)
          return refused('not-kept')
        }
        const { job, label } = order
        result = await station.printer.print({ job, label, bytes }, stop).catch(() => unproven('failed'))
      }
      if (result.outcome !== 'printed' && !isUsual(result.reason))
        onTrouble(`${order.printer}: ${result.outcome}, ${result.reason}`)
      await noteEnd(key, result)
      return result
    })
  }

  /** The end of a job that has one or will have one. */
  const endOf = (key: string): PrintResult | Promise<PrintResult> | undefined =>
    journal.ended(key) ?? running.get(key)?.result
  const run = (key: string, work: (stop: AbortSignal) => Promise<PrintResult>): Promise<PrintResult> => {
    const stop = new AbortController()
    const result = work(stop.signal).finally(() => running.delete(key))
    running.set(key, { stop, result })
    return result
  }

  return {
    /** Lends these and no others. */
    lend(printers: readonly { printer: string; plan: unknown }[]): void {
      for (const [name, station] of [...stations])
        if (!printers.some(({ printer }) => printer === name)) void takeAway(name, station)
      for (const { printer, plan } of printers) {
        const parsed = PrinterSchema.safeParse(plan)
        if (parsed.success && parsed.data.kind !== 'virtual') lendOne(printer, parsed.data)
        else onTrouble(`${printer}: the hub asks for a printer that this version does not know`)
      }
    },
    async print(order: PrintOrder): Promise<PrintAnswer> {
      const key = keyOf(order)
      const end = endOf(key)
      if (end !== undefined) return end
      const station = stations.get(order.printer)
      if (!station) return refused('not-connected')
      const bytes = pieces.whole(order.bytes)
      return bytes ? run(key, (stop) => printOnce(station, order, bytes, stop)) : { unsent: true }
    },
    withdraw: (job: Job): void => running.get(keyOf(job))?.stop.abort(),
    /** What became of the job of an earlier hub. One that this journal would know, and does not, never came: it never will. */
    async outcome({ ageMs, ...job }: Job & { ageMs: number }): Promise<HostedPrint> {
      const key = keyOf(job)
      const end = endOf(key)
      if (end !== undefined) return end
      if (now() - journal.since() < ageMs + clockMarginMs) return unproven('interrupted')
      return run(key, async () => {
        const never = refused('not-connected')
        await noteEnd(key, never)
        return never
      })
    },
    async status({ printer }: { printer: string }): Promise<HostedStatus> {
      const status = await stations.get(printer)?.printer.status()
      if (!status) return { state: 'offline', reason: 'not-connected' }
      return { state: status.state, ...(status.reason && { reason: status.reason }) }
    },
    /** Closes every printer and opens it anew, between two slips. */
    reload: () => Promise.all([...stations].map(([name, station]) => reopen(name, station))),
    async [Symbol.asyncDispose](): Promise<void> {
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...stations].map(([name, station]) => takeAway(name, station)))
    },
  }
}
export type LentPrinters = ReturnType<typeof createLentPrinters>

/** No fault of the printer: it answers nothing as ever, or nobody waits for the slip any more. */
const isUsual = (reason: string) => reason === 'silent' || reason === 'aborted'

const keyOf = ({ printer, job }: Job) => `${printer}/${job}`
