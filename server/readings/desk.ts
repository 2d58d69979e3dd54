import type { DeskAnswer, DeskTicketsAnswer, DeskTicketWire } from '../contract/desk.ts'
import type { Actor, HallTicket } from '../contract/hall.ts'
import { readTicketQuery } from '../contract/label.ts'
import { isAllowed } from '../core/access.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import type { Lens } from './reading.ts'
import { readVisitorTicket } from './tickets.ts'

/** A list longer than this helps nobody at a desk. */
const mostShown = 30
/** A lost slip: nobody knows better than this when they took it. */
const aboutMs = 10 * 60_000

/** A number as staff see it: without the code that speaks for the visitor (R2.4). */
export function readDeskTicket(lens: Lens, ticket: HallTicket): DeskTicketWire {
  const { publicCode: _code, ...rest } = readVisitorTicket(lens, ticket)
  return rest
}

/** Whether this person may handle the number at a desk: any at the information desk, else those of the own booth or agency. */
export const mayHandle = (hall: Hall, ticket: HallTicket, actor: Actor): boolean =>
  isAllowed(hall, { verb: 'reprint', ticket: ticket.id }, actor)

/** What the text looks for, today: a number in any writing, a slip's code or address, a booking that has checked in. */
export function findByText(lens: Lens, actor: Actor, text: string): DeskTicketsAnswer {
  const { hall } = lens
  const asked = readTicketQuery(text)
  if (!asked) return { tickets: [], more: false }
  if ('number' in asked) {
    const { prefix, number } = asked
    const fits = (ticket: HallTicket) => ticket.number === number && (prefix === null || ticket.prefix === prefix)
    return shown(lens, actor, [...hall.tickets.values()].filter(fits))
  }
  const id = 'booking' in asked ? hall.checkedIn.get(asked.booking) : hall.codes.get(asked.publicCode)
  const ticket = id === undefined ? undefined : hall.tickets.get(id)
  return shown(lens, actor, ticket ? [ticket] : [])
}

/** A lost slip: whoever took a number for this service about then (epoch ms), the nearest first. */
export function findByMinute(lens: Lens, actor: Actor, service: string, at: number): DeskTicketsAnswer {
  const away = ({ takenAt }: HallTicket) => Math.abs(takenAt - at)
  const near = [...lens.hall.tickets.values()]
    .filter((ticket) => away(ticket) <= aboutMs && ticket.legs.some((leg) => leg.service === service))
    .sort((a, b) => away(a) - away(b))
  return shown(lens, actor, near)
}

function shown(lens: Lens, actor: Actor, found: readonly HallTicket[]): DeskTicketsAnswer {
  const own = found.filter((ticket) => mayHandle(lens.hall, ticket, actor))
  return {
    tickets: own.slice(0, mostShown).map((ticket) => readDeskTicket(lens, ticket)),
    more: own.length > mostShown,
  }
}

export function readDesk({ hall }: Lens): Omit<DeskAnswer, 'role'> {
  const catalogue = catalogueOf(hall)
  return {
    kiosks: [...catalogue.kiosks.values()].map(({ code, name, floor }) => ({ code, name, floor })),
    services: [...catalogue.services.keys()].map((code) => {
      const prefix = catalogue.prefixOf(code)
      return { code, prefix, highest: Math.max(hall.series.get(prefix) ?? 0, ...(hall.papers.get(prefix) ?? [])) }
    }),
    journeys: [...catalogue.journeys.values()].map(({ code, name, services }) => ({ code, name, services })),
  }
}
