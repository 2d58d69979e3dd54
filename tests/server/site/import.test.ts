import type { SitePackage } from '../../../server/contract/site.ts'
import { diffSites, exportSite } from '../../../server/site/import.ts'
import { paserText, siteOf, smallText } from './_packages.ts'

describe.each([
  ['paser', paserText],
  ['contoh-kecil', smallText],
])('the package %s', (_name, text) => {
  test('is written as it is committed', () => {
    expect(exportSite(siteOf(text))).toBe(text)
  })

  test('is the same after a round trip', () => {
    const site = siteOf(text)
    expect(siteOf(exportSite(site))).toEqual(site)
    expect(diffSites(site, siteOf(exportSite(site)))).toEqual([])
  })

  test('is written alike whatever the order of its parts in memory', () => {
    const site = siteOf(text)
    const turned = { ...site, booths: site.booths.map((booth) => Object.fromEntries(Object.entries(booth).reverse())) }
    expect(exportSite(turned as SitePackage)).toBe(text)
    expect(diffSites(site, turned as SitePackage)).toEqual([])
  })
})

test('figures that differ from what the schema fills in are written', () => {
  const site = structuredClone(siteOf(smallText))
  site.services[0]!.spread = 0.25
  site.services[0]!.keywords = []
  const again = siteOf(exportSite(site))
  expect(again.services[0]).toMatchObject({ spread: 0.25, keywords: [] })
})

describe('the preview of an import', () => {
  test('lists what is added, removed and changed, by code', () => {
    const before = siteOf(paserText)
    const after = structuredClone(before)
    after.site.hours = { ...after.site.hours, sat: [{ from: '08:00', to: '11:00' }] }
    after.services[0]!.minutes = 12
    after.services[0]!.name.en = 'Business licences'
    after.services.push({ ...before.services[0]!, code: 'PTSP-09' })
    after.counters = after.counters.filter(({ number }) => number !== 3)
    after.holidays.splice(0, 1)
    expect(diffSites(before, after)).toEqual([
      { kind: 'site', code: 'hours', change: 'changed', parts: ['hours'] },
      { kind: 'counters', code: '3', change: 'removed', parts: [] },
      { kind: 'services', code: 'PTSP-01', change: 'changed', parts: ['name', 'minutes'] },
      { kind: 'services', code: 'PTSP-09', change: 'added', parts: [] },
      { kind: 'holidays', code: '2026-01-01', change: 'removed', parts: [] },
    ])
  })

  test('tells a part that appears and one that goes away', () => {
    const before = siteOf(smallText)
    const after = structuredClone(before)
    after.booths[0]!.opens = '2027-01-04'
    delete after.counters[0]!.profile
    expect(diffSites(before, after)).toEqual([
      { kind: 'booths', code: 'KEC', change: 'changed', parts: ['opens'] },
      { kind: 'counters', code: '1', change: 'changed', parts: ['profile'] },
    ])
  })

  test('tells what changed its position', () => {
    const before = siteOf(smallText)
    const after = structuredClone(before)
    after.services.reverse()
    expect(diffSites(before, after).map(({ code, change }) => `${code} ${change}`)).toEqual([
      'KEC-03 moved',
      'KEC-01 moved',
    ])
  })

  test('between two buildings nothing is lost', () => {
    const [paser, small] = [siteOf(paserText), siteOf(smallText)]
    const forth = diffSites(paser, small)
    const back = diffSites(small, paser)
    const count = (list: typeof forth, change: string) => list.filter((entry) => entry.change === change).length
    expect(count(forth, 'removed')).toBe(count(back, 'added'))
    expect(forth.filter(({ kind, change }) => kind === 'services' && change === 'removed')).toHaveLength(146)
  })
})
