import { type Rules, RulesSchema, type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'

export interface BuildingPlan {
  /** Counter number → its services in tiers. The first letter of a service is its booth, its agency and its prefix. */
  readonly profiles: Readonly<Record<number, readonly (readonly string[])[]>>
  /** Services that count for themselves (R2.2). */
  readonly series?: Readonly<Record<string, string>>
  readonly rules?: Partial<Rules>
  readonly timeZone?: string
}

const text = (words: string) => ({ id: words, en: words })

/** A valid building of a few counters, as small as the rule that it shows. */
export function building({ profiles, series = {}, rules = {}, timeZone = 'Asia/Makassar' }: BuildingPlan): SitePackage {
  const services = [...new Set(Object.values(profiles).flat(2))].sort()
  const letters = [...new Set(services.map((code) => code.slice(0, 1)))]
  return SitePackageSchema.parse({
    format: 'antrean-site',
    version: 1,
    site: {
      code: 'contoh',
      name: text('Contoh'),
      place: text('Contoh'),
      short: 'Contoh',
      timeZone,
      zoneAbbreviation: 'WITA',
      hours: { tue: [{ from: '08:00', to: '15:00' }] },
      rules: RulesSchema.parse(rules),
    },
    floors: [{ level: 1, name: text('Lantai 1'), map: { width: 100, height: 100 } }],
    zones: [{ code: 'A', floor: 1, name: text('Ruang') }],
    kiosks: [{ code: 'K1', name: text('Kios'), floor: 1, zone: 'A', at: { x: 1, y: 1 } }],
    categories: [{ code: 'ALL', name: text('Semua'), icon: 'circle' }],
    agencies: letters.map((code) => ({ code, name: text(code), short: code })),
    booths: letters.map((code, index) => ({
      code,
      sign: String(index + 1).padStart(2, '0'),
      agency: code,
      floor: 1,
      zone: 'A',
      prefix: code,
      place: { x: 1, y: 1, w: 1, h: 1, side: 'down' },
    })),
    counters: Object.entries(profiles).map(([number, profile]) => ({
      number: Number(number),
      booth: profile[0]?.[0]?.slice(0, 1),
      profile,
    })),
    services: services.map((code) => ({
      code,
      booth: code.slice(0, 1),
      name: text(code),
      category: 'ALL',
      minutes: 5,
      mode: 'walk-in',
      ...(series[code] ? { prefix: series[code] } : {}),
    })),
  })
}
