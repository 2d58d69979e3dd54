import type { HallTicket, LegState } from '../contract/hall.ts'
import type { ClosingAnswer, DayFigures, SummaryWire } from '../contract/standstill.ts'
import { isUnfinished } from '../core/day.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { instantWriter } from './instants.ts'
import type { Lens } from './reading.ts'
import { downMs } from './standstill.ts'
import { counterLabelOf } from './tickets.ts'

/** What closing the day now would end: for whoever is about to do it. */
export function readClosing(hall: Hall): ClosingAnswer {
  const catalogue = catalogueOf(hall)
  const write = instantWriter(catalogue.site.site.timeZone)
  const down = hall.outages.filter(({ until }) => until === null)
  return {
    closed: hall.isClosed,
    left: [...hall.tickets.values()].filter(isUnfinished).map((ticket) => {
      const { service, booth, state, queuedAt, counter } = currentLeg(ticket)
      const at = state === 'called' || state === 'serving' ? counter : null
      return {
        label: ticket.label,
        service,
        booth,
        state,
        since: queuedAt === null ? null : write(queuedAt),
        counter: at,
      }
    }),
    openCounters: [...hall.counters.values()]
      .filter(({ state }) => state !== 'closed')
      .map(({ number, booth, state }) => ({ number, label: counterLabelOf(hall, number) ?? 'Loket 1', booth, state })),
    systemsDown: down.map(({ system }) => ({
      code: system,
      name: catalogue.centralSystems.get(system)?.name ?? system,
    })),
  }
}

/** The day in figures, whole and agency by agency in the order of the site package; agencies without numbers are left out. */
export function readSummary({ hall, now }: Pick<Lens, 'hall' | 'now'>): SummaryWire {
  const catalogue = catalogueOf(hall)
  const tickets = [...hall.tickets.values()]
  const waits = waitsByAgency(hall)
  const agencyOf = (ticket: HallTicket) => catalogue.agencyOfBooth(currentLeg(ticket).booth).code
  return {
    day: hall.day,
    closed: hall.isClosed,
    total: figuresOf(tickets, [...waits.values()].flat()),
    agencies: [...catalogue.agencies.values()].flatMap(({ code, short }) => {
      const own = tickets.filter((ticket) => agencyOf(ticket) === code)
      return own.length === 0 ? [] : [{ code, name: short, ...figuresOf(own, waits.get(code) ?? []) }]
    }),
    expired: tickets.filter((ticket) => currentLeg(ticket).state === 'expired').map(({ label }) => label),
    systems: [...catalogue.centralSystems.values()].flatMap(({ code, name }) => {
      const minutes = Math.floor(downMs(hall, code, now) / 60_000)
      return minutes === 0 ? [] : [{ code, name, downMinutes: minutes }]
    }),
  }
}

/** What the paper of the day says; times are in the building's zone, `printedAt` in epoch ms. */
export function readSummarySlip(lens: Lens) {
  const { name, place, timeZone, zoneAbbreviation, slip: template = {} } = catalogueOf(lens.hall).site.site
  const site = { name: name.id, place: place.id }
  return { site, template, summary: readSummary(lens), printedAt: lens.now, timeZone, zoneAbbreviation }
}

function figuresOf(tickets: readonly HallTicket[], waits: readonly number[]): DayFigures {
  const count = (state: LegState) => tickets.filter((ticket) => currentLeg(ticket).state === state).length
  const sorted = [...waits].sort((a, b) => a - b)
  const minutesAt = (share: number) => {
    const wait = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    return wait === undefined ? null : Math.round(wait / 60_000)
  }
  return {
    issued: tickets.length,
    served: count('done'),
    noShow: count('no-show'),
    expired: count('expired'),
    cancelled: count('cancelled'),
    void: count('void'),
    medianWait: minutesAt(0.5),
    p90Wait: minutesAt(0.9),
  }
}

/** R7.2: waits until the first call, in ms, by the agency of the counter that called. */
function waitsByAgency(hall: Hall): Map<string, number[]> {
  const catalogue = catalogueOf(hall)
  const waits = new Map<string, number[]>()
  for (const record of hall.calls) {
    if (!record.reason || record.call === 0 || !catalogue.counters.has(record.counter)) continue
    const leg = hall.tickets
      .get(record.ticket)
      ?.legs.find((one) => one.counter === record.counter && one.queuedAt !== null)
    if (leg?.queuedAt == null) continue
    const { code } = catalogue.agencyOfBooth(catalogue.boothOfCounter(record.counter).code)
    waits.set(code, [...(waits.get(code) ?? []), Math.max(0, record.at - leg.queuedAt)])
  }
  return waits
}
