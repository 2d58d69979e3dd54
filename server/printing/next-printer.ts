import type { HallTicket } from '../contract/hall.ts'
import type { SitePackage } from '../contract/site.ts'
import type { JobResult, NextPrinters, OpenJob, PrintJob } from './spooler.ts'

export interface NextPrinterPorts {
  readonly site: () => SitePackage
  readonly ticketOf: (id: string) => HallTicket | undefined
  /** The ticket's slip for the paper of a kiosk's printer. */
  readonly slipFor: (ticket: HallTicket, kiosk: string) => Promise<Uint8Array>
}

/** What a visitor has to know of a slip that did not simply come out below the screen. */
export interface SlipNews {
  /** The kiosk where it comes out; null = where it was asked for. */
  readonly kiosk: string | null
  /** Bytes left and nobody can say whether the slip is whole. */
  readonly isUnsure: boolean
}

/** As many as a busy day has; the oldest is forgotten first. */
export const newsKept = 2_000

/**
 * The printers that stand in for each other: from the kiosk of a number on, each names the next, and none is asked
 * twice. Only a number's own slip moves; paper that staff asked for stays where they asked for it.
 */
export function createNextPrinters({ site, ticketOf, slipFor }: NextPrinterPorts) {
  const news = new Map<string, SlipNews>()
  const tell = (ticket: string, more: Partial<SlipNews>): void => {
    const known = news.get(ticket) ?? { kiosk: null, isUnsure: false }
    news.delete(ticket)
    news.set(ticket, { ...known, ...more })
    const [oldest] = news.keys()
    if (news.size > newsKept && oldest !== undefined) news.delete(oldest)
  }
  const isOwn = ({ id, ticket }: Pick<PrintJob, 'id' | 'ticket'>): boolean => id === ticket

  const printers: NextPrinters = {
    async find(job) {
      const ticket = isOwn(job) ? ticketOf(job.ticket) : undefined
      if (!ticket?.kiosk || ticket.legs[0]?.state !== 'reserved') return null
      const chain = chainFrom(site(), ticket.kiosk)
      const at = chain.indexOf(job.printer)
      const printer = at < 0 ? undefined : chain[at + 1]
      return printer === undefined ? null : { printer, bytes: await slipFor(ticket, printer) }
    },
    moved(job) {
      if (isOwn(job) && ticketOf(job.ticket)?.kiosk !== job.printer) tell(job.ticket, { kiosk: job.printer })
    },
  }
  /** Before the hall is told: whoever reads the ticket then reads this too. */
  const note = ({ job, ticket, outcome, reason }: JobResult): void => {
    if (!isOwn({ id: job, ticket })) return
    if (outcome === 'refused') tell(ticket, { kiosk: null })
    // A printer that never answers is judged by the write alone: there would be a doubt about every slip.
    if (outcome === 'unknown' && reason !== 'silent') tell(ticket, { isUnsure: true })
  }
  return {
    printers,
    /** What an earlier hub knew. */
    remember({ id, ...job }: OpenJob): void {
      printers.moved({ id, ...job })
      const { state } = job
      if (state === 'refused' || state === 'unknown') note({ job: id, outcome: state, ...job })
    },
    note,
    newsOf: (ticket: string): SlipNews | null => news.get(ticket) ?? null,
  }
}

/** The kiosks whose printers are asked, in that order. */
function chainFrom({ kiosks }: SitePackage, first: string): readonly string[] {
  const chain: string[] = []
  for (let at: string | undefined = first; at !== undefined && !chain.includes(at); ) {
    const present: string = at
    chain.push(present)
    at = kiosks.find(({ code }) => code === present)?.nextPrinter
  }
  return chain
}
