import type { CommandOf } from '../contract/commands.ts'
import type { EventDraft, HallTicket, Leg } from '../contract/hall.ts'
import { type Decision, freedCounters, type Moment, nothing, placeNow, refuse, ticketIn } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'
import { leaving, pauseEnd, returnedTicket } from './serving.ts'
import { currentIndex, currentLeg, enteringLeg, hasEnded, plannedLeg, withLeg } from './ticket.ts'

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
        hold: { reason: 'return-here', counter: leg.counter, at: moment.at, returnAt: null, keepUntil: null },
      }
    : leaving(leg, 'transferred', moment.at)
  const place = command.position === 'end' ? placeNow(hall, moment) : { placeAt: leg.placeAt, placeSeq: leg.placeSeq }
  const entered: Leg = {
    ...enteringLeg(target.service, target.booth, { queuedAt: moment.at, ...place }),
    ...(target.only === undefined ? {} : { only: target.only }),
    ...(command.position === 'front' ? { front: moment.seq } : {}),
    ...(comesBack ? { returnTo: index } : leg.returnTo === undefined ? {} : { returnTo: leg.returnTo }),
  }
  const legs = [...found.ticket.legs.slice(0, index), left, entered, ...found.ticket.legs.slice(index + 1)]
  const ticket: HallTicket = { ...found.ticket, legs }
  const draft: EventDraft = { type: 'transferred', tickets: [ticket], counters: freedCounters(hall, found.ticket) }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

type Target = { service: string; booth: string; only: number | undefined } | { unknown: 'service' | 'counter' }

function targetOf(hall: Hall, to: CommandOf<'transfer'>['to'], present: string): Target {
  const catalogue = catalogueOf(hall)
  if ('service' in to) {
    const service = catalogue.services.get(to.service)
    return service ? { service: service.code, booth: service.booth, only: undefined } : { unknown: 'service' }
  }
  if (!catalogue.counters.has(to.counter)) return { unknown: 'counter' }
  const held = catalogue.profileOf(to.counter).flat()
  const service = held.includes(present) ? present : (held[0] as string)
  return { service, booth: catalogue.boothOfService(service).code, only: to.counter }
}

/** R3.9: every leg that has not ended ends here. */
export function cancel(hall: Hall, command: CommandOf<'cancel'>, moment: Moment): Decision {
  const found = ticketIn(hall, command.ticket, ['reserved', 'waiting', 'called', 'serving', 'held', 'missed'])
  if (!('ticket' in found)) return found
  const ticket = cancelled(found.ticket, moment)
  const draft: EventDraft = { type: 'cancelled', tickets: [ticket], counters: freedCounters(hall, found.ticket) }
  return { events: [command.reason ? { ...draft, note: command.reason } : draft], answer: { ticket } }
}

const cancelled = (ticket: HallTicket, moment: Moment): HallTicket => ({
  ...ticket,
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
      return changed('cancelled', cancelled(found.ticket, moment))
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
