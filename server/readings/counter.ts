import type { HallCounter, HallTicket } from '../contract/hall.ts'
import type { CounterSnapshot, LineRow } from '../contract/live.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { callOrder } from '../core/order.ts'
import { currentLeg } from '../core/ticket.ts'
import { readSite, ticketAt } from './displays.ts'
import type { Lens } from './reading.ts'
import { counterLabelOf, readTicket } from './tickets.ts'

/** How the loudspeakers stand with the present call of a ticket. */
export type SpokenState = (ticket: string) => 'waiting' | 'spoken' | 'failed' | 'none'

/** The officer's screen: the visitor in hand, and the line in the order in which this counter would call it. */
export function readCounterView({ hall, now }: Lens, number: number, spoken: SpokenState): CounterSnapshot | null {
  const counter = hall.counters.get(number)
  if (!counter) return null
  const catalogue = catalogueOf(hall)
  const booth = catalogue.boothOfCounter(number)
  const { rules } = catalogue.site.site
  const held: LineRow[] = []
  const missed: LineRow[] = []
  for (const ticket of hall.tickets.values()) {
    const leg = currentLeg(ticket)
    if (leg.state !== 'held' && leg.state !== 'missed') continue
    if (catalogue.tierOf(number, leg.service) === null) continue
    ;(leg.state === 'held' ? held : missed).push(lineRow(hall, ticket))
  }
  const undoable = hall.undoables.get(number)
  const [undoTicket] = undoable?.tickets.keys() ?? []
  const undoUntil = (undoable?.at ?? 0) + rules.undoSeconds * 1000
  return {
    site: readSite(hall),
    counter: {
      number,
      label: counterLabelOf(hall, number),
      booth: booth.code,
      sign: booth.sign,
      agency: catalogue.agencyOfBooth(booth.code).short,
      floor: booth.floor,
      state: counter.state,
      pending: counter.pending?.state ?? null,
      pause: counter.pause,
      served: counter.served,
      serviceMs: counter.served === 0 ? null : counter.servedMs / counter.served,
      waitMs: meanWaitMs(hall, number),
    },
    ticket: inHand(hall, counter, spoken),
    waiting: callOrder(hall, counter, now).map(({ ticket }) => lineRow(hall, ticket)),
    held,
    missed,
    others: catalogue
      .countersOfBooth(booth.code)
      .filter((plan) => plan.number !== number)
      .flatMap((plan) => hall.counters.get(plan.number) ?? [])
      .map((other) => ({
        number: other.number,
        label: counterLabelOf(hall, other.number) ?? '',
        state: other.state,
        ticket: ticketAt(hall, other),
      })),
    undo: undoable && undoTicket && undoUntil > now ? { ticket: undoTicket, until: undoUntil } : null,
    rules: { callsAtMost: rules.callsAtMost, recallSeconds: rules.recallSeconds, undoSeconds: rules.undoSeconds },
  }
}

function inHand(hall: Hall, counter: HallCounter, spoken: SpokenState): CounterSnapshot['ticket'] {
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  if (!ticket) return null
  const leg = currentLeg(ticket)
  const service = catalogueOf(hall).services.get(leg.service)
  return {
    ...readTicket(hall, ticket, 'without-code'),
    serviceName: service?.name ?? { id: leg.service, en: leg.service },
    requirements: service?.requirements ?? [],
    since: (leg.state === 'serving' ? leg.startedAt : leg.calledAt) ?? 0,
    onMyWay: leg.onMyWayAt !== undefined,
    notes: ticket.legs.flatMap((one) => (one.hold ? [one.hold.reason] : [])),
    spoken: spoken(ticket.id),
  }
}

function lineRow(hall: Hall, ticket: HallTicket): LineRow {
  const leg = currentLeg(ticket)
  return {
    id: ticket.id,
    label: ticket.label,
    service: leg.service,
    serviceName: catalogueOf(hall).services.get(leg.service)?.name ?? { id: leg.service, en: leg.service },
    priority: ticket.priority,
    since: leg.queuedAt ?? ticket.takenAt,
    paused: leg.pausedUntil !== undefined && (hall.tally.get(leg.service) ?? 0) < leg.pausedUntil,
    returned: leg.returned !== undefined,
    hold:
      leg.state === 'held' && leg.hold
        ? { reason: leg.hold.reason, returnAt: leg.hold.returnAt, keepUntil: leg.hold.keepUntil }
        : null,
  }
}

/** Mean wait of those first called at this counter today, in ms. */
function meanWaitMs(hall: Hall, number: number): number | null {
  const waits = waitsOf(hall, (counter) => counter === number)
  return waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length
}

/** R7.2: waits until the first call, in ms, of the calls made at the counters asked for. */
export function waitsOf(hall: Hall, isCounted: (counter: number) => boolean): number[] {
  const waits: number[] = []
  for (const record of hall.calls) {
    if (!record.reason || !isCounted(record.counter)) continue
    const leg = hall.tickets
      .get(record.ticket)
      ?.legs.find((one) => one.counter === record.counter && one.queuedAt !== null)
    if (leg?.queuedAt != null) waits.push(Math.max(0, record.at - leg.queuedAt))
  }
  return waits
}
