import type { CommandOf } from '../contract/commands.ts'
import type { HallTicket } from '../contract/hall.ts'
import { type Decision, type Moment, nothing, placeNow, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'
import { currentLeg, enteringLeg, withLeg } from './ticket.ts'

/** R2.1: three digits, four when the series overflows. */
export const labelOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(3, '0')}`

/** R3.1, R3.2: a number of its series; in line at once, or reserved until somebody has it in hand. */
export function issue(hall: Hall, command: CommandOf<'issue'>, moment: Moment): Decision {
  const catalogue = catalogueOf(hall)
  const service = catalogue.services.get(command.service)
  if (!service) return { unknown: 'service' }
  if (command.refusal) return { refusal: command.refusal }
  const prefix = catalogue.prefixOf(service.code)
  const number = (hall.series.get(prefix) ?? 0) + 1
  const reserved = command.delivery !== 'none'
  const ticket: HallTicket = {
    id: command.ticket,
    label: labelOf(prefix, number),
    prefix,
    number,
    publicCode: command.publicCode,
    day: hall.day ?? '',
    priority: command.priority,
    english: command.english,
    kiosk: command.kiosk,
    takenAt: moment.at,
    delivery: command.delivery,
    reservedUntil: reserved ? reservedUntil(hall, moment) : null,
    legs: [
      enteringLeg(
        service.code,
        service.booth,
        { queuedAt: moment.at, ...placeNow(hall, moment) },
        reserved ? 'reserved' : 'waiting',
      ),
    ],
  }
  return { events: [{ type: 'issued', tickets: [ticket] }], answer: { ticket } }
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
