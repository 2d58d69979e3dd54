import type { Building } from '../../kiosk-ui/directory.ts'
import type { SitePackage } from '../../server/contract/site.ts'

/** The building as a kiosk gets it, open and with nobody waiting. */
export function kioskBuilding(site: SitePackage, code: string): Building {
  const kiosk = site.kiosks.find((each) => each.code === code)!
  const agencies = new Map(site.agencies.map((agency) => [agency.code, agency]))
  const booths = new Map(site.booths.map((booth) => [booth.code, booth]))
  return {
    kiosk: { ...kiosk, pad: {} },
    floors: site.floors,
    booths: site.booths.map(({ code, sign, floor, zone, place, agency }) => {
      const { name, short } = agencies.get(agency)!
      const quiet = { waiting: 0, openCounters: 1, estimate: null, state: 'open', until: null } as const
      return { code, sign, floor, zone, place, name, short, ...quiet }
    }),
    services: site.services.map((service) => {
      const { sign, floor, zone, agency } = booths.get(service.booth)!
      const { name, mode, category, minutes, keywords, requirements } = service
      return {
        code: service.code,
        name,
        mode,
        category,
        minutes,
        keywords,
        requirements,
        agency: agencies.get(agency)!,
        booth: { code: service.booth, sign, floor, zone },
        series: service.prefix ?? booths.get(service.booth)!.prefix,
        bookable: service.booking !== undefined,
        free: service.free ?? null,
        open: true,
        refusal: null,
        promise: null,
        closesAt: null,
        startsAt: null,
        paused: null,
        pausedSystem: null,
        waiting: 0,
        estimate: null,
        openCounters: 1,
      }
    }),
  }
}
