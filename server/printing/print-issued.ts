import type { HallTicket } from '../contract/hall.ts'
import { type LiveHall, lapsingDelivery } from '../hall.ts'
import type { Lens } from '../readings/reading.ts'
import { readSlip } from '../readings/slip.ts'
import { encodeSlip, type Paper } from './encode-slip.ts'
import { layOutSlip } from './slip.ts'
import type { JobResult, Spooler } from './spooler.ts'

const realNow = () => performance.now()

export interface PrintPorts {
  readonly hall: LiveHall
  readonly lens: () => Lens
  readonly log: { error(data: object, sentence: string): void }
  /** What the printer of a kiosk is and can do. */
  readonly paperOf: (kiosk: string) => Paper
}

/** A number's own slip, for the paper of that kiosk's printer. */
export const createSlipMaker =
  ({ lens, paperOf }: Pick<PrintPorts, 'lens' | 'paperOf'>) =>
  (ticket: HallTicket, kiosk: string): Promise<Uint8Array> =>
    encodeSlip(layOutSlip(readSlip(lens(), ticket)), paperOf(kiosk))

/**
 * R3.24: what the printer did decides the number's fate. Certainly not printed: offered on the screen instead.
 * The number's own job has its id. Paper that staff asked for can deliver a number, never take one away.
 * Rejects while the journal cannot be written, so that the spool tells it again.
 */
export async function settlePrint(hall: LiveHall, { job, ticket, outcome }: JobResult): Promise<void> {
  if (ticket === '' || (job !== ticket && outcome === 'refused')) return
  const result = await hall.byHub({ verb: outcome === 'refused' ? 'fail-print' : 'deliver', ticket }, `settle:${job}`)
  if ('refusal' in result && result.refusal.refused === 'hall-unavailable')
    throw new Error('the hall cannot take note of a print')
}

/**
 * Every number that waits for paper gets one print job, also those that a stop of the hub left without one: the job's id
 * is the ticket's, so none is printed twice. A number whose slip neither came nor failed in time lapses, after its job
 * has been withdrawn; when it is too late to withdraw, the slip may be out and the number counts as delivered.
 */
export function printIssued(spooler: Spooler, { hall, lens, log, paperOf }: PrintPorts) {
  const slipFor = createSlipMaker({ lens, paperOf })
  const enqueue = async (ticket: HallTicket) => {
    try {
      const bytes = await slipFor(ticket, ticket.kiosk ?? '')
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
    // It may have ended while it waited to be drawn.
    const now = hall.told.tickets.get(ticket.id)
    if (now && waitsForPaper(now)) void enqueue(now)
    turn = setImmediate(makeNext)
  }
  const make = (tickets: readonly HallTicket[]) => {
    unmade.push(...tickets)
    turn ??= setImmediate(makeNext)
  }
  /** Printing takes real time, however fast the hall's clock runs: since when each number has waited for its slip. */
  const since = new Map(unmade.map(({ id }) => [id, realNow()]))
  const isPatient = ({ id, takenAt, reservedUntil }: HallTicket) =>
    realNow() - (since.get(id) ?? 0) < (reservedUntil ?? takenAt) - takenAt

  /** R3.9, R3.23: a number that ended before its slip came out must not come out any more. */
  const withdraw = (ticket: HallTicket) => {
    since.delete(ticket.id)
    if (ticket.legs[0]?.state === 'waiting') return
    void spooler
      .withdraw(ticket.id)
      .catch((error) => log.error({ err: error, ticket: ticket.label }, 'a slip could not be withdrawn'))
  }
  const unsubscribe = hall.subscribe((events) => {
    for (const { type, tickets = [] } of events) {
      const fresh = type === 'issued' ? tickets.filter(waitsForPaper) : []
      for (const { id } of fresh) since.set(id, realNow())
      make(fresh)
      for (const ticket of tickets) if (since.has(ticket.id) && !waitsForPaper(ticket)) withdraw(ticket)
    }
  })
  make([])

  return {
    /** Lapses what is past its time. Called by the hub's timer. */
    lapseOverdue: async (): Promise<void> => {
      for (const ticket of hall.lapsingPrints()) {
        if (isPatient(ticket)) continue
        const fate = await spooler.withdraw(ticket.id)
        // What the printer makes of a slip that it has in hand is told in a moment.
        if (fate !== 'under-way') await hall.byHub(lapsingDelivery(fate, ticket.id))
      }
    },
    /** What is not made by then is made at the next start. */
    stop: () => {
      unsubscribe()
      if (turn) clearImmediate(turn)
    },
  }
}
