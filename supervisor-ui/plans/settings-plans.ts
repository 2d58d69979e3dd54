import { SitePackageSchema } from '../../server/contract/site.ts'
import type { Field } from '../forms/field.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Plan } from './plan.ts'
import { soundGroups } from './sound-fields.ts'

/** A page of the building's settings: a single entry, of which it shows some parts. */
export const settingsPlan = (page: Pick<Plan, 'slug' | 'title' | 'groups'>): Plan => ({
  ...page,
  kind: 'site',
  one: page.title,
  schema: SitePackageSchema.shape.site,
  nameOf: (_entry, { messages }) => messages.t(page.title),
})

const rule = (name: string, unit?: ConsoleKey): Field => ({
  path: `rules.${name}`,
  kind: 'number',
  label: `rule.${name}` as ConsoleKey,
  help: `rule-help.${name}` as ConsoleKey,
  ...(unit && { unit }),
})

export const rulesPlan: Plan = settingsPlan({
  slug: 'aturan-antrean',
  title: 'kind.rules',
  groups: [
    {
      title: 'group.order',
      about: 'about.order',
      fields: [
        rule('aheadOfTurn', 'unit.numbers'),
        rule('tierMinutes', 'unit.minutes'),
        rule('returnAfter', 'unit.people'),
        rule('legCreditMinutes', 'unit.minutes'),
      ],
    },
    {
      title: 'group.calling',
      fields: [
        rule('recallSeconds', 'unit.seconds'),
        rule('callsAtMost', 'unit.times'),
        rule('otherFloorSeconds', 'unit.seconds'),
        rule('undoSeconds', 'unit.seconds'),
        rule('reservedSeconds', 'unit.seconds'),
      ],
    },
    {
      title: 'group.automatic',
      about: 'about.automatic',
      fields: [rule('autoStartSeconds', 'unit.seconds'), rule('autoCallSeconds', 'unit.seconds')],
    },
    {
      title: 'group.booking',
      fields: [rule('bookingEarlyMinutes', 'unit.minutes'), rule('bookingLateMinutes', 'unit.minutes')],
    },
  ],
})

export const wordsPlan: Plan = settingsPlan({
  slug: 'teks',
  title: 'kind.texts',
  groups: [
    {
      title: 'group.ticker',
      about: 'about.ticker',
      fields: [{ path: 'ticker', kind: 'words-list', label: 'field.ticker', wide: true }],
    },
    {
      title: 'group.notices',
      about: 'about.notices',
      fields: [
        {
          path: 'notices',
          kind: 'rows',
          label: 'field.notice',
          wide: true,
          blank: { title: { id: '', en: '' }, text: { id: '', en: '' } },
          fields: [
            { path: 'title', kind: 'words', label: 'field.notice-title' },
            { path: 'text', kind: 'words', label: 'field.notice-text' },
          ],
        },
        {
          path: 'complaints',
          kind: 'words',
          label: 'field.complaints',
          help: 'help.complaints',
          optional: true,
          wide: true,
        },
      ],
    },
  ],
})

/** R5.2 and the building's own announcements. */
export const soundPlan: Plan = settingsPlan({ slug: 'suara', title: 'kind.sound', groups: soundGroups })

export const identityPlan: Plan = settingsPlan({
  slug: 'gedung-ini',
  title: 'kind.identity',
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        { path: 'place', kind: 'words', label: 'field.site-place', wide: true },
        { path: 'short', kind: 'line', label: 'field.short', help: 'help.site-short' },
      ],
    },
    {
      title: 'group.voice',
      about: 'about.voice',
      fields: [
        { path: 'voice', kind: 'voice', label: 'field.voice', help: 'help.voice' },
        {
          path: 'numberReading',
          kind: 'choice',
          label: 'field.reading',
          options: ({ messages: { t } }) =>
            (['digit', 'mixed', 'value'] as const).map((way) => ({ value: way, label: t(`reading.${way}`) })),
        },
        {
          path: 'counterNaming',
          kind: 'choice',
          label: 'field.naming',
          options: ({ messages: { t } }) =>
            (['booth', 'building'] as const).map((way) => ({ value: way, label: t(`naming.${way}`) })),
        },
      ],
    },
  ],
})

/** Read only: letters are given with the booth or the service that they belong to. */
export const prefixesPlan: Plan = settingsPlan({ slug: 'huruf-nomor', title: 'kind.prefixes', groups: [] })
