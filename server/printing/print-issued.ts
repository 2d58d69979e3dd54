import type { HallTicket } from '../contract/hall.ts'
import { type LiveHall, lapsingDelivery } from '../hall.ts'
import type { Lens } from '../readings/reading.ts'
import { readSlip } from '../readings/slip.ts'
import { encodeSlip, type Paper } from './encode-slip.ts'
import { layOutSlip } from './slip.ts'
import type { JobResult, Spooler } from './spooler.ts'

export interface PrintPorts {
  readonly hall: LiveHall
  readonly lens: () => Lens
  readonly log: { error(data: object, sentence: string): void }
  /** What the printer of a kiosk is and can do. */
  readonly paperOf: (kiosk: string) => Paper
}

const hub = { role: 'hub', id: 'hub' } as const

/** R3.24: what the printer did decides the number's fate. Certainly not printed: offered on the screen instead. */
export async function settlePrint(hall: LiveHall, { job, ticket, outcome }: JobResult): Promise<void> {
  const verb = outcome === 'refused' ? 'fail-print' : 'deliver'
  await hall.execute({ command: { verb, ticket }, actor: hub, device: null, key: `settle:${job}`, fingerprint: verb })
}

/**
 * Every number that waits for paper gets one print job, also those that a stop of the hub left without one: the job's id
 * is the ticket's, so none is printed twice. A number whose slip neither came nor failed in time lapses, after its job
 * has been withdrawn; when it is too late to withdraw, the slip may be out and the number counts as delivered.
 */
export function printIssued(spooler: Spooler, { hall, lens, log, paperOf }: PrintPorts) {
  const enqueue = async (ticket: HallTicket) => {
    try {
      const bytes = await encodeSlip(layOutSlip(readSlip(lens(), ticket)), paperOf(ticket.kiosk ?? ''))
      await spooler.enqueue({
        id: ticket.id,
        ticket: ticket.id,
        label: ticket.label,
        printer: ticket.kiosk ?? '',
        bytes,
      })
    } catch (error) {
      log.error({ err: error, ticket: ticket.label }, 'a slip could not be made; the number is offered on the screen')
      await settlePrint(hall, {
        job: ticket.id,
        ticket: ticket.id,
        label: ticket.label,
        printer: '',
        outcome: 'refused',
        reason: 'slip',
      })
    }
  }
  const waitsForPaper = (ticket: HallTicket) => ticket.delivery === 'print' && ticket.legs[0]?.state === 'reserved'

  const unmade = [...hall.told.tickets.values()].filter(waitsForPaper)
  let turn: NodeJS.Immediate | null = null
  /** Drawing a slip takes some milliseconds: one in a turn of the event loop, so that no call waits for two of them. */
  const makeNext = () => {
    turn = null
    const ticket = unmade.shift()
    if (!ticket) return
    void enqueue(ticket)
    turn = setImmediate(makeNext)
  }
  const make = (tickets: readonly HallTicket[]) => {
    unmade.push(...tickets)
    turn ??= setImmediate(makeNext)
  }
  const unsubscribe = hall.subscribe((events) => {
    for (const { type, tickets = [] } of events) if (type === 'issued') make(tickets.filter(waitsForPaper))
  })
  make([])

  return {
    /** Lapses what is past its time. Called by the hub's timer. */
    lapseOverdue: async (): Promise<void> => {
      for (const ticket of hall.lapsingPrints()) {
        const fate = await spooler.withdraw(ticket.id)
        await hall.execute({
          command: lapsingDelivery(fate, ticket.id),
          actor: hub,
          device: null,
          key: null,
          fingerprint: '',
        })
      }
    },
    /** What is not made by then is made at the next start. */
    stop: () => {
      unsubscribe()
      if (turn) clearImmediate(turn)
    },
  }
}
