import type { RefusalWire, ServicesAnswer, ServiceWire } from '../contract/api.ts'
import { type Refusal, refusals } from '../contract/refusals.ts'
import { catalogueOf, openHolders, standingsOf } from '../core/next.ts'
import { instantWriter } from './instants.ts'
import { type Lens, readEstimate } from './reading.ts'

export const readRefusal = ({ refused, next }: Refusal): RefusalWire => ({
  name: refused,
  message: refusals[refused],
  ...(next ? { next: { ...next } } : {}),
})

export function readService(lens: Lens, code: string): ServiceWire {
  const { hall } = lens
  const catalogue = catalogueOf(hall)
  const service = catalogue.services.get(code)
  if (!service) throw new RangeError(`no service ${code}`)
  const booth = catalogue.boothOfService(code)
  const agency = catalogue.agencyOfBooth(booth.code)
  const refusal = lens.admission(code, lens.now)
  let waiting = 0
  for (const { leg } of standingsOf(hall, code)) if (leg.state === 'waiting') waiting++
  return {
    code,
    name: service.name,
    mode: service.mode,
    agency: { code: agency.code, name: agency.name, short: agency.short },
    booth: { code: booth.code, sign: booth.sign, floor: booth.floor, zone: booth.zone },
    category: service.category,
    keywords: service.keywords,
    open: refusal === null,
    refusal: refusal && readRefusal(refusal),
    waiting,
    estimate: readEstimate(lens, { service: code, priority: false }, catalogue.site.site.timeZone),
    openCounters: openHolders(hall, code).length,
  }
}

/** In the order of the site package. */
export const listServices = (lens: Lens): ServiceWire[] =>
  [...catalogueOf(lens.hall).services.keys()].map((code) => readService(lens, code))

/** The services with what a page needs to show them: the building, its kinds of service, and when the figures were true. */
export function readServices(lens: Lens, demo: boolean): ServicesAnswer {
  const { site, categories } = catalogueOf(lens.hall).site
  const { name, short, timeZone, zoneAbbreviation } = site
  return {
    demo,
    at: instantWriter(timeZone)(lens.now),
    site: { name, short, timeZone, zoneAbbreviation },
    categories,
    services: listServices(lens),
  }
}
