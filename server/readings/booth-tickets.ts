import type { BoothCounterWire, BoothTicketsAnswer, BoothTicketWire } from '../contract/booth-tickets.ts'
import type { Actor, HallCounter, HallTicket, Leg } from '../contract/hall.ts'
import { publicReason } from '../contract/reasons.ts'
import { reopen } from '../core/desk.ts'
import { catalogueOf, standingsOf } from '../core/next.ts'
import { callOrder } from '../core/order.ts'
import { comparePlaces, type Standing } from '../core/place.ts'
import { currentLeg } from '../core/ticket.ts'
import { dateAt } from '../core/zone-time.ts'
import { canTakeOver } from './counter.ts'
import { ticketAt } from './displays.ts'
import { instantWriter } from './instants.ts'
import { type CounterPresence, readPresence } from './presence.ts'
import type { Lens } from './reading.ts'
import { counterLabelOf } from './tickets.ts'

const doneShown = 10
type May = BoothTicketsAnswer['may']

/** A booth's counters and numbers; null where there is no such booth. */
export function readBoothTickets(lens: Lens, code: string, may: May, actor: Actor): BoothTicketsAnswer | null {
  const { hall, now } = lens
  const catalogue = catalogueOf(hall)
  const booth = catalogue.booths.get(code)
  if (!booth) return null
  const counters = catalogue.countersOfBooth(code).flatMap(({ number }) => hall.counters.get(number) ?? [])
  const { timeZone } = catalogue.site.site
  const presence = new Map(
    readPresence(hall, lens.shiftsOn(dateAt(now, timeZone)), now).map((each) => [each.counter, each]),
  )
  return {
    booth: { code, sign: booth.sign, name: catalogue.agencyOfBooth(code).short, floor: booth.floor },
    may,
    counters: counters.map((counter) => readOne(lens, counter, counters, presence.get(counter.number))),
    tickets: [
      ...inLine(lens, code, counters).map(({ ticket, leg }) => row(lens, ticket, leg)),
      ...apart(lens, code),
      ...lastDone(lens, code, actor),
    ],
  }
}

function readOne(
  lens: Lens,
  counter: HallCounter,
  all: readonly HallCounter[],
  presence: CounterPresence | undefined,
): BoothCounterWire {
  const { hall, remarks } = lens
  const write = instantWriter(catalogueOf(hall).site.site.timeZone)
  const { number, state, pending, pause } = counter
  const ticket = ticketAt(hall, counter)
  const words = pause && remarks.wordsOf(pause.reason)
  return {
    number,
    label: counterLabelOf(hall, number) ?? 'Loket 1',
    state,
    pending: pending?.state ?? null,
    pause: pause && {
      reason: words ? { id: words, en: words } : publicReason(pause.reason),
      until: pause.until === null ? null : write(pause.until),
    },
    officer: presence
      ? { state: presence.state, since: write(presence.since) }
      : counter.officer === null
        ? null
        : { state: 'present', since: null },
    ticket:
      ticket && counter.ticket !== null
        ? { id: counter.ticket, label: ticket.label, state: ticket.state, since: write(ticket.since) }
        : null,
    takeOver: all.filter((other) => canTakeOver(hall, other, counter)).map((other) => other.number),
  }
}

/** As the booth's door shows it: the order of its first open counter; services that this one does not hold come after. */
function inLine({ hall, now }: Lens, code: string, counters: readonly HallCounter[]): Standing[] {
  const caller = counters.find(({ state }) => state === 'open') ?? counters[0]
  const order = caller ? callOrder(hall, caller, now).filter(({ leg }) => leg.booth === code) : []
  const known = new Set(order.map(({ ticket }) => ticket.id))
  const others = catalogueOf(hall)
    .servicesOfBooth(code)
    .flatMap((service) => [...standingsOf(hall, service.code)])
    .filter(({ ticket, leg }) => leg.state === 'waiting' && !known.has(ticket.id))
  return [...order, ...others.sort(comparePlaces)]
}

const apartStates: readonly Leg['state'][] = ['called', 'serving', 'held', 'missed', 'no-show']

function apart(lens: Lens, code: string): BoothTicketWire[] {
  return [...lens.hall.tickets.values()]
    .map((ticket) => ({ ticket, leg: currentLeg(ticket) }))
    .filter(({ leg }) => leg.booth === code && apartStates.includes(leg.state))
    .sort((a, b) => apartStates.indexOf(a.leg.state) - apartStates.indexOf(b.leg.state) || sinceOf(b) - sinceOf(a))
    .map(({ ticket, leg }) => row(lens, ticket, leg))
}

function lastDone(lens: Lens, code: string, actor: Actor): BoothTicketWire[] {
  return [...lens.hall.tickets.values()]
    .flatMap((ticket) => {
      const leg = ticket.legs.findLast(({ state, booth }) => state === 'done' && booth === code)
      return leg ? { ticket, leg } : []
    })
    .sort((a, b) => sinceOf(b) - sinceOf(a))
    .slice(0, doneShown)
    .map(({ ticket, leg }) => ({ ...row(lens, ticket, leg), reopens: canReopen(lens, ticket, leg, actor) }))
}

/** R5.6: the hall's own answer, and that it is this leg that would come back. */
function canReopen({ hall, now }: Lens, ticket: HallTicket, leg: Leg, actor: Actor): boolean {
  const command = { verb: 'reopen', ticket: ticket.id, reason: 'wrong-finish' } as const
  const decision = reopen(hall, command, { at: now, seq: hall.lastSeq + 1, actor })
  return 'answer' in decision && decision.answer.ticket?.legs[ticket.legs.indexOf(leg)]?.state === 'waiting'
}

const sinceOf = ({ ticket, leg }: { ticket: HallTicket; leg: Leg }): number => {
  if (leg.state === 'waiting') return leg.queuedAt ?? ticket.takenAt
  if (leg.state === 'held') return leg.hold?.at ?? ticket.takenAt
  return leg.endedAt ?? leg.startedAt ?? leg.calledAt ?? ticket.takenAt
}

function row({ hall }: Lens, ticket: HallTicket, leg: Leg): BoothTicketWire {
  const { services, site } = catalogueOf(hall)
  return {
    id: ticket.id,
    label: ticket.label,
    state: leg.state as BoothTicketWire['state'],
    service: leg.service,
    serviceName: services.get(leg.service)?.name ?? { id: leg.service, en: leg.service },
    since: instantWriter(site.site.timeZone)(sinceOf({ ticket, leg })),
    counter: leg.state === 'waiting' ? (leg.returned?.counter ?? null) : leg.counter,
    reopens: false,
  }
}
