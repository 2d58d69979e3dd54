import {
  AgencySchema,
  type Booth,
  BoothSchema,
  CounterSchema,
  type SitePackage,
  type Text,
} from '../../server/contract/site.ts'
import type { SiteChange } from '../../server/contract/site-change.ts'
import { padOptions } from './keypad-plans.ts'
import {
  agencyOptions,
  boothName,
  boothOptions,
  floorOptions,
  serviceOptionsOfBooth,
  systemOptions,
  zoneOptions,
} from './options.ts'
import type { Plan } from './plan.ts'

export const agencyPlan: Plan = {
  slug: 'instansi',
  kind: 'agencies',
  title: 'kind.agencies',
  one: 'one.agencies',
  schema: AgencySchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'short', kind: 'line', label: 'field.short', help: 'help.short' },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
      ],
    },
    {
      title: 'group.hours',
      about: 'about.hours',
      fields: [{ path: 'schedule', kind: 'weekly', label: 'field.schedule', optional: true, wide: true }],
    },
  ],
  nameOf: ({ short }) => String(short ?? ''),
  hintOf: ({ name }, { messages }) => messages.pick(name as Text),
  blank: () => ({ code: '', short: '', name: { id: '', en: '' } }),
}

export const boothPlan: Plan = {
  slug: 'gerai',
  kind: 'booths',
  title: 'kind.booths',
  one: 'one.booths',
  schema: BoothSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'sign', kind: 'line', label: 'field.sign', help: 'help.sign' },
        { path: 'agency', kind: 'choice', label: 'field.agency', options: agencyOptions },
        { path: 'prefix', kind: 'code', label: 'field.prefix', help: 'help.prefix' },
        { path: 'opens', kind: 'date', label: 'field.opens', help: 'help.opens', optional: true },
        {
          path: 'cutOffMinutes',
          kind: 'number',
          label: 'field.cut-off',
          help: 'help.cut-off',
          unit: 'unit.minutes',
          optional: true,
        },
        { path: 'centralSystems', kind: 'many', label: 'field.systems', options: systemOptions, wide: true },
      ],
    },
    {
      title: 'group.hours',
      about: 'about.hours',
      fields: [{ path: 'schedule', kind: 'weekly', label: 'field.schedule', optional: true, wide: true }],
    },
    {
      title: 'group.place',
      fields: [
        { path: 'floor', kind: 'choice', label: 'field.floor', options: floorOptions, asNumber: true },
        { path: 'zone', kind: 'choice', label: 'field.zone', options: zoneOptions },
        { path: 'place', kind: 'place', label: 'field.place', wide: true },
      ],
    },
    {
      title: 'group.ready',
      about: 'about.ready',
      fields: [
        { path: 'ready.network', kind: 'date', label: 'field.ready-network', optional: true },
        { path: 'ready.printer', kind: 'date', label: 'field.ready-printer', optional: true },
        { path: 'ready.officer', kind: 'date', label: 'field.ready-officer', optional: true },
      ],
    },
  ],
  nameOf: ({ code, sign, agency }, { site }) =>
    `${String(sign)} ${site.agencies.find((each) => each.code === agency)?.short ?? String(code)}`,
  hintOf: ({ agency }, { site, messages }) => {
    const found = site.agencies.find((each) => each.code === agency)
    return found ? messages.pick(found.name) : ''
  },
  blank: (site) => ({
    code: '',
    sign: String(site.booths.length + 1).padStart(2, '0'),
    floor: site.floors[0]?.level ?? 1,
    zone: site.zones[0]?.code ?? '',
    prefix: '',
    place: { x: 300, y: 200, w: 68, h: 60, side: 'down' },
    centralSystems: [],
    share: 0,
  }),
  alongWhenNew: ({ code }, { site, messages }, source) => {
    const booth = String(code)
    const number = Math.max(0, ...site.counters.map((counter) => counter.number)) + 1
    const model = source ? site.services.filter((service) => service.booth === source.code) : []
    const services =
      model.length > 0
        ? model.map(({ prefix: _own, ...service }, index) => ({
            ...service,
            booth,
            code: `${booth}-${String(index + 1).padStart(2, '0')}`,
          }))
        : [firstService(site, booth, messages.t('new.service'))]
    const changes: SiteChange[] = [
      { kind: 'counters', code: String(number), before: null, after: { number, booth } },
      ...services.map((after) => ({ kind: 'services' as const, code: after.code, before: null, after })),
    ]
    return changes
  },
  alongWhenGone: ({ code }, site) => belongingTo(site, String(code)),
}

const firstService = (site: SitePackage, booth: string, name: string) => ({
  code: `${booth}-01`,
  booth,
  name: { id: name, en: name },
  category: site.categories[0]?.code ?? '',
  keywords: [],
  minutes: 10,
  spread: 0.6,
  mode: 'walk-in' as const,
  requirements: [],
})

/** What goes with a booth that is taken away, and the booths behind it, whose signs are their places (R2.6). */
function belongingTo(site: SitePackage, booth: string): SiteChange[] {
  const gone = (kind: SiteChange['kind'], code: string, before: unknown): SiteChange => ({
    kind,
    code,
    before,
    after: null,
  })
  const index = site.booths.findIndex(({ code }) => code === booth)
  const resigned = (later: Booth, place: number): SiteChange => ({
    kind: 'booths',
    code: later.code,
    before: later,
    after: { ...later, sign: String(index + place + 1).padStart(2, '0') },
  })
  return [
    ...site.counters.filter((each) => each.booth === booth).map((each) => gone('counters', String(each.number), each)),
    ...site.services.filter((each) => each.booth === booth).map((each) => gone('services', each.code, each)),
    ...site.booths.slice(index + 1).map(resigned),
  ]
}

export const counterPlan: Plan = {
  slug: 'loket',
  kind: 'counters',
  title: 'kind.counters',
  one: 'one.counters',
  schema: CounterSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'number', kind: 'number', label: 'field.number', help: 'help.number', key: true },
        { path: 'booth', kind: 'choice', label: 'field.booth', help: 'help.counter-booth', options: boothOptions },
        {
          path: 'keypad',
          kind: 'choice',
          label: 'field.keypad',
          help: 'help.keypad',
          options: padOptions('counter'),
          optional: true,
          none: 'pad.none',
        },
      ],
    },
    {
      title: 'group.profile',
      about: 'about.profile',
      fields: [
        {
          path: 'profile',
          kind: 'tiers',
          label: 'field.profile',
          options: serviceOptionsOfBooth,
          optional: true,
          wide: true,
        },
      ],
    },
    {
      title: 'group.breaks',
      about: 'about.breaks',
      fields: [{ path: 'breaks', kind: 'weekly', label: 'field.breaks', optional: true, wide: true }],
    },
  ],
  nameOf: ({ number }, { messages }) => messages.t('place.counter', { n: Number(number ?? 0) }),
  hintOf: ({ booth }, setting) => boothName(setting, booth),
  blank: (site) => ({ number: Math.max(0, ...site.counters.map(({ number }) => number)) + 1 }),
}
