import type { CounterWire, TicketWire, VisitorTicketWire } from '../contract/api.ts'
import { type HallCounter, type HallTicket, itemsOf, type Leg, type LegState } from '../contract/hall.ts'
import { publicReason } from '../contract/reasons.ts'
import { aheadOf } from '../core/ahead.ts'
import type { Hall } from '../core/hall.ts'
import { freeLegs } from '../core/journey.ts'
import { catalogueOf } from '../core/next.ts'
import { currentIndex, currentLeg } from '../core/ticket.ts'
import { instantWriter } from './instants.ts'
import { type Lens, readEstimate, staffReason } from './reading.ts'
import { readPaused } from './services.ts'

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
  const isInLine = isToday && service !== undefined && (leg.state === 'waiting' || leg.state === 'reserved')
  const { startsAt } = isInLine
    ? lens.admission({ service: leg.service, priority: ticket.priority, items: itemsOf(ticket), visitor: null })
    : { startsAt: null }
  const can = isToday && !(hall.isClosed && leg.state === 'void') ? (visitorMay[leg.state] ?? []) : []
  const at = leg.counter !== null && (leg.state === 'called' || leg.state === 'serving') ? leg.counter : null
  return {
    ...readTicket(hall, ticket, 'without-code'),
    publicCode: ticket.publicCode,
    booking: ticket.booking ? { ...ticket.booking, slotAt: write(ticket.booking.slotAt) } : null,
    steps: readSteps(hall, ticket),
    anotherDay: ticket.anotherDay ? { ...ticket.anotherDay, slotAt: write(ticket.anotherDay.slotAt) } : null,
    serviceName: service?.name ?? { id: leg.service, en: leg.service },
    items: itemsOf(ticket),
    ahead: isToday ? aheadOf(hall, ticket) : null,
    estimate: isInLine ? readEstimate(lens, { ticket: ticket.id }, timeZone) : null,
    ...(isInLine ? readPaused(hall, leg.service) : { paused: null, pausedSystem: null }),
    startsAt: startsAt === null ? null : write(startsAt),
    overtakenBy: (hall.overtakings.get(ticket.id) ?? [])
      .filter((record) => record.at >= (leg.queuedAt ?? 0))
      .map((record) => ({ at: write(record.at), rule: record.reason?.rule ?? '', name: record.reason?.name ?? '' })),
    returnAfter: catalogue.site.site.rules.returnAfter,
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
            reason: publicReason(leg.hold.reason).id,
            returnAt: leg.hold.returnAt === null ? null : write(leg.hold.returnAt),
            keepUntil: leg.hold.keepUntil === null ? null : write(leg.hold.keepUntil),
            missing: [...(leg.hold.missing ?? [])],
          }
        : null,
    requirements: service?.requirements ?? [],
    slip: readSlipNews(lens, ticket.id),
  }
}

function readSlipNews({ hall, slipNews }: Lens, id: string): VisitorTicketWire['slip'] {
  const news = slipNews?.(id)
  if (!news) return null
  const kiosk = news.kiosk === null ? undefined : catalogueOf(hall).kiosks.get(news.kiosk)
  return { at: kiosk ? { name: kiosk.name, floor: kiosk.floor } : null, isUnsure: news.isUnsure }
}

/** §3: the way of a visit over several legs; live waits choose among those that are free. */
export function readSteps(hall: Hall, ticket: HallTicket): VisitorTicketWire['steps'] {
  const present = currentIndex(ticket)
  const after = ticket.legs.map((leg, index): Leg => (index === present ? { ...leg, state: 'done' } : leg))
  const free = freeLegs(after)
  return ticket.legs.map(({ service, state }, index) => ({
    serviceName: catalogueOf(hall).services.get(service)?.name ?? { id: service, en: service },
    standing:
      state !== 'planned' || index === present
        ? null
        : !free.includes(index)
          ? 'later'
          : free.length === 1
            ? 'next'
            : 'free',
  }))
}

/** "2" of "Loket 2" as visitors see it, or null where the booth has one counter. */
export const counterLabelOf = (hall: Hall, number: number): string | null => {
  const label = catalogueOf(hall).counterLabel(number)
  return label === null ? null : `Loket ${label}`
}

/** A counter as staff see it. */
/** R5.5: whether the service of a ticket's present leg names the outcomes that it may have. */
export function listsOutcomes(hall: Hall, id: string): boolean {
  const ticket = hall.tickets.get(id)
  const service = ticket && catalogueOf(hall).services.get(currentLeg(ticket).service)
  return (service?.outcomes?.length ?? 0) > 0
}

export function readCounter(lens: Pick<Lens, 'hall' | 'remarks'>, counter: HallCounter): CounterWire {
  const { hall } = lens
  const write = instantWriter(catalogueOf(hall).site.site.timeZone)
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  return {
    number: counter.number,
    booth: counter.booth,
    label: counterLabelOf(hall, counter.number) ?? 'Loket 1',
    state: counter.state,
    pending: counter.pending?.state ?? null,
    pause: counter.pause && {
      reason: staffReason(lens, counter.pause.reason),
      until: counter.pause.until === null ? null : write(counter.pause.until),
    },
    ticket: ticket ? readTicket(hall, ticket, 'without-code') : null,
  }
}
