import type { SitePackage } from '../../../server/contract/site.ts'
import {
  applyChanges,
  type EntryKind,
  entryKeys,
  entryOf,
  isSame,
  keyOf,
  reversed,
  type SiteChange,
} from '../../../server/contract/site-change.ts'
import { reconfigure } from '../../../server/core/configuring.ts'
import { emptyHall, evolve, type Hall } from '../../../server/core/hall.ts'
import { catalogueOf } from '../../../server/core/next.ts'
import { createRandom, type Random } from '../../../server/simulation/random.ts'
import { changesBetween, checkChanges } from '../../../server/site/changes.ts'
import { exportSite } from '../../../server/site/import.ts'
import { readPackageFor } from '../../../server/site/package.ts'
import { paserText, siteOf, smallText } from './_packages.ts'

const paser = siteOf(paserText)
const small = siteOf(smallText)

const words = (random: Random) => {
  const text = `Kata ${Math.floor(random.between(0, 1e6))}`
  return { id: text, en: text }
}
type Named = { code: string; name: { id: string; en: string } }

/** Changes of every sort that a console offers; whatever would leave mistakes is not among those that are made. */
function someChange(site: SitePackage, random: Random): SiteChange[] {
  const entry = (kind: EntryKind): object =>
    random.pick(site[kind] as readonly object[], () => 1) ?? (site[kind][0] as object)
  const edit = (kind: EntryKind, change: (old: never) => object | null): SiteChange[] => {
    if (site[kind].length === 0) return []
    const before = entry(kind)
    return [{ kind, code: keyOf(before, kind), before, after: change(before as never) }]
  }
  const add = (kind: EntryKind, after: object): SiteChange[] => {
    const code = keyOf(after, kind)
    return [{ kind, code, before: entryOf(site, { kind, code }), after }]
  }
  const day = `2027-0${1 + Math.floor(random.between(0, 9))}-1${Math.floor(random.between(0, 9))}`
  const sorts: (() => SiteChange[])[] = [
    () => edit('services', (old: object) => ({ ...old, minutes: 1 + Math.floor(random.between(0, 60)) })),
    () => edit('services', (old: Named) => ({ ...old, name: words(random) })),
    () => edit('services', () => null),
    () => edit('booths', (old: object) => ({ ...old, opens: day })),
    () => edit('counters', () => null),
    () => edit('journeys', () => null),
    () => edit('holidays', () => null),
    () => edit('agencies', (old: Named) => ({ ...old, name: words(random) })),
    () => edit('floors', (old: Named) => ({ ...old, name: words(random) })),
    () => edit('categories', (old: Named) => ({ ...old, name: words(random) })),
    () => add('holidays', { date: day, name: words(random), kind: 'holiday' }),
    () => add('centralSystems', { code: `SYS-${Math.floor(random.between(0, 9))}`, name: 'Sistem' }),
    () => add('counters', { number: 100 + Math.floor(random.between(0, 9)), booth: keyOf(entry('booths'), 'booths') }),
    () => add('exceptions', { code: 'X', name: words(random), from: day, to: day, hours: {} }),
    () => [{ kind: 'site', code: 'short', before: site.site.short, after: words(random).id }],
    () => [
      {
        kind: 'site',
        code: 'complaints',
        before: site.site.complaints ?? null,
        after: random.chance(0.5) ? null : words(random),
      },
    ],
  ]
  return (random.pick(sorts, () => 1) ?? (sorts[0] as (typeof sorts)[number]))()
}

/** Makes it as the hub does, and gives what the journal keeps; null when it would not be right. */
function make(hall: Hall, asked: readonly SiteChange[]): readonly SiteChange[] | null {
  const checked = checkChanges(catalogueOf(hall).site, asked)
  if ('mistakes' in checked) return null
  const command = {
    verb: 'reconfigure' as const,
    changes: checked.changes,
    siteVersion: hall.siteVersion,
    confirm: false,
    note: null,
  }
  const moment = { at: 0, seq: hall.lastSeq + 1, actor: { role: 'manager' as const, id: 'm' } }
  const decision = reconfigure(hall, command, moment)
  if (!('events' in decision)) throw new Error(JSON.stringify(decision))
  const [event] = decision.events
  if (!event) return null
  evolve(hall, { ...event, seq: hall.lastSeq + 1, id: '', at: 0, command: '', actor: 'm', device: null })
  return event.changes ?? []
}

function hallOf(site: SitePackage): Hall {
  const hall = emptyHall()
  evolve(hall, { type: 'configured', site, seq: 1, id: '', at: 0, command: '', actor: 'hub', device: null })
  return hall
}

test.each([
  ['paser', paser, 1, 5],
  ['contoh-kecil', small, 20, 20],
] as const)('%s: whatever is changed can be taken back, to the letter', (_name, site, seeds, length) => {
  let made = 0
  for (let seed = 0; seed < seeds; seed++) {
    const random = createRandom(`building ${seed}`)
    const hall = hallOf(site)
    const history: (readonly SiteChange[])[] = []
    for (let step = 0; step < length; step++) {
      const before = exportSite(catalogueOf(hall).site)
      const changes = make(hall, someChange(catalogueOf(hall).site, random))
      if (!changes) continue
      history.push(changes)
      const after = catalogueOf(hall).site
      expect(exportSite(applyChanges(after, reversed(changes)))).toBe(before)
      expect(siteOf(exportSite(after))).toEqual(after)
    }
    made += history.length
    const changed = catalogueOf(hall).site
    const between = changesBetween(site, changed)
    expect(exportSite(applyChanges(site, between))).toBe(exportSite(changed))
    expect(exportSite(applyChanges(changed, reversed(history.flat())))).toBe(exportSite(site))
    for (const changes of history.toReversed()) expect(make(hall, reversed(changes))).not.toBeNull()
    expect(exportSite(catalogueOf(hall).site)).toBe(exportSite(site))
  }
  expect(made).toBeGreaterThan((seeds * length) / 5)
})

test('what lies between two buildings is also their order', () => {
  const turned = { ...small, counters: small.counters.toReversed(), services: small.services.toReversed() }
  const changes = changesBetween(small, turned)
  expect(applyChanges(small, changes)).toEqual(turned)
  expect(changesBetween(small, small)).toEqual([])
})

test('every list of a package has a name for its entries', () => {
  const lists = Object.entries(paser).flatMap(([name, value]) => (Array.isArray(value) ? [name] : []))
  expect(Object.keys(entryKeys).sort()).toEqual(lists.sort())
})

test('a new booth stands where its sign says, and defaults are filled in', () => {
  const booth = { ...paser.booths[44], code: 'NEW', sign: '45', prefix: 'XZ', agency: 'KESB', share: undefined }
  const free = applyChanges(paser, [
    { kind: 'booths', code: 'KESB', before: paser.booths[44], after: { ...paser.booths[44], sign: '46' } },
  ])
  const place = { ...(booth.place as object), x: 80, y: 70, w: 10, h: 10 }
  const checked = checkChanges(free, [
    { kind: 'booths', code: 'NEW', before: null, after: { ...booth, place } },
    { kind: 'counters', code: '99', before: null, after: { number: 99, booth: 'NEW' } },
    { kind: 'services', code: 'NEW-01', before: null, after: { ...paser.services[0], code: 'NEW-01', booth: 'NEW' } },
  ])
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  expect(checked.site.booths.slice(-2).map(({ code }) => code)).toEqual(['NEW', 'KESB'])
  expect(checked.site.booths.at(-2)?.share).toBe(0)
})

test('a package of another building brings its set-up, and leaves this building its name and place', () => {
  const read = readPackageFor(paser, smallText)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const { code, name, place, short, timeZone } = paser.site
  expect(read.site.site).toMatchObject({ code, name, place, short, timeZone })
  expect(read.site.booths.map((booth) => booth.code)).toEqual(
    (JSON.parse(smallText) as SitePackage).booths.map((booth) => booth.code),
  )
})

test('holidays in another form are mistakes', () => {
  const holidays = '{ "format": "antrean-holidays", "year": 2027, "holidays": [{ "date": "2027-01-01" }] }'
  expect(readPackageFor(paser, holidays)).toMatchObject({ mistakes: [{ rule: 'missing' }, { rule: 'missing' }] })
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
})
