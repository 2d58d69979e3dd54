import type { HallTicket } from '../contract/hall.ts'
import { aheadOf } from '../core/ahead.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
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
    onward: ticket.legs.flatMap((one) => (one.state === 'planned' ? [signOf(hall, one.booth)] : [])),
    bookedAt: ticket.booking?.slotAt ?? null,
    requirements: (service?.requirements ?? []).map((text) => ({ text: text[locale], ready: false })),
    url: `${lens.publicUrl}/t/${ticket.publicCode}`,
    locale,
    reprint,
    free: service?.free ?? false,
    complaintSign: catalogue.booths.get('INFO')?.sign ?? null,
  }
}

const signOf = (hall: Hall, booth: string): string => catalogueOf(hall).booths.get(booth)?.sign ?? ''
