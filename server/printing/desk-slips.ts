import { setTimeout as delay } from 'node:timers/promises'
import type { PrintFate } from '../contract/desk.ts'
import type { HallTicket } from '../contract/hall.ts'
import { readMissingSlip, readRollSlip } from '../readings/desk-slips.ts'
import type { Lens } from '../readings/reading.ts'
import { readSlip } from '../readings/slip.ts'
import { layOutMissing, layOutRollSlip } from './desk-layouts.ts'
import { encodeSlip, type Paper } from './encode-slip.ts'
import { layOutSlip } from './slip.ts'
import type { SlipBlock } from './slip-blocks.ts'
import type { JobResult, Spooler } from './spooler.ts'

/** Paper that is no number's own slip: its end is nobody's delivery. */
const noTicket = ''

/** Who waits to hear what became of a print job, for as long as somebody at a desk has patience. Real time. */
export function createPrintFates(patienceMs = 4_000) {
  const waiting = new Map<string, (fate: PrintFate) => void>()
  return {
    tell: ({ job, outcome }: JobResult): void => waiting.get(job)?.(outcome),
    /** Listens before the job is handed over, so that no end comes too early. */
    async of(job: string, handOver: () => Promise<void>): Promise<PrintFate> {
      const told = new Promise<PrintFate>((resolve) => waiting.set(job, resolve))
      const over = new AbortController()
      try {
        await handOver()
        return await Promise.race([
          told,
          delay(patienceMs, 'waiting' as const, { signal: over.signal, ref: false }).catch(() => 'waiting' as const),
        ])
      } finally {
        over.abort()
        waiting.delete(job)
      }
    },
  }
}

export interface DeskSlipPorts {
  readonly spooler: Spooler
  readonly fates: ReturnType<typeof createPrintFates>
  readonly lens: () => Lens
  readonly paperOf: (kiosk: string) => Paper
}

/** Slips that staff ask for, each a job of its own beside the one a number was issued with. */
export function printForDesk({ spooler, fates, lens, paperOf }: DeskSlipPorts) {
  const enqueue = async (id: string, label: string, printer: string, blocks: SlipBlock[], ticket = noTicket) =>
    spooler.enqueue({ id, ticket, label, printer, bytes: await encodeSlip(blocks, paperOf(printer)) })

  return {
    /** The same slip, marked. When it is out, a number that nobody had in hand is delivered; when it is not, nothing changes. */
    reprint: (job: string, ticket: HallTicket, kiosk: string): Promise<PrintFate> =>
      fates.of(job, () => enqueue(job, ticket.label, kiosk, layOutSlip(readSlip(lens(), ticket, true)), ticket.id)),
    missingPapers: async (job: string, ticket: HallTicket, kiosk: string): Promise<PrintFate> => {
      const content = readMissingSlip(lens(), ticket)
      if (!content) return 'refused'
      return fates.of(job, () => enqueue(job, ticket.label, kiosk, layOutMissing(content)))
    },
    roll: (
      job: string,
      { service, from, count }: { service: string; from: number; count: number },
      kiosk: string,
    ): Promise<PrintFate> => {
      const last = count - 1
      return fates.of(`${job}:${last}`, async () => {
        for (let n = 0; n <= last; n++) {
          const content = readRollSlip(lens(), service, from + n)
          await enqueue(`${job}:${n}`, content.label, kiosk, layOutRollSlip(content))
        }
      })
    },
  }
}
