import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileSite } from '../../../server/contract/catalogue.ts'
import { type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'

const read = (name: string): SitePackage =>
  SitePackageSchema.parse(JSON.parse(readFileSync(join(__dirname, '../../../sites', name), 'utf8')))
const paser = read('paser.json')
const catalogue = compileSite(paser)
const small = compileSite(read('contoh-kecil.json'))

test('the maps iterate in package order', () => {
  expect([...catalogue.booths.keys()]).toEqual(paser.booths.map(({ code }) => code))
  expect([...catalogue.services.keys()]).toEqual(paser.services.map(({ code }) => code))
  expect(catalogue.servicesOfBooth('TASP').map(({ code }) => code)).toEqual(['TASP-01', 'TASP-02', 'TASP-03'])
})

test('every entity is found again from its parts', () => {
  for (const service of paser.services) {
    const booth = catalogue.boothOfService(service.code)
    expect(catalogue.servicesOfBooth(booth.code)).toContain(service)
    expect(catalogue.servicesOfCategory(service.category)).toContain(service)
    expect(catalogue.agencyOfService(service.code).code).toBe(booth.agency)
    expect(catalogue.countersOfService(service.code).length).toBeGreaterThan(0)
    expect(catalogue.boothOfPrefix.get(catalogue.prefixOf(service.code))).toBe(booth.code)
  }
  for (const booth of paser.booths) {
    expect(catalogue.boothsOfZone(booth.zone)).toContain(booth)
    expect(catalogue.boothsOfAgency(booth.agency)).toContain(booth)
    expect(catalogue.zoneOfBooth(booth.code).floor).toBe(catalogue.floorOfBooth(booth.code).level)
  }
  expect(catalogue.kiosksOfZone('A').map(({ code }) => code)).toEqual(['K1'])
})

describe('the label of a counter', () => {
  test('is its place in the booth, and nothing where the booth has one', () => {
    expect([4, 5, 6].map(catalogue.counterLabel)).toEqual(['1', '2', '3'])
    expect(catalogue.counterInBooth(6)).toBe(3)
    expect(catalogue.counterLabel(7)).toBeNull()
    expect(catalogue.counterInBooth(7)).toBe(1)
  })

  test('is the number in the building, where the site says so', () => {
    const site = { ...paser, site: { ...paser.site, counterNaming: 'building' as const } }
    const building = compileSite(site)
    expect([4, 5, 6].map(building.counterLabel)).toEqual(['4', '5', '6'])
    expect(building.counterLabel(7)).toBeNull()
  })

  test('follows the numbers, not the order of the list', () => {
    const turned = compileSite({ ...paser, counters: [...paser.counters].reverse() })
    expect(turned.countersOfBooth('DUKC').map(({ number }) => number)).toEqual([4, 5, 6])
    expect(turned.counterInBooth(4)).toBe(1)
    expect(turned.countersOfService('DUKC-01')).toEqual([4, 5, 6])
  })
})

describe('[R4.1] the profile of a counter', () => {
  test('is every service of its booth in tier 1 unless it is written', () => {
    expect(catalogue.profileOf(13)).toEqual([['DSOS-01', 'DSOS-02', 'DSOS-03', 'DSOS-04']])
    expect(catalogue.tierOf(13, 'DSOS-03')).toBe(1)
    expect(catalogue.tierOf(13, 'DUKC-01')).toBeNull()
  })

  test('has the tiers that are written', () => {
    expect(small.profileOf(1)).toEqual([['KEC-01', 'KEC-02'], ['KEC-03']])
    expect([small.tierOf(1, 'KEC-01'), small.tierOf(1, 'KEC-03')]).toEqual([1, 2])
    expect(small.tierOf(2, 'KEC-03')).toBe(1)
    expect(small.countersOfService('KEC-03')).toEqual([1, 2])
  })
})

test("[R2.2] a service counts in its booth's series unless it has its own", () => {
  expect(catalogue.prefixOf('DUKC-05')).toBe('D')
  expect(small.prefixOf('KEC-01')).toBe('A')
  expect(small.prefixOf('KEC-03')).toBe('B')
  expect(small.boothOfPrefix.get('B')).toBe('KEC')
})

test('the way between two booths knows whether it changes the floor', () => {
  expect(catalogue.otherFloor('BPDA', 'BPNP')).toBe(true)
  expect(catalogue.otherFloor('DSOS', 'BPJK')).toBe(false)
})

test('what the building does not have is an error of the caller', () => {
  expect(() => catalogue.boothOfService('XXXX')).toThrow(RangeError)
  expect(() => catalogue.counterLabel(55)).toThrow(RangeError)
  expect(() => catalogue.agencyOfBooth('XXXX')).toThrow('no booth XXXX in this building')
  expect(catalogue.servicesOfBooth('XXXX')).toEqual([])
})
