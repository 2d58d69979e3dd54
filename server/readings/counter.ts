import type { HallCounter } from '../contract/hall.ts'
import { keypadNamed } from '../contract/keypad.ts'
import type { CounterSnapshot } from '../contract/live.ts'
import type { SitePackage } from '../contract/site.ts'
import { intervalsOf } from '../core/calendar.ts'
import { standstill } from '../core/calling.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf, chooseNext } from '../core/next.ts'
import { callOrder } from '../core/order.ts'
import { currentLeg } from '../core/ticket.ts'
import { lineRow, readAside, readLegs, readMarks } from './counter-lists.ts'
import { readSite, ticketAt } from './displays.ts'
import { type Lens, staffReason } from './reading.ts'
import { readHelps, readStandstill } from './standstill.ts'
import { counterLabelOf, readTicket } from './tickets.ts'

/** How the loudspeakers stand with the present call of a ticket. */
export type SpokenState = (ticket: string) => NonNullable<CounterSnapshot['ticket']>['spoken']

/** The officer's screen: the visitor in hand, and the line in the order in which this counter would call it. */
export function readCounterView(lens: Lens, number: number, spoken: SpokenState): CounterSnapshot | null {
  const { hall, now } = lens
  const counter = hall.counters.get(number)
  if (!counter) return null
  const catalogue = catalogueOf(hall)
  const booth = catalogue.boothOfCounter(number)
  const { rules } = catalogue.site.site
  const undoable = hall.undoables.get(number)
  const [undoTicket] = undoable?.tickets.keys() ?? []
  const undoUntil = (undoable?.at ?? 0) + rules.undoSeconds * 1000
  return {
    site: readSite(hall),
    standstill: readStandstill({ hall, now }, (service) => catalogue.tierOf(number, service) !== null),
    helps: readHelps(hall, (call) => hall.counters.get(call.counter)?.booth === booth.code),
    counter: {
      number,
      label: counterLabelOf(hall, number),
      booth: booth.code,
      sign: booth.sign,
      agency: catalogue.agencyOfBooth(booth.code).short,
      floor: booth.floor,
      state: counter.state,
      pending: counter.pending?.state ?? null,
      pause: counter.pause && { ...counter.pause, reason: staffReason(lens, counter.pause.reason) },
      served: counter.served,
      serviceMs: counter.served === 0 ? null : counter.servedMs / counter.served,
      waitMs: meanWaitMs(hall, number),
      services: catalogue.profileOf(number).flat(),
      keypad: readKeypad(catalogue.site, catalogue.counters.get(number)?.keypad),
      breaks: hall.day === null ? [] : intervalsOf(catalogue, catalogue.counters.get(number)?.breaks ?? {}, hall.day),
    },
    ticket: inHand(lens, counter, spoken),
    waiting: callOrder(hall, counter, now).map(({ ticket }) => lineRow(lens, ticket)),
    ...readAside(lens, number),
    others: catalogue
      .countersOfBooth(booth.code)
      .filter((plan) => plan.number !== number)
      .flatMap((plan) => hall.counters.get(plan.number) ?? [])
      .map((other) => ({
        number: other.number,
        label: counterLabelOf(hall, other.number) ?? '',
        state: other.state,
        ticket: ticketAt(hall, other),
        takesOver: canTakeOver(hall, other, counter),
      })),
    automatic: readAutomatic(lens, counter),
    undo: undoable && undoTicket && undoUntil > now ? { ticket: undoTicket, until: undoUntil } : null,
    rules: {
      callsAtMost: rules.callsAtMost,
      recallSeconds: rules.recallSeconds,
      undoSeconds: rules.undoSeconds,
      returnAfter: rules.returnAfter,
      autoStartSeconds: rules.autoStartSeconds,
      autoCallSeconds: rules.autoCallSeconds,
    },
  }
}

function inHand(lens: Lens, counter: HallCounter, spoken: SpokenState): CounterSnapshot['ticket'] {
  const { hall, remarks } = lens
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
    notes: [
      ...ticket.legs.flatMap((one) => (one.hold ? [staffReason(lens, one.hold.reason)] : [])),
      ...remarks.notesOf(ticket.id).map(({ text }) => text),
    ],
    spoken: spoken(ticket.id),
    outcomes: service?.outcomes ?? [],
    outcomeRequired: service?.outcomeRequired ?? false,
    ...readMarks(ticket),
    steps: readLegs(hall, ticket),
  }
}

/** R5.5: what the hub will do here by itself, and when. Nothing begins while nobody is called, nor for an empty line. */
function readAutomatic({ hall, now }: Lens, counter: HallCounter): CounterSnapshot['automatic'] {
  const { autoStartSeconds, autoCallSeconds } = catalogueOf(hall).site.site.rules
  if (standstill(hall)) return null
  const ticket = counter.ticket === null ? undefined : hall.tickets.get(counter.ticket)
  const leg = ticket && currentLeg(ticket)
  if (leg) {
    if (leg.state !== 'called' || autoStartSeconds === 0) return null
    return { act: 'start', at: (leg.calledAt ?? now) + autoStartSeconds * 1000 }
  }
  const freeSince = hall.freeSince.get(counter.number)
  if (freeSince === undefined || counter.pending || autoCallSeconds === 0) return null
  return chooseNext(hall, counter, now) ? { act: 'call', at: freeSince + autoCallSeconds * 1000 } : null
}

/** Whether this counter could go on with who is at another one now. */
export function canTakeOver(hall: Hall, to: HallCounter, from: HallCounter): boolean {
  const ticket = from.ticket === null ? undefined : hall.tickets.get(from.ticket)
  if (!ticket || to.state !== 'open' || to.pending || to.ticket !== null) return false
  return catalogueOf(hall).tierOf(to.number, currentLeg(ticket).service) !== null
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
    if (!record.reason || record.call === 0 || !isCounted(record.counter)) continue
    const leg = hall.tickets
      .get(record.ticket)
      ?.legs.find((one) => one.counter === record.counter && one.queuedAt !== null)
    if (leg?.queuedAt != null) waits.push(Math.max(0, record.at - leg.queuedAt))
  }
  return waits
}

function readKeypad({ site }: SitePackage, code: string | undefined): CounterSnapshot['counter']['keypad'] {
  const pad = keypadNamed(site.keypads, code, 'counter')
  return pad && { name: pad.name, keys: pad.keys }
}
