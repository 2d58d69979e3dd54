import type { CounterWire, TicketWire, VisitorTicketWire } from '../contract/api.ts'
import type { HallCounter, HallTicket, LegState } from '../contract/hall.ts'
import { aheadOf } from '../core/ahead.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { instantWriter } from './instants.ts'
import { type Lens, readEstimate } from './reading.ts'

/** A ticket as the API gives it. The public code goes to the taker and on prints only, never into a view of others. */
export function readTicket(hall: Hall, ticket: HallTicket, code: 'with-code' | 'without-code'): TicketWire {
  const write = instantWriter(catalogueOf(hall).site.site.timeZone)
  const instant = (at: number | null) => (at === null ? null : write(at))
  const leg = currentLeg(ticket)
  return {
    id: ticket.id,
    label: ticket.label,
    ...(code === 'with-code' ? { publicCode: ticket.publicCode } : {}),
    serviceDay: ticket.day,
    service: leg.service,
    booth: leg.booth,
    state: leg.state,
    priority: ticket.priority,
    locale: ticket.english ? 'en' : 'id',
    delivery: ticket.delivery,
    kiosk: ticket.kiosk,
    takenAt: write(ticket.takenAt),
    queuedAt: instant(leg.queuedAt),
    calledAt: instant(leg.calledAt),
    startedAt: instant(leg.startedAt),
    calls: leg.calls,
    counter: leg.counter,
    legs: ticket.legs.map((one) => ({
      service: one.service,
      booth: one.booth,
      state: one.state,
      queuedAt: instant(one.queuedAt),
      calledAt: instant(one.calledAt),
      startedAt: instant(one.startedAt),
      endedAt: instant(one.endedAt),
      counter: one.counter,
      calls: one.calls,
    })),
  }
}

const visitorMay: Partial<Record<LegState, VisitorTicketWire['can']>> = {
  reserved: ['accept', 'cancel'],
  void: ['accept'],
  waiting: ['later', 'cancel'],
  called: ['on-my-way'],
  held: ['here', 'cancel'],
  missed: ['here', 'cancel'],
}

/** The visitor's own page: where they stand, why somebody went first, where to go, what they may do. */
export function readVisitorTicket(lens: Lens, ticket: HallTicket): VisitorTicketWire {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const { timeZone } = catalogue.site.site
  const write = instantWriter(timeZone)
  const leg = currentLeg(ticket)
  const isToday = ticket.day === hall.day
  const booth = catalogue.booths.get(leg.booth)
  const service = catalogue.services.get(leg.service)
  const can = isToday ? (visitorMay[leg.state] ?? []) : []
  const at = leg.counter !== null && (leg.state === 'called' || leg.state === 'serving') ? leg.counter : null
  return {
    ...readTicket(hall, ticket, 'without-code'),
    publicCode: ticket.publicCode,
    serviceName: service?.name ?? { id: leg.service, en: leg.service },
    ahead: isToday ? aheadOf(hall, ticket) : null,
    estimate:
      isToday && (leg.state === 'waiting' || leg.state === 'reserved')
        ? readEstimate(lens, { ticket: ticket.id }, timeZone)
        : null,
    overtakenBy: (hall.overtakings.get(ticket.id) ?? [])
      .filter((record) => record.at >= (leg.queuedAt ?? 0))
      .map((record) => ({ at: write(record.at), rule: record.reason?.rule ?? '', name: record.reason?.name ?? '' })),
    where: {
      booth: leg.booth,
      sign: booth?.sign ?? '',
      agency: booth ? catalogue.agencyOfBooth(booth.code).short : '',
      floor: booth?.floor ?? 0,
      zone: booth?.zone ?? '',
      counterLabel: at === null || !catalogue.counters.has(at) ? null : counterLabelOf(hall, at),
    },
    can: ticket.deferred ? can.filter((action) => action !== 'later') : can,
    hold:
      leg.state === 'held' && leg.hold
        ? {
            reason: leg.hold.reason,
            returnAt: leg.hold.returnAt === null ? null : write(leg.hold.returnAt),
            keepUntil: leg.hold.keepUntil === null ? null : write(leg.hold.keepUntil),
          }
        : null,
    requirements: service?.requirements ?? [],
  }
}

/** "2" of "Loket 2" as visitors see it, or null where the booth has one counter. */
export const counterLabelOf = (hall: Hall, number: number): string | null => {
  const label = catalogueOf(hall).counterLabel(number)
  return label === null ? null : `Loket ${label}`
}

export function readCounter(hall: Hall, counter: HallCounter): CounterWire {
  const write = instantWriter(catalogueOf(hall).site.site.timeZone)
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  return {
    number: counter.number,
    booth: counter.booth,
    label: counterLabelOf(hall, counter.number) ?? 'Loket 1',
    state: counter.state,
    pending: counter.pending?.state ?? null,
    pause: counter.pause && {
      reason: counter.pause.reason,
      until: counter.pause.until === null ? null : write(counter.pause.until),
    },
    ticket: ticket ? readTicket(hall, ticket, 'without-code') : null,
  }
}
