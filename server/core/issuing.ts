import type { CommandOf } from '../contract/commands.ts'
import type { Delivery, EventDraft, HallTicket, Leg } from '../contract/hall.ts'
import type { Refusal } from '../contract/refusals.ts'
import { type Decision, type Moment, nothing, placeNow, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { beginLeg, freeLegs, planJourney } from './journey.ts'
import { firmRefusal, mayIssue } from './may-issue.ts'
import { catalogueOf } from './next.ts'
import { currentLeg, enteringLeg, hasEnded, withLeg } from './ticket.ts'

/** R2.1: three digits, four when the series overflows. */
export const labelOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(3, '0')}`

/** R3.1, R3.2: a number of its series, if R6.1 lets it be given; in line at once, or reserved until somebody has it in hand. */
export function issue(hall: Hall, command: CommandOf<'issue'>, moment: Moment): Decision {
  const catalogue = catalogueOf(hall)
  if (!catalogue.services.has(command.service)) return { unknown: 'service' }
  if (command.journey !== undefined && !catalogue.journeys.has(command.journey)) return { unknown: 'journey' }
  const plan = command.journey === undefined ? undefined : planJourney(catalogue, command.journey)
  const entering = plan && enteringOf(plan, command.service)
  const service = plan?.[entering ?? 0]?.service ?? command.service
  const admitted = admit(hall, { ...command, service }, moment)
  if ('refusal' in admitted) return admitted
  const ticket = newTicket(hall, { ...command, service, ...(plan ? { plan, entering } : {}) }, moment)
  return { events: [{ type: 'issued', tickets: [ticket], ...admitted }], answer: { ticket } }
}

/** §3: the service asked for where it is free, else the first leg that is. */
function enteringOf(plan: readonly Leg[], service: string): number {
  const free = freeLegs(plan)
  return free.find((index) => plan[index]?.service === service) ?? free[0] ?? 0
}

type Admitting = Pick<
  CommandOf<'issue'>,
  'service' | 'priority' | 'items' | 'visitor' | 'inForce' | 'forecast' | 'override'
>

/**
 * R6.1–R6.3 for a number about to be given: refused, or what its event says beside the ticket, which is something only
 * where staff gave it against a refusal.
 */
export function admit(
  hall: Hall,
  command: Admitting,
  { at }: Moment,
): { refusal: Refusal } | Pick<EventDraft, 'overrode' | 'note'> {
  const { service, priority, items = 1, visitor = null, inForce = false, forecast = null, override } = command
  const asking = { service, priority, items, visitor }
  const { refusal } = mayIssue(hall, asking, at, forecast, inForce)
  if (!refusal) return {}
  if (!override) return { refusal }
  const firm = firmRefusal(hall, asking, at, inForce)
  if (!firm) return { overrode: refusal.refused, note: override }
  return firm.refused === 'day-closed'
    ? { refusal: firm }
    : refuse('override-refused', { ...firm.next, because: firm.refused })
}

/** What a new number is made of; whatever is missing is as for somebody who takes one at a kiosk. */
export interface NewTicket {
  readonly ticket: string
  readonly publicCode: string
  readonly service: string
  readonly priority: boolean
  readonly english?: boolean
  readonly kiosk?: string | null
  readonly delivery?: Delivery
  readonly items?: number
  readonly visitor?: string | null
  /** A paper number has its own. */
  readonly number?: number
  /** The legs of its journey, and which of them begins. */
  readonly plan?: readonly Leg[]
  readonly entering?: number | undefined
  /** When it was taken, when its wait begins and where it stands; each is now where it is missing. */
  readonly takenAt?: number
  readonly queuedAt?: number
  readonly placeAt?: number
  readonly marks?: Pick<HallTicket, 'booking' | 'paper'>
}

/** R2.2: the next of the series that is not in somebody's hand on paper. */
export function nextNumber(hall: Hall, prefix: string): number {
  const onPaper = hall.papers.get(prefix)
  let number = (hall.series.get(prefix) ?? 0) + 1
  while (onPaper?.has(number)) number++
  return number
}

/** A number that enters its line, or is reserved for a delivery. */
export function newTicket(hall: Hall, order: NewTicket, moment: Moment): HallTicket {
  const catalogue = catalogueOf(hall)
  const { service, delivery = 'none', takenAt = moment.at, queuedAt = moment.at, placeAt } = order
  const prefix = catalogue.prefixOf(service)
  const number = order.number ?? nextNumber(hall, prefix)
  const place = { ...placeNow(hall, moment), ...(placeAt === undefined ? {} : { placeAt }) }
  const isReserved = delivery !== 'none'
  const booth = catalogue.boothOfService(service).code
  const leg = enteringLeg(service, booth, { queuedAt, ...place }, isReserved ? 'reserved' : 'waiting')
  return {
    id: order.ticket,
    label: labelOf(prefix, number),
    prefix,
    number,
    publicCode: order.publicCode,
    day: hall.day ?? '',
    priority: order.priority,
    english: order.english ?? false,
    kiosk: order.kiosk ?? null,
    takenAt,
    delivery,
    reservedUntil: isReserved ? reservedUntil(hall, moment) : null,
    legs: legsOf(order, leg),
    ...(order.items !== undefined && order.items > 1 ? { items: order.items } : {}),
    ...(order.visitor ? { visitor: order.visitor } : {}),
    ...order.marks,
  }
}

/** §3: of a journey one leg begins, and so stands first. */
function legsOf({ plan, entering = 0 }: NewTicket, leg: Leg): readonly Leg[] {
  return plan ? beginLeg(plan, entering, { ...(plan[entering] as Leg), ...leg }) : [leg]
}

const reservedUntil = (hall: Hall, moment: Moment): number =>
  moment.at + catalogueOf(hall).site.site.rules.reservedSeconds * 1000

/** R3.3, R3.5: delivered by printer, visitor or staff; it takes the place of the reservation. Doing it twice changes nothing. */
export function deliver(hall: Hall, command: CommandOf<'deliver'>): Decision {
  const found = ticketIn(hall, command.ticket, [
    'reserved',
    'void',
    'waiting',
    'called',
    'serving',
    'held',
    'missed',
    'done',
  ])
  if (!('ticket' in found)) return found
  const { state } = currentLeg(found.ticket)
  if (state !== 'reserved' && state !== 'void') return nothing(found)
  // R8.1: nobody would call it any more.
  if (hall.isClosed) return refuse('day-closed')
  const ticket = { ...withLeg(found.ticket, { state: 'waiting', endedAt: null }), reservedUntil: null }
  return { events: [{ type: 'delivered', tickets: [ticket] }], answer: { ticket } }
}

/** The printer certainly did not take the slip: the number stays reserved and is offered on the screen instead (R3.24). */
export function failPrint(hall: Hall, command: CommandOf<'fail-print'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['reserved'])
  if (!('ticket' in found)) return found
  const ticket: HallTicket = { ...found.ticket, delivery: 'screen', reservedUntil: reservedUntil(hall, moment) }
  return { events: [{ type: 'print-failed', tickets: [ticket] }], answer: { ticket } }
}

/** R3.24: while a screen still offers the number it does not lapse. */
export function offer(hall: Hall, command: CommandOf<'offer'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['reserved'])
  if (!('ticket' in found)) return found
  const ticket: HallTicket = { ...found.ticket, reservedUntil: reservedUntil(hall, moment) }
  return { events: [{ type: 'offered', tickets: [ticket] }], answer: { ticket } }
}

/** R3.4: not delivered in time. */
export function lapse(hall: Hall, command: CommandOf<'lapse'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['reserved'])
  if (!('ticket' in found)) return found
  if (moment.at < (found.ticket.reservedUntil ?? 0)) return refuse('wrong-state')
  const ticket = { ...withLeg(found.ticket, { state: 'void', endedAt: moment.at }), reservedUntil: null }
  return { events: [{ type: 'lapsed', tickets: [ticket] }], answer: { ticket } }
}

/** A lost slip printed again: the number and its place stay; the journal keeps that it happened. An ended number has no slip. */
export function reprint(hall: Hall, command: CommandOf<'reprint'>): Decision {
  const ticket = hall.tickets.get(command.ticket)
  if (!ticket) return { unknown: 'ticket' }
  const { state } = currentLeg(ticket)
  if (hasEnded(state) && state !== 'void') return refuse('ticket-ended', { state })
  return { events: [{ type: 'reprinted', tickets: [ticket] }], answer: { ticket } }
}
