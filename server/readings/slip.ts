import type { Catalogue } from '../contract/catalogue.ts'
import type { HallTicket } from '../contract/hall.ts'
import { mergeTemplates, type SlipTemplate } from '../contract/site-slip.ts'
import { aheadOf } from '../core/ahead.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg, hasEnded } from '../core/ticket.ts'
import { type Lens, readEstimate } from './reading.ts'

/** What a ticket's slip says. Texts are in the visitor's language. */
export function readSlip(lens: Lens, ticket: HallTicket, reprint = false) {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const { site } = catalogue.site
  const leg = currentLeg(ticket)
  const locale: 'id' | 'en' = ticket.english ? 'en' : 'id'
  const booth = catalogue.boothOfService(leg.service)
  const service = catalogue.services.get(leg.service)
  const ahead = aheadOf(hall, ticket)
  // The slip tells of the place the number has, not of one that somebody would get now.
  const estimate = ahead === null ? null : readEstimate(lens, { ticket: ticket.id }, site.timeZone)
  const kiosks = [...catalogue.kiosks.keys()]
  return {
    site: { name: site.name[locale], place: site.place[locale] },
    label: ticket.label,
    agency: catalogue.agencyOfBooth(booth.code).short,
    service: service?.name[locale] ?? leg.service,
    sign: booth.sign,
    floor: booth.floor,
    kiosk: ticket.kiosk === null ? null : String(kiosks.indexOf(ticket.kiosk) + 1),
    takenAt: ticket.takenAt,
    timeZone: site.timeZone,
    zoneAbbreviation: site.zoneAbbreviation,
    ahead: reprint ? ahead : (ahead ?? 0),
    estimate: estimate && {
      fromAt: Date.parse(estimate.from),
      toAt: Date.parse(estimate.to),
      minutes: estimate.minutes,
    },
    priority: ticket.priority,
    ...readVisits(hall, ticket, locale),
    bookedAt: ticket.booking?.slotAt ?? null,
    requirements: (service?.requirements ?? []).map((text) => ({ text: text[locale], ready: false })),
    url: `${lens.publicUrl}/t/${ticket.publicCode}`,
    locale,
    reprint,
    template: templateOf(catalogue, leg.booth),
    free: service?.free ?? false,
    complaintSign: catalogue.booths.get('INFO')?.sign ?? null,
  }
}

/** Every booth of a visit that leads to several, in order, and whether live waits choose among those to come (§3). */
function readVisits(hall: Hall, { legs }: HallTicket, locale: 'id' | 'en') {
  const catalogue = catalogueOf(hall)
  const shown = legs.filter(({ state }) => state === 'done' || !hasEnded(state))
  if (shown.length < 2) return { visits: [] }
  const planned = legs.filter(({ state }) => state === 'planned')
  return {
    orderMayChange: planned.length > 1 && planned.some(({ after }) => after !== undefined),
    visits: shown.map(({ service, booth, state }) => {
      const { sign = '', floor = 0 } = catalogue.booths.get(booth) ?? {}
      return {
        sign,
        floor,
        agency: catalogue.agencyOfBooth(booth).short,
        service: catalogue.services.get(service)?.name[locale] ?? service,
        done: state === 'done',
      }
    }),
  }
}

/** How slips of a booth are made: what its agency says, else the building. */
export function templateOf(catalogue: Catalogue, booth: string): SlipTemplate {
  return mergeTemplates(catalogue.site.site.slip, catalogue.agencyOfBooth(booth).slip)
}
