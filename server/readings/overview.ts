import type { HallWire } from '../contract/api.ts'
import type { HallTicket } from '../contract/hall.ts'
import { keypadNamed, usualPad } from '../contract/keypad.ts'
import type { HallBooth, HallSnapshot, KioskSnapshot, TicketSnapshot } from '../contract/live.ts'
import { publicReason } from '../contract/reasons.ts'
import type { SitePackage } from '../contract/site.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import { dateAt } from '../core/zone-time.ts'
import { waitsOf } from './counter.ts'
import { readSite, ticketAt } from './displays.ts'
import { instantWriter } from './instants.ts'
import { readBoothState, readLines } from './lines.ts'
import { readPresence } from './presence.ts'
import { type Lens, readEstimate } from './reading.ts'
import { readService } from './services.ts'
import { readHelps, readStandstill } from './standstill.ts'
import { counterLabelOf, readCounter, readVisitorTicket } from './tickets.ts'

const outOfOrderShown = 20

/** The supervisor's view of the whole building, in the order of the site package. */
export function readHallView(lens: Lens): HallSnapshot {
  const { hall } = lens
  const booths = [...catalogueOf(hall).booths.keys()].map((code) => readHallBooth(lens, code))
  const counters = [...hall.counters.values()]
  const waits = waitsOf(hall, () => true).sort((a, b) => a - b)
  const since = booths.flatMap((booth) => booth.longestSince ?? [])
  const outOfOrder = hall.calls.filter((record) => (record.reason?.overtook.length ?? 0) > 0)
  return {
    site: readSite(hall),
    siteVersion: hall.siteVersion,
    standstill: readStandstill(lens),
    helps: readHelps(hall),
    kiosks: [...catalogueOf(hall).kiosks.keys()],
    booths,
    presence: readPresence(hall, lens.shiftsOn(dateAt(lens.now, catalogueOf(hall).site.site.timeZone)), lens.now),
    figures: {
      waiting: booths.reduce((sum, booth) => sum + booth.waiting, 0),
      served: counters.reduce((sum, counter) => sum + counter.served, 0),
      openBooths: booths.filter((booth) => booth.counters.some((counter) => counter.state === 'open')).length,
      openCounters: counters.filter((counter) => counter.state === 'open').length,
      medianWaitMs: waits.length === 0 ? null : (waits[Math.floor(waits.length / 2)] ?? null),
      longestSince: since.length === 0 ? null : Math.min(...since),
      outOfOrder: outOfOrder.length,
    },
    outOfOrder: outOfOrder
      .slice(-outOfOrderShown)
      .reverse()
      .map((record) => ({
        id: String(record.seq),
        at: record.at,
        label: hall.tickets.get(record.ticket)?.label ?? '',
        counter: record.counter,
        rule: record.reason?.rule ?? '',
        name: record.reason?.name ?? '',
        overtook: record.reason?.overtook.length ?? 0,
      })),
  }
}

function readHallBooth(lens: Lens, code: string): HallBooth {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const booth = catalogue.booths.get(code)
  if (!booth) throw new RangeError(`no booth ${code}`)
  const { waiting, longestSince } = readLines(hall, code)
  return {
    code,
    sign: booth.sign,
    name: catalogue.agencyOfBooth(code).short,
    floor: booth.floor,
    zone: booth.zone,
    waiting,
    longestSince,
    estimate: readBoothEstimate(lens, code),
    counters: catalogue
      .countersOfBooth(code)
      .flatMap(({ number }) => hall.counters.get(number) ?? [])
      .map((counter) => {
        const ticket = ticketAt(hall, counter)
        return {
          number: counter.number,
          label: counterLabelOf(hall, counter.number) ?? 'Loket 1',
          state: counter.state,
          pause: counter.pause && { ...counter.pause, reason: publicReason(counter.pause.reason).id },
          ticket: ticket && { label: ticket.label, state: ticket.state, since: ticket.since },
          served: counter.served,
        }
      }),
  }
}

/** The wait of somebody who would join now; a booth's services share its counters, so its first one speaks for it. */
function readBoothEstimate(lens: Lens, code: string) {
  const catalogue = catalogueOf(lens.hall)
  const [first] = catalogue.servicesOfBooth(code)
  return first ? readEstimate(lens, { service: first.code, priority: false }, catalogue.site.site.timeZone) : null
}

/** `GET /api/hall`, in the order of the site package. */
export function readHallWire(lens: Lens): HallWire {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const write = instantWriter(catalogue.site.site.timeZone)
  return {
    booths: [...catalogue.booths.keys()].map((code) => {
      const { counters: _counters, longestSince, ...booth } = readHallBooth(lens, code)
      return {
        ...booth,
        longestSince: longestSince === null ? null : write(longestSince),
        counters: catalogue
          .countersOfBooth(code)
          .flatMap(({ number }) => hall.counters.get(number) ?? [])
          .map((counter) => readCounter(lens, counter)),
      }
    }),
  }
}

export function readKiosk(lens: Lens, code: string): KioskSnapshot | null {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const kiosk = catalogue.kiosks.get(code)
  if (!kiosk) return null
  return {
    site: { ...readSite(hall), hours: catalogue.site.site.hours },
    standstill: readStandstill(lens),
    kiosk: {
      code: kiosk.code,
      name: kiosk.name,
      floor: kiosk.floor,
      at: kiosk.at,
      pad: padOf(catalogue.site, kiosk.pad),
    },
    floors: catalogue.site.floors,
    journeys: catalogue.site.journeys,
    takesBookings: catalogue.site.services.some(({ booking }) => booking !== undefined),
    categories: catalogue.site.categories,
    booths: readBooths(lens),
    services: [...catalogue.services.values()].map((service) => ({
      ...readService(lens, service.code),
      series: catalogue.prefixOf(service.code),
      bookable: service.booking !== undefined,
      minutes: service.minutes,
      free: service.free ?? null,
      keywords: service.keywords,
      requirements: service.requirements,
    })),
    publicUrl: lens.publicUrl,
  }
}

const padOf = ({ site }: SitePackage, pad: string | undefined) =>
  keypadNamed(site.keypads, pad ?? usualPad, 'kiosk')?.keys ?? {}

function readBooths(lens: Lens): KioskSnapshot['booths'] {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  return [...catalogue.booths.values()].map((booth) => {
    const agency = catalogue.agencyOfBooth(booth.code)
    const { state, until, open } = readBoothState(hall, booth.code)
    return {
      code: booth.code,
      sign: booth.sign,
      floor: booth.floor,
      zone: booth.zone,
      name: agency.name,
      short: agency.short,
      place: booth.place,
      waiting: readLines(hall, booth.code).waiting,
      openCounters: open,
      estimate: readBoothEstimate(lens, booth.code),
      state,
      until,
    }
  })
}

export const readTicketView = (lens: Lens, ticket: HallTicket): TicketSnapshot => ({
  site: readSite(lens.hall),
  standstill: readStandstill(lens, (service) => currentLeg(ticket).service === service),
  ticket: readVisitorTicket(lens, ticket),
  floors: catalogueOf(lens.hall).site.floors,
  booths: readBooths(lens),
})

/** R2.4: by public code; yesterday's too, so that an old slip is told so. */
export const findByCode = (hall: Hall, publicCode: string): HallTicket | undefined =>
  hall.tickets.get(hall.codes.get(publicCode) ?? '') ?? hall.past.get(publicCode)
