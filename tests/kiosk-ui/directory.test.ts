import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { whenText } from '../../kiosk-ui/closing-words.ts'
import {
  boothClosure,
  boothSummary,
  boothsOn,
  informationDesk,
  othersOfSeries,
  serviceClosure,
  servicesAt,
  wantedServices,
} from '../../kiosk-ui/directory.ts'
import { allShelf, oftenShelf } from '../../kiosk-ui/journey-state.ts'
import { hoursToday } from '../../kiosk-ui/opening-hours.ts'
import { wayTo } from '../../kiosk-ui/way.ts'
import { type SitePackage, SitePackageSchema } from '../../server/contract/site.ts'
import { markedPieces, searchErrands, searchServices } from '../../ui-kit/service-search.ts'
import { kioskBuilding } from './kiosk-building.ts'

const site: SitePackage = SitePackageSchema.parse(
  JSON.parse(readFileSync(join(process.cwd(), 'sites/paser.json'), 'utf8')),
)
const building = kioskBuilding(site, 'K1')
const tuesday = Date.parse('2026-07-14T09:42:00+08:00')
const booth = (code: string) => building.booths.find((each) => each.code === code)!

describe('the directory', () => {
  it('shows first what most people come for, and every booth on the last shelf', () => {
    const signs = boothsOn(oftenShelf, building).map(({ code }) => code)
    expect(signs).toHaveLength(8)
    expect(signs.slice(0, 4)).toEqual(['DUKC', 'BPJK', 'PTSP', 'SAMS'])
    expect(boothsOn(allShelf, building)).toHaveLength(45)
  })

  it('finds every booth on some category shelf', () => {
    const shelved = new Set(site.categories.flatMap(({ code }) => boothsOn(code, building).map((each) => each.code)))
    expect(shelved.size).toBe(45)
  })

  it('names what a booth does in the words people use', () => {
    expect(boothSummary('DUKC', building, 'id')).toBe('KTP, KK, akta lahir')
    expect(boothSummary('DUKC', building, 'en')).toContain('Electronic ID card')
    expect(wantedServices(building)[0]?.booth.code).toBe('DUKC')
  })

  it('knows the information desk from the map', () => {
    expect(informationDesk(building)).toMatchObject({ floor: 1, booth: { sign: '03' } })
  })
})

describe('search', () => {
  const codes = (query: string) => searchServices(query, building).map(({ code }) => code)

  it('finds by the beginnings of words, in both languages, whatever their case and signs', () => {
    expect(codes('KTP')[0]).toMatch(/^DUKC/)
    expect(codes('passport')).toContain('IMIG-01')
    expect(codes('perekaman ktp')[0]).toBe(codes('KTP-el perekaman')[0])
  })

  it('needs every word', () => {
    expect(codes('ktp paspor')).toEqual([])
    expect(codes('')).toEqual([])
  })

  it('forgives one slip of the finger in a longer word, and no more', () => {
    expect(codes('pspor')).toContain('IMIG-01')
    expect(codes('papsor')).toContain('IMIG-01')
    expect(codes('paspoor')).toContain('IMIG-01')
    expect(codes('xxspor')).toEqual([])
  })

  it('finds errands by their own names', () => {
    const named = site.journeys.map(({ code, name }) => ({ code, name }))
    const [first] = named
    expect(searchErrands(first?.name.id ?? '', named).map(({ code }) => code)).toContain(first?.code)
    expect(searchErrands('xyzzy', named)).toEqual([])
    expect(searchErrands('', named)).toEqual([])
  })

  it('marks what was typed and keeps the name whole', () => {
    const pieces = markedPieces('Cetak KTP-el (baru, hilang)', 'ktp hil')
    expect(pieces.map(({ text }) => text).join('')).toBe('Cetak KTP-el (baru, hilang)')
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['KTP', 'hil'])
  })
})

describe('closed, and until when', () => {
  const refusal = { name: 'not-yet-open', message: { id: 'x', en: 'x' }, next: { opensAt: tuesday + 18 * 60_000 } }

  it('shows a service with its reason and the time it opens', () => {
    expect(serviceClosure({ open: true, refusal: null })).toBeNull()
    expect(serviceClosure({ open: false, refusal })).toMatchObject({ state: 'not-yet', opensAt: tuesday + 18 * 60_000 })
  })

  it('shows a booth closed only when all of its services are, with the soonest opening', () => {
    const some = building.services.map((service) =>
      service.code === 'DUKC-01' ? { ...service, open: false, refusal } : service,
    )
    expect(boothClosure(booth('DUKC'), { ...building, services: some })).toBeNull()
    const all = building.services.map((service, index) => {
      return { ...service, open: false, refusal: { ...refusal, next: { opensAt: tuesday + index * 60_000 } } }
    })
    const first = all.findIndex((service) => service.booth.code === 'DUKC')
    expect(boothClosure(booth('DUKC'), { ...building, services: all })?.opensAt).toBe(tuesday + first * 60_000)
    const paused = { ...booth('DUKC'), state: 'break', until: tuesday } as const
    expect(boothClosure(paused, building)).toMatchObject({ state: 'break', opensAt: tuesday })
  })

  it('[R6.2] says closed, not full, when there is no time left today', () => {
    const closing = { name: 'closing-soon', message: refusal.message, next: { opensAt: tuesday } }
    expect(serviceClosure({ open: false, refusal: closing })).toMatchObject({ state: 'closed', opensAt: tuesday })
    expect(serviceClosure({ open: false, refusal: { ...closing, name: 'quota-full' } })?.state).toBe('full')
  })

  it('[R2.3] offers to change a number within its series only', () => {
    const [own, other] = servicesAt('DUKC', building)
    if (!own || !other) throw new Error('DUKC has fewer than two services')
    expect(othersOfSeries(own.code, building)).toContain(other)
    expect(othersOfSeries(own.code, building)).not.toContain(own)
    const apart = building.services.map((each) => (each.code === other.code ? { ...each, series: 'ZZ' } : each))
    expect(othersOfSeries(own.code, { ...building, services: apart }).map(({ code }) => code)).not.toContain(other.code)
    expect(othersOfSeries('X', building)).toEqual([])
  })

  it('says the time today, the weekday this week, the date later', () => {
    const zone = 'Asia/Makassar'
    expect(whenText('2026-07-14T10:00:00+08:00', tuesday, zone, 'id')).toBe('10.00')
    expect(whenText('2026-07-16T08:00:00+08:00', tuesday, zone, 'id')).toBe('Kamis')
    expect(whenText('2026-10-05T08:00:00+08:00', tuesday, zone, 'en')).toBe('5 October')
  })

  it('reads the building’s hours in its own zone', () => {
    const { hours, timeZone } = site.site
    expect(hoursToday(hours, tuesday, timeZone)).toEqual([{ from: '08.00', to: '15.00' }])
    expect(hoursToday(hours, Date.parse('2026-07-16T23:30:00Z'), timeZone)).toHaveLength(2)
    expect(hoursToday(hours, Date.parse('2026-07-18T09:00:00+08:00'), timeZone)).toEqual([])
  })
})

describe('the way', () => {
  it('names the neighbours on the same wall and a rounded distance', () => {
    const way = wayTo(booth('DUKC'), building)
    expect(way.beside).toEqual(['01', '04'])
    expect(way.metres).toBeGreaterThanOrEqual(20)
    expect(way.metres).toBeLessThanOrEqual(50)
    expect((way.metres ?? 1) % 5).toBe(0)
  })

  it('gives no distance across floors', () => {
    expect(wayTo(booth('PJKP'), building)).toMatchObject({ floor: 2, metres: null })
  })
})
