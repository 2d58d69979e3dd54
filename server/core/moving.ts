import type { CommandOf } from '../contract/commands.ts'
import { type AnotherDay, type EventDraft, type HallTicket, itemsOf, type Leg } from '../contract/hall.ts'
import { type Decision, freedCounters, type Moment, nothing, placeNow, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { insertLeg } from './journey.ts'
import { mayChangeTo } from './may-issue.ts'
import { callsOfPause, catalogueOf, openHolders } from './next.ts'
import { leaving, pauseEnd, returnedTicket } from './serving.ts'
import {
  currentIndex,
  currentLeg,
  enteringLeg,
  hasEnded,
  plannedLeg,
  replaceLeg,
  withLeg,
  withoutAdvantage,
} from './ticket.ts'

/** R5.7: why a sender's leg is held while its visitor is on a side trip. */
export const returnHere = 'return-here'

/** R3.8, R4.4, R5.7: this leg ends with its times (or waits for the return) and a new leg enters another line. */
export function transfer(hall: Hall, command: CommandOf<'transfer'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['waiting', 'called', 'serving', 'held', 'missed'])
  if (!('ticket' in found)) return found
  const index = currentIndex(found.ticket)
  const leg = currentLeg(found.ticket)
  const target = targetOf(hall, command.to, leg.service)
  if ('unknown' in target) return target
  if (command.position === 'front' && !command.reason) return refuse('reason-required')

  const comesBack = command.returnHere && (leg.state === 'called' || leg.state === 'serving')
  const left: Leg = comesBack
    ? {
        ...leg,
        state: 'held',
        hold: { reason: returnHere, counter: leg.counter, at: moment.at, returnAt: null, keepUntil: null },
      }
    : leaving(leg, 'transferred', moment.at)
  const place = command.position === 'end' ? placeNow(hall, moment) : { placeAt: leg.placeAt, placeSeq: leg.placeSeq }
  const entered: Leg = {
    ...enteringLeg(target.service, target.booth, { queuedAt: moment.at, ...place }),
    ...(target.only === undefined ? {} : { only: target.only }),
    ...(command.position === 'front' ? { front: moment.seq } : {}),
    ...(comesBack ? { returnTo: index } : leg.returnTo === undefined ? {} : { returnTo: leg.returnTo }),
  }
  // A planned leg that comes after this one comes after the new one; a sender has still to be served (§3).
  const legs = insertLeg(replaceLeg(found.ticket, left, index).legs, index, entered, { instead: !comesBack })
  const ticket: HallTicket = { ...found.ticket, legs }
  const draft: EventDraft = { type: 'transferred', tickets: [ticket], counters: freedCounters(hall, found.ticket) }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

type Target =
  | { service: string; booth: string; only: number | undefined }
  | { unknown: 'service' | 'counter' | 'booth' }

function targetOf(hall: Hall, to: CommandOf<'transfer'>['to'], present: string): Target {
  const catalogue = catalogueOf(hall)
  if ('service' in to) {
    const service = catalogue.services.get(to.service)
    return service ? { service: service.code, booth: service.booth, only: undefined } : { unknown: 'service' }
  }
  if ('booth' in to) return boothTarget(hall, to.booth, present)
  if (!catalogue.counters.has(to.counter)) return { unknown: 'counter' }
  const held = catalogue.profileOf(to.counter).flat()
  const service = held.includes(present) ? present : held[0]
  if (service === undefined) return { unknown: 'service' }
  return { service, booth: catalogue.boothOfService(service).code, only: to.counter }
}

/** R5.7: the service of a booth that is nearest to the present one: the same, else one that is served now, else its first. */
function boothTarget(hall: Hall, booth: string, present: string): Target {
  const catalogue = catalogueOf(hall)
  if (!catalogue.booths.has(booth)) return { unknown: 'booth' }
  const codes = catalogue.servicesOfBooth(booth).map(({ code }) => code)
  const isServed = (code: string) =>
    openHolders(hall, code).some((number) => catalogue.boothOfCounter(number).code === booth)
  const service = codes.includes(present) ? present : (codes.find(isServed) ?? codes[0])
  return service === undefined ? { unknown: 'service' } : { service, booth, only: undefined }
}

/**
 * A wrong service put right within its line, where R6.1 gives that service: number, lane and place stay, and so does what
 * is left of a pause (R4.7). A return, a front place and a counter of its own belonged to the other service.
 */
export function changeService(hall: Hall, command: CommandOf<'change-service'>, moment: Moment): Decision {
  const catalogue = catalogueOf(hall)
  const found = ticketIn(hall, command.ticket, ['reserved', 'waiting'])
  if (!('ticket' in found)) return found
  const service = catalogue.services.get(command.service)
  if (!service) return { unknown: 'service' }
  const leg = currentLeg(found.ticket)
  if (service.code === leg.service) return nothing({ ticket: found.ticket })
  if (catalogue.prefixOf(service.code) !== catalogue.prefixOf(leg.service)) return refuse('other-line')
  const { priority, visitor = null } = found.ticket
  const asking = { service: service.code, priority, items: itemsOf(found.ticket), visitor }
  const isStaff = moment.actor.role !== 'visitor' && moment.actor.role !== 'kiosk'
  const refusal = mayChangeTo(hall, asking, leg.queuedAt ?? moment.at, command.inForce ?? false, isStaff)
  if (refusal) return { refusal }
  const { only: _only, ...kept } = withoutAdvantage(leg)
  const others = callsOfPause(hall, leg)
  const pause = others > 0 ? { pausedUntil: (hall.tally.get(service.code) ?? 0) + others } : {}
  const ticket = replaceLeg(found.ticket, { ...kept, ...pause, service: service.code, booth: service.booth })
  return changed('service-changed', ticket)
}

/** R3.9: every leg that has not ended ends here. */
export function cancel(hall: Hall, command: CommandOf<'cancel'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['reserved', 'waiting', 'called', 'serving', 'held', 'missed'])
  if (!('ticket' in found)) return found
  const ticket = cancelled(found.ticket, moment, command.anotherDay)
  const draft: EventDraft = { type: 'cancelled', tickets: [ticket], counters: freedCounters(hall, found.ticket) }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

const cancelled = (ticket: HallTicket, moment: Moment, anotherDay?: AnotherDay): HallTicket => ({
  ...ticket,
  ...(anotherDay ? { anotherDay } : {}),
  reservedUntil: null,
  legs: ticket.legs.map((leg) => (hasEnded(leg.state) ? leg : leaving(leg, 'cancelled', moment.at))),
})

/** R5.8: a further leg for the same visitor; it enters its line when the legs before it have ended. */
export function addService(hall: Hall, command: CommandOf<'add-service'>): Decision {
  const ticket = hall.tickets.get(command.ticket)
  if (!ticket) return { unknown: 'ticket' }
  const service = catalogueOf(hall).services.get(command.service)
  if (!service) return { unknown: 'service' }
  if (hasEnded(currentLeg(ticket).state)) return refuse('ticket-ended')
  const longer: HallTicket = { ...ticket, legs: [...ticket.legs, plannedLeg(service.code, service.booth)] }
  return { events: [{ type: 'leg-added', tickets: [longer] }], answer: { ticket: longer } }
}

/** The lane changes, the place does not (R4.0). The category is never known here (R4.11). */
export function setPriority(hall: Hall, command: CommandOf<'set-priority'>): Decision {
  const before = hall.tickets.get(command.ticket)
  if (!before) return { unknown: 'ticket' }
  if (hasEnded(currentLeg(before).state)) return refuse('ticket-ended')
  if (before.priority === command.priority) return nothing({ ticket: before })
  const ticket: HallTicket = { ...before, priority: command.priority }
  const draft: EventDraft = { type: 'priority-set', tickets: [ticket] }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

/** R5.12: what the visitor may do alone, by phone or at the kiosk. */
export function visitorAct(hall: Hall, command: CommandOf<'visitor'>, moment: Moment): Decision {
  switch (command.action) {
    case 'cancel': {
      const found = ticketIn(hall, command.ticket, ['reserved', 'waiting', 'held', 'missed'])
      if (!('ticket' in found)) return found
      return changed('cancelled', cancelled(found.ticket, moment, command.anotherDay))
    }
    case 'here': {
      const found = ticketIn(hall, command.ticket, ['held', 'missed'])
      return 'ticket' in found ? changed('returned', returnedTicket(hall, found.ticket, moment)) : found
    }
    case 'on-my-way': {
      const found = ticketIn(hall, command.ticket, ['called'])
      return 'ticket' in found ? changed('on-my-way', withLeg(found.ticket, { onMyWayAt: moment.at })) : found
    }
    case 'later': {
      const found = ticketIn(hall, command.ticket, ['waiting'])
      if (!('ticket' in found)) return found
      if (found.ticket.deferred) return refuse('already-deferred')
      const { service } = currentLeg(found.ticket)
      return changed('deferred', { ...withLeg(found.ticket, { pausedUntil: pauseEnd(hall, service) }), deferred: true })
    }
  }
}

const changed = (type: EventDraft['type'], ticket: HallTicket): Decision => ({
  events: [{ type, tickets: [ticket] }],
  answer: { ticket },
})

/** A note that travels with the ticket changes nothing of it; the rules only say that it may be written. */
export function noted(hall: Hall, command: CommandOf<'note'>): Decision {
  const ticket = hall.tickets.get(command.ticket)
  return ticket ? nothing({ ticket }) : { unknown: 'ticket' }
}
