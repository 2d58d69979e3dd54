import { BoothSchema, RulesSchema, type SitePackage, SitePackageSchema } from '../../server/contract/site.ts'
import { mayAdd, mayChange, ownBeginning } from '../../supervisor-ui/console/rights.ts'
import { hashOf, routeOf } from '../../supervisor-ui/console/route.ts'
import type { Setting } from '../../supervisor-ui/forms/field.ts'
import { type Entry, valueAt, withValue } from '../../supervisor-ui/forms/path.ts'
import { problemsOf } from '../../supervisor-ui/forms/problems.ts'
import { timeFrom } from '../../supervisor-ui/forms/simple-fields.tsx'
import { differencesOf, weeklyWords } from '../../supervisor-ui/forms/wording.ts'
import { consoleCatalogue } from '../../supervisor-ui/messages/console.ts'
import { fieldCatalogue } from '../../supervisor-ui/messages/fields.ts'
import { ruleCatalogue } from '../../supervisor-ui/messages/rules.ts'
import { allPlans } from '../../supervisor-ui/plans/all-plans.ts'
import { boothPlan } from '../../supervisor-ui/plans/booth-plans.ts'
import { changesBetween, codeOf, entriesOf } from '../../supervisor-ui/plans/plan.ts'
import { createMessages, type Locale } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'

const site: SitePackage = SitePackageSchema.parse(require('../../sites/paser.json'))
const settingIn = (locale: Locale): Setting =>
  ({ site, messages: createMessages(locale, kitCatalogue, consoleCatalogue, fieldCatalogue, ruleCatalogue) }) as Setting
const [id, en] = [settingIn('id'), settingIn('en')]
const booth = site.booths.find(({ code }) => code === 'DUKC') as Entry
const boothFields = boothPlan.groups.flatMap((group) => group.fields)
const unspaced = (text = '') => text.replaceAll('\u2060', '')

describe('paths', () => {
  it('read and write parts without touching the whole', () => {
    expect(valueAt({ a: { b: [{ c: 1 }] } }, 'a.b.0.c')).toBe(1)
    expect(withValue({ a: [1, 2] }, 'a.1', 3)).toEqual({ a: [1, 3] })
    expect(withValue({}, 'standard.fee', { id: 'x', en: 'x' })).toEqual({ standard: { fee: { id: 'x', en: 'x' } } })
  })
  it('take the owner away with its last part', () => {
    expect(withValue({ code: 'A', ready: { network: '2026-07-14' } }, 'ready.network', undefined)).toEqual({
      code: 'A',
    })
  })
})

describe('the address of the console', () => {
  it.each([
    ['', { tab: 'langsung', slug: null, code: null, isNew: false }],
    ['#gerai/DUKC', { tab: 'gerai', slug: null, code: 'DUKC', isNew: false }],
    ['#gerai/loket/5', { tab: 'gerai', slug: 'loket', code: '5', isNew: false }],
    ['#gerai/baru', { tab: 'gerai', slug: null, code: null, isNew: true }],
    ['#layanan/alur/baru/LOST-ID-CARD', { tab: 'layanan', slug: 'alur', code: 'LOST-ID-CARD', isNew: true }],
    ['#jadwal/libur/2026-08-17', { tab: 'jadwal', slug: 'libur', code: '2026-08-17', isNew: false }],
    ['#lain', { tab: 'langsung', slug: null, code: null, isNew: false }],
  ] as const)('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route)
    if (hash !== '' && hash !== '#lain') expect(hashOf(route)).toBe(hash)
  })
})

describe('a change in words', () => {
  it('names each part before and after, in both languages', () => {
    const after = { ...booth, cutOffMinutes: 30, schedule: { tue: [{ from: '09:00', to: '12:00' }] } }
    const words = (setting: Setting) =>
      differencesOf(boothFields, booth, after, setting).map((each) => [each.label, each.before, unspaced(each.after)])
    expect(words(id)).toEqual([
      ['Nomor berhenti sebelum tutup', 'tidak ada', '30 menit'],
      ['Jam layanan', 'tanpa jam sendiri', 'Selasa 09.00–12.00'],
    ])
    expect(words(en)).toEqual([
      ['Numbers end before closing', 'none', '30 minutes'],
      ['Service hours', 'no hours of its own', 'Tuesday 09.00–12.00'],
    ])
  })
  it('puts days with the same hours together', () => {
    expect(unspaced(weeklyWords(site.site.hours, id))).toBe('Senin–Kamis 08.00–15.00; Jumat 08.00–11.00, 13.30–15.00')
    expect(weeklyWords({}, id)).toBe('tutup setiap hari')
  })
  it('shows of a long list only the rows that came or went', () => {
    const plan = allPlans.find(({ kind }) => kind === 'services')
    const fields = plan?.groups.flatMap((group) => group.fields) ?? []
    const service = site.services[0] as Entry
    const more = { id: 'Materai', en: 'Duty stamp' }
    const after = { ...service, requirements: [...(service.requirements as unknown[]), more] }
    expect(differencesOf(fields, service, after, id)).toEqual([
      { path: 'requirements', label: 'Persyaratan', before: 'tidak ada', after: 'Materai' },
    ])
  })
  it('says of rows what each part is, and of a journey what must come first', () => {
    const wordsIn = (kind: string, before: Entry, after: Entry) => {
      const fields = allPlans.find((plan) => plan.kind === kind)?.groups.flatMap((group) => group.fields) ?? []
      return differencesOf(fields, before, after, en).map((each) => each.after)
    }
    const { sessions: _old, ...service } = site.services[0] as Entry
    const sessions = [{ days: ['mon', 'wed'], from: '08:00', to: '12:00', quota: 30 }]
    expect(wordsIn('services', service, { ...service, sessions })).toEqual([
      'Days Monday; Wednesday, From 08.00, To 12.00, Quota 30',
    ])
    const { after: _none, ...journey } = site.journeys.find(({ code }) => code === 'LOST-ID-CARD') as Entry
    expect(wordsIn('journeys', journey, { ...journey, after: { 'DUKC-02': ['PSPK-01'], 'PSPK-01': [] } })).toEqual([
      expect.stringMatching(/^Disdukcapil: .*, after: Polres · SPKT: /),
    ])
  })
  it('is one change an entry, and one a setting', () => {
    expect(changesBetween('booths', booth, booth)).toEqual([])
    expect(changesBetween('booths', booth, null)).toEqual([
      { kind: 'booths', code: 'DUKC', before: booth, after: null },
    ])
    const after = { ...site.site, short: 'MPP', ticker: [] }
    expect(changesBetween('site', site.site, after).map(({ code }) => code)).toEqual(['short', 'ticker'])
  })
})

describe('what is wrong', () => {
  it.each([
    [{ prefix: 'I' }, 'prefix', 'Satu atau dua huruf besar, bukan I, O, atau Q.'],
    [{ sign: '7' }, 'sign', 'Dua angka, seperti 07.'],
    [{ code: '' }, 'code', 'Huruf besar, angka, dan tanda hubung, paling panjang 20.'],
    [{ cutOffMinutes: Number.NaN }, 'cutOffMinutes', 'Isi dengan angka.'],
    [{ cutOffMinutes: 900 }, 'cutOffMinutes', 'Paling banyak 720.'],
    [{ opens: '14/7' }, 'opens', 'Isi tanggalnya.'],
    [{ schedule: { mon: [{ from: '08:00', to: '07:00' }] } }, 'schedule.mon.0', 'Jam selesai harus sesudah jam mulai.'],
    [{ schedule: { mon: [{ from: '8', to: '09:00' }] } }, 'schedule.mon.0.from', 'Isi jam seperti 08.00.'],
  ])('%j', (part, path, message) => {
    expect(problemsOf(BoothSchema, { ...booth, ...part }, id.messages)).toContainEqual({ path, message })
  })
  it('is told in the language of the screen', () => {
    const rules = { ...site.site.rules, callsAtMost: 0 }
    expect(problemsOf(RulesSchema, rules, en.messages)).toEqual([{ path: 'callsAtMost', message: 'At least 1.' }])
  })
  it('is nothing in the building as it ships, whatever the entry', () => {
    const found = allPlans.flatMap((plan) =>
      entriesOf(plan, site).flatMap((entry) => problemsOf(plan.schema, entry, id.messages)),
    )
    expect(found).toEqual([])
  })
})

it.each([
  ['8', '08:00'],
  ['830', '08:30'],
  ['8.30', '08:30'],
  ['13:05', '13:05'],
  ['pagi', 'pagi'],
])('a time typed as %s is %s', (typed, time) => {
  expect(timeFrom(typed)).toBe(time)
})

describe('whose it is to change', () => {
  const readingOf = (all: boolean, agency: string | null) => ({ site, editable: { all, agency } })
  const other = site.booths.find(({ code }) => code === 'IMIG') as Entry
  it('the manager changes everything, others who only read nothing', () => {
    expect(mayChange(readingOf(true, null), 'booths', booth, 'prefix')).toBe(true)
    expect(mayChange(readingOf(false, null), 'booths', booth, 'schedule')).toBe(false)
    expect(mayAdd(readingOf(false, null), 'services')).toBe(false)
  })
  it('an agency changes its own hours, not its place, and nothing of another', () => {
    const own = readingOf(false, 'DUKC')
    expect(mayChange(own, 'booths', booth, 'schedule')).toBe(true)
    expect(mayChange(own, 'booths', booth, 'place.x')).toBe(false)
    expect(mayChange(own, 'booths', other, 'schedule')).toBe(false)
    expect(mayChange(own, 'site', site.site, 'ticker')).toBe(false)
    expect(ownBeginning(own, 'exceptions')).toEqual({ scope: { agency: 'DUKC' } })
  })
})

it('a booth that goes takes its counters and services along, and those behind it move up [R2.6]', () => {
  const changes = boothPlan.alongWhenGone?.(booth, site) ?? []
  expect(changes.filter(({ kind }) => kind === 'counters').map(({ code }) => code)).toEqual(['4', '5', '6'])
  const behind = changes.filter(({ kind }) => kind === 'booths')
  expect(behind).toHaveLength(site.booths.length - 2)
  expect(behind[0]).toMatchObject({ before: { sign: '03' }, after: { sign: '02' } })
})

it('a new booth brings a counter and the services of the one it copies, under names of its own', () => {
  const changes = boothPlan.alongWhenNew?.({ ...booth, code: 'BARU' }, id, booth) ?? []
  expect(changes[0]).toMatchObject({ kind: 'counters', after: { booth: 'BARU' } })
  const codes = changes.slice(1).map(({ after }) => codeOf('services', after as Entry))
  expect(codes).toHaveLength(site.services.filter((service) => service.booth === 'DUKC').length)
  expect(new Set(codes).size).toBe(codes.length)
})
