import {
  CategorySchema,
  CentralSystemSchema,
  JourneySchema,
  ServiceSchema,
  type Text,
} from '../../server/contract/site.ts'
import { phosphor } from '../../ui-kit/icons/phosphor.ts'
import type { Field } from '../forms/field.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothName, boothOptions, categoryOptions, serviceOptions, systemOptions, weekdayOptions } from './options.ts'
import type { Plan } from './plan.ts'

const modes = ['walk-in', 'both', 'quota'] as const

/** PermenPANRB 15/2014 beside the requirements: what is published, and what the agency keeps for itself. */
const published = ['procedure', 'duration', 'fee', 'product', 'complaints'] as const
const internal = [
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'guarantee',
  'safety',
  'evaluation',
] as const

const standardField =
  (kind: 'words' | 'paragraph') =>
  (part: string): Field => ({
    path: `standard.${part}`,
    kind,
    label: `field.standard.${part}` as ConsoleKey,
    optional: true,
    wide: kind === 'words',
  })

export const servicePlan: Plan = {
  slug: 'layanan',
  kind: 'services',
  title: 'kind.services',
  one: 'one.services',
  schema: ServiceSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'booth', kind: 'choice', label: 'field.booth', options: boothOptions },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        { path: 'category', kind: 'choice', label: 'field.category', options: categoryOptions },
        { path: 'prefix', kind: 'code', label: 'field.own-prefix', help: 'help.own-prefix', optional: true },
        { path: 'keywords', kind: 'tags', label: 'field.keywords', help: 'help.keywords', wide: true },
        {
          path: 'minutes',
          kind: 'number',
          label: 'field.minutes',
          help: 'help.minutes',
          unit: 'unit.minutes',
          decimals: true,
        },
        {
          path: 'mode',
          kind: 'choice',
          label: 'field.mode',
          options: ({ messages: { t } }) => modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) })),
        },
        { path: 'free', kind: 'flag', label: 'field.free' },
      ],
    },
    {
      title: 'group.requirements',
      about: 'about.requirements',
      fields: [{ path: 'requirements', kind: 'words-list', label: 'field.requirements', wide: true }],
    },
    {
      title: 'group.hours',
      about: 'about.service-hours',
      fields: [
        { path: 'opens', kind: 'date', label: 'field.opens', help: 'help.opens', optional: true },
        {
          path: 'cutOffMinutes',
          kind: 'number',
          label: 'field.cut-off',
          help: 'help.cut-off',
          unit: 'unit.minutes',
          optional: true,
        },
        { path: 'schedule', kind: 'weekly', label: 'field.schedule', optional: true, wide: true },
      ],
    },
    {
      title: 'group.quota',
      about: 'about.quota',
      fields: [
        { path: 'dailyQuota', kind: 'number', label: 'field.daily-quota', help: 'help.daily-quota', optional: true },
        {
          path: 'priorityQuota',
          kind: 'number',
          label: 'field.priority-quota',
          help: 'help.priority-quota',
          optional: true,
        },
        {
          path: 'sessions',
          kind: 'rows',
          label: 'field.sessions',
          help: 'help.sessions',
          optional: true,
          wide: true,
          blank: { days: ['mon'], from: '08:00', to: '12:00', quota: 30 },
          fields: [
            { path: 'days', kind: 'checks', label: 'field.days', options: weekdayOptions },
            { path: 'from', kind: 'time', label: 'field.from' },
            { path: 'to', kind: 'time', label: 'field.to' },
            { path: 'quota', kind: 'number', label: 'field.quota' },
          ],
        },
        {
          path: 'booking',
          kind: 'group',
          label: 'field.booking',
          help: 'help.booking',
          optional: true,
          wide: true,
          blank: { slotMinutes: 30, capacity: 2, daysAhead: 14 },
          fields: [
            { path: 'slotMinutes', kind: 'number', label: 'field.slot', unit: 'unit.minutes' },
            { path: 'capacity', kind: 'number', label: 'field.capacity', unit: 'unit.people' },
            { path: 'daysAhead', kind: 'number', label: 'field.days-ahead', unit: 'unit.days' },
          ],
        },
      ],
    },
    {
      title: 'group.outcomes',
      about: 'about.outcomes',
      fields: [
        {
          path: 'outcomes',
          kind: 'rows',
          label: 'field.outcomes',
          optional: true,
          wide: true,
          blank: { code: '', name: { id: '', en: '' } },
          fields: [
            { path: 'code', kind: 'code', label: 'field.code' },
            { path: 'name', kind: 'words', label: 'field.name' },
          ],
        },
        { path: 'outcomeRequired', kind: 'flag', label: 'field.outcome-required' },
        {
          path: 'centralSystems',
          kind: 'many',
          label: 'field.own-systems',
          help: 'help.own-systems',
          options: systemOptions,
          optional: true,
          wide: true,
        },
      ],
    },
    { title: 'group.published', about: 'about.published', fields: published.map(standardField('words')) },
    { title: 'group.internal', about: 'about.internal', fields: internal.map(standardField('paragraph')) },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ booth }, setting) => boothName(setting, booth),
  blank: (site) => ({
    code: '',
    name: { id: '', en: '' },
    category: site.categories[0]?.code ?? '',
    keywords: [],
    minutes: 10,
    spread: 0.6,
    mode: 'walk-in',
    requirements: [],
  }),
}

export const categoryPlan: Plan = {
  slug: 'kelompok',
  kind: 'categories',
  title: 'kind.categories',
  one: 'one.categories',
  schema: CategorySchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        {
          path: 'icon',
          kind: 'choice',
          label: 'field.icon',
          help: 'help.icon',
          options: () => Object.keys(phosphor).map((name) => ({ value: name, label: name })),
        },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ code }, { site, messages }) =>
    messages.t('hint.services', { n: site.services.filter((service) => service.category === code).length }),
  blank: () => ({ code: '', name: { id: '', en: '' }, icon: 'ticket' }),
}

export const journeyPlan: Plan = {
  slug: 'alur',
  kind: 'journeys',
  title: 'kind.journeys',
  one: 'one.journeys',
  schema: JourneySchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
      ],
    },
    {
      title: 'group.steps',
      about: 'about.steps',
      fields: [
        { path: 'services', kind: 'steps', label: 'field.steps', options: serviceOptions, wide: true },
        { path: 'after', kind: 'after', label: 'field.after', options: serviceOptions },
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ services }, { messages }) => messages.t('hint.steps', { n: (services as readonly string[]).length }),
  blank: () => ({ code: '', name: { id: '', en: '' }, services: [] }),
}

export const systemPlan: Plan = {
  slug: 'sistem-pusat',
  kind: 'centralSystems',
  title: 'kind.systems',
  one: 'one.systems',
  schema: CentralSystemSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'name', kind: 'line', label: 'field.name' },
      ],
    },
  ],
  nameOf: ({ name }) => String(name ?? ''),
  hintOf: ({ code }, { site, messages }) =>
    messages.t('hint.booths', { n: site.booths.filter((booth) => booth.centralSystems.includes(String(code))).length }),
  blank: () => ({ code: '', name: '' }),
}
