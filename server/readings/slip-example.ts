import type { Catalogue } from '../contract/catalogue.ts'
import { rangeStepMs } from '../contract/estimate.ts'
import type { Service } from '../contract/site.ts'
import { mergeTemplates, type PreviewSlipBody } from '../contract/site-slip.ts'
import { labelOf } from '../core/issuing.ts'
import { catalogueOf } from '../core/next.ts'
import type { Lens } from './reading.ts'

/** Nobody's ticket: its letters are not those of a code (R2.4). */
const exampleCode = 'contoh-tiket0'
const exampleNumber = 50
const exampleAhead = 7
const visitsShown = 3

export type ExampleWish = Pick<PreviewSlipBody, 'slip' | 'agency' | 'locale' | 'priority' | 'kind'>

/** What a slip would say that somebody took now, of a service that the building really has; instants in epoch ms. */
export function readExampleSlip(lens: Lens, { slip, agency, locale, priority, kind }: ExampleWish) {
  const { now, publicUrl } = lens
  const catalogue = catalogueOf(lens.hall)
  const { site } = catalogue.site
  const service = exampleService(catalogue, agency)
  const booth = catalogue.boothOfService(service.code)
  const step = (minutes: number) => Math.floor(now / rangeStepMs) * rangeStepMs + minutes * 60_000
  const requirements = service.requirements.map((text) => ({ text: text[locale], ready: false }))
  return {
    site: { name: site.name[locale], place: site.place[locale] },
    template: agency === undefined ? (slip ?? {}) : mergeTemplates(site.slip, slip ?? {}),
    label: labelOf(catalogue.prefixOf(service.code), exampleNumber),
    agency: (catalogue.agencies.get(agency ?? '') ?? catalogue.agencyOfBooth(booth.code)).short,
    service: service.name[locale],
    sign: booth.sign,
    floor: booth.floor,
    kiosk: '1',
    takenAt: now,
    timeZone: site.timeZone,
    zoneAbbreviation: site.zoneAbbreviation,
    ahead: exampleAhead,
    estimate: { fromAt: step(15), toAt: step(40), minutes: [15, 40] as const },
    priority,
    visits: kind === 'journey' ? exampleVisits(catalogue, service, locale) : [],
    requirements,
    url: `${publicUrl}/t/${exampleCode}`,
    locale,
    reprint: kind === 'reprint',
    free: service.free ?? false,
    complaintSign: catalogue.booths.get('INFO')?.sign ?? null,
    missing: requirements.length > 0 ? requirements.slice(0, 2).map(({ text }) => text) : [service.name[locale]],
    keepUntil: step(120),
  }
}

/** The agency's first service that asks for papers, since its slip has most to show; else its first, else the building's. */
function exampleService({ site, boothOfService }: Catalogue, agency: string | undefined): Service {
  const own = site.services.filter(({ code }) => agency === undefined || boothOfService(code).agency === agency)
  const found = own.find(({ requirements }) => requirements.length > 0) ?? own[0] ?? site.services[0]
  if (!found) throw new Error('a building has services')
  return found
}

function exampleVisits(
  { site, services, boothOfService, agencyOfBooth }: Catalogue,
  first: Service,
  locale: 'id' | 'en',
) {
  const journey = site.journeys.find((one) => one.services.includes(first.code))
  const others = site.services.filter(({ booth }) => booth !== first.booth).map(({ code }) => code)
  const codes = journey?.services ?? [first.code, ...others].slice(0, visitsShown)
  const present = codes.indexOf(first.code)
  return codes.flatMap((code, index) => {
    const service = services.get(code)
    if (!service) return []
    const { code: booth, sign, floor } = boothOfService(code)
    return [{ sign, floor, agency: agencyOfBooth(booth).short, service: service.name[locale], done: index < present }]
  })
}
