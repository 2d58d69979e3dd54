import type { Admission } from './contract/admission.ts'
import { shownRange } from './contract/estimate.ts'
import type { HallEvent, HallTicket } from './contract/hall.ts'
import type { Hall } from './core/hall.ts'
import { catalogueOf, openHolders } from './core/next.ts'
import { type Settlement, settlementsOf } from './core/settlement.ts'
import { currentLeg } from './core/ticket.ts'
import type { LiveHall } from './hall.ts'
import type { Lens } from './readings/reading.ts'
import type { GivenForecast, SettledForecast } from './store/forecasts.ts'

export interface KeepingPorts {
  readonly hall: LiveHall
  readonly lens: () => Lens
  /** R6.2: what a ticket in line was promised; null where no hours are in force. */
  readonly promiseOf: (ticket: HallTicket) => Pick<Admission, 'promise' | 'closesAt'> | null
  readonly keep: (given: readonly GivenForecast[], settled: readonly SettledForecast[]) => Promise<void>
  readonly log: { error(data: object, sentence: string): void }
}

/** In a rush many are kept with one write. */
const writeEveryMs = 200
/**
 * One look at the lines serves everybody who joined them since the last one. A look is cut short, so that nobody's call
 * waits for it, and rests in between; what is left comes next.
 */
const lookEveryMs = 50
const lookAtMostMs = 4
const restFactor = 19

/**
 * R7.3: keeps what everybody who joins a line was told, and how it came out. The forecasting waits for the answers that
 * people wait for, and the writing for company. @returns stops, and keeps what is left.
 */
export function keepForecasts({ hall, lens, promiseOf, keep, log }: KeepingPorts): () => Promise<void> {
  let joined: { ticket: string; leg: number; at: number }[] = []
  let given: GivenForecast[] = []
  let settled: Settlement[] = []
  let restUntil = 0
  let looking: NodeJS.Timeout | null = null
  let writing: NodeJS.Timeout | null = null

  const look = () => {
    looking = null
    const begin = performance.now()
    const now = lens()
    let seen = 0
    while (seen < joined.length && performance.now() - begin < lookAtMostMs)
      given.push(...givenTo(now, joined[seen++] as (typeof joined)[number]))
    joined = joined.slice(seen)
    const end = performance.now()
    restUntil = end + restFactor * (end - begin)
    if (joined.length > 0) lookLater()
  }
  const lookLater = () => {
    looking ??= setTimeout(look, Math.max(lookEveryMs, restUntil - performance.now()))
  }
  const givenTo = ({ hall: told, forecast, now }: Lens, { ticket: id, leg, at }: (typeof joined)[number]) => {
    const ticket = told.tickets.get(id)
    const service = ticket?.legs[leg]?.service
    if (!ticket || service === undefined || !catalogueOf(told).services.has(service)) return []
    const guess = forecast(told, { ticket: id }, now)
    const range = guess && shownRange(guess, now)
    const promised = leg === 0 ? promiseOf(ticket) : null
    if (!range && !promised) return []
    const row: GivenForecast = {
      ticket: id,
      leg,
      day: ticket.day,
      agency: catalogueOf(told).agencyOfService(service).code,
      service,
      givenAt: at,
      fromAt: range?.from ?? null,
      toAt: range?.to ?? null,
      promise: promised && promised.closesAt !== null ? promised.promise : null,
      closesAt: promised?.closesAt ?? null,
    }
    return [row]
  }
  const write = async () => {
    writing = null
    if (joined.length > 0) return later()
    const [rows, ends] = [given, settled]
    given = []
    settled = []
    await keep(rows, ends).catch((error) => log.error({ err: error }, 'the record of forecasts could not be written'))
  }
  const later = () => {
    writing ??= setTimeout(() => void write(), writeEveryMs)
  }

  const unsubscribe = hall.subscribe((events, told) => {
    const [before, ends] = [joined.length, settled.length]
    for (const event of events) {
      if (event.type !== 'issued' || lens().inForce() || isTold(told, event)) joined.push(...joinedBy(event))
      if (event.type !== 'issued') settled.push(...settlementsOf(event))
    }
    if (joined.length > before) lookLater()
    if (joined.length > before || settled.length > ends) later()
  })
  return async () => {
    unsubscribe()
    if (looking) clearTimeout(looking)
    if (writing) clearTimeout(writing)
    for (const one of joined.splice(0)) given.push(...givenTo(lens(), one))
    if (given.length + settled.length > 0) await write()
  }
}

/** Whether a new number was told anything: without an open counter and without hours in force there is nothing to tell. */
const isTold = (told: Hall, { tickets = [] }: HallEvent): boolean =>
  tickets.some(({ legs }) => legs[0] !== undefined && openHolders(told, legs[0].service).length > 0)

/** Who has just entered a line, with a new number or a further leg. */
function joinedBy({ at, tickets = [] }: HallEvent): { ticket: string; leg: number; at: number }[] {
  return tickets.flatMap((ticket) => {
    const leg = currentLeg(ticket)
    const isNew = leg.queuedAt === at && (leg.state === 'waiting' || leg.state === 'reserved')
    return isNew ? [{ ticket: ticket.id, leg: ticket.legs.indexOf(leg), at }] : []
  })
}
