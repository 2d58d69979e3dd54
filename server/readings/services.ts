import type { RefusalWire, ServicesAnswer, ServiceWire } from '../contract/api.ts'
import { type Refusal, refusals } from '../contract/refusals.ts'
import type { Hall } from '../core/hall.ts'
import { systemDown } from '../core/may-issue.ts'
import { catalogueOf, openHolders, standingsOf } from '../core/next.ts'
import { pausedBy } from '../core/paused.ts'
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
  const { refusal, promise, closesAt, startsAt } = lens.admission({
    service: code,
    priority: false,
    items: 1,
    visitor: null,
  })
  const { timeZone } = catalogue.site.site
  const write = instantWriter(timeZone)
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
    promise: refusal || closesAt === null ? null : promise,
    closesAt: closesAt === null ? null : write(closesAt),
    startsAt: refusal || startsAt === null ? null : write(startsAt),
    waiting,
    estimate: readEstimate(lens, { service: code, priority: false }, timeZone),
    ...readPaused(hall, code),
    openCounters: openHolders(hall, code).length,
  }
}

/** R7.1: why there is no estimate now. */
export const readPaused = (hall: Hall, service: string): Pick<ServiceWire, 'paused' | 'pausedSystem'> => ({
  paused: pausedBy(hall, service),
  pausedSystem: hall.pause ? null : ((systemDown(hall, service)?.next?.name as string | undefined) ?? null),
})

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
