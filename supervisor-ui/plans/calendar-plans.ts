import { ExceptionSchema, SitePackageSchema, type Text } from '../../server/contract/site.ts'
import type { Entry } from '../forms/path.ts'
import { dayWords } from '../forms/wording.ts'
import { boothName } from './options.ts'
import type { Plan } from './plan.ts'
import { settingsPlan } from './settings-plans.ts'

const { holidays } = SitePackageSchema.shape

export const hoursPlan: Plan = settingsPlan({
  slug: 'jam',
  title: 'kind.hours',
  groups: [
    {
      title: 'group.building-hours',
      about: 'about.building-hours',
      fields: [{ path: 'hours', kind: 'weekly', label: 'field.schedule', wide: true }],
    },
    {
      title: 'group.issuing',
      fields: [
        {
          path: 'rules.issueEarlyMinutes',
          kind: 'number',
          label: 'rule.issueEarlyMinutes',
          help: 'rule-help.issueEarlyMinutes',
          unit: 'unit.minutes',
        },
        {
          path: 'rules.cutOffMinutes',
          kind: 'number',
          label: 'rule.cutOffMinutes',
          help: 'rule-help.cutOffMinutes',
          unit: 'unit.minutes',
        },
        {
          path: 'rules.closeAfterMinutes',
          kind: 'number',
          label: 'rule.closeAfterMinutes',
          help: 'rule-help.closeAfterMinutes',
          unit: 'unit.minutes',
          optional: true,
        },
      ],
    },
  ],
})

export const holidayPlan: Plan = {
  slug: 'libur',
  kind: 'holidays',
  title: 'kind.holidays',
  one: 'one.holidays',
  schema: holidays.unwrap().element,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'date', kind: 'date', label: 'field.date', key: true },
        {
          path: 'kind',
          kind: 'choice',
          label: 'field.holiday-kind',
          options: ({ messages: { t } }) =>
            (['holiday', 'collective-leave'] as const).map((kind) => ({ value: kind, label: t(`holiday.${kind}`) })),
        },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ date }, setting) => dayWords(String(date), setting),
  blank: () => ({ name: { id: '', en: '' }, kind: 'holiday' }),
}

export const exceptionPlan: Plan = {
  slug: 'jam-khusus',
  kind: 'exceptions',
  title: 'kind.exceptions',
  one: 'one.exceptions',
  schema: ExceptionSchema,
  groups: [
    {
      title: 'group.name',
      about: 'about.exceptions',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'scope', kind: 'scope', label: 'field.scope' },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        { path: 'from', kind: 'date', label: 'field.first-day' },
        { path: 'to', kind: 'date', label: 'field.last-day', help: 'help.last-day', optional: true },
      ],
    },
    {
      title: 'group.hours',
      about: 'about.exception-hours',
      fields: [{ path: 'hours', kind: 'weekly', label: 'field.schedule', wide: true }],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: (entry, setting) => `${reachOf(entry, setting)}, ${datesOf(entry, setting)}`,
  blank: (site) => ({ code: '', name: { id: '', en: '' }, hours: site.site.hours }),
}

function reachOf({ scope }: Entry, setting: Parameters<NonNullable<Plan['hintOf']>>[1]): string {
  const [reach, code] = Object.entries((scope ?? {}) as Entry)[0] ?? []
  if (reach === undefined) return setting.messages.t('scope.site')
  return reach === 'booth' ? boothName(setting, code) : String(code)
}

function datesOf({ from, to }: Entry, setting: Parameters<NonNullable<Plan['hintOf']>>[1]): string {
  const { t } = setting.messages
  const first = dayWords(String(from), setting)
  if (to === from) return first
  return to === undefined
    ? t('hint.from', { day: first })
    : t('hint.until', { from: first, to: dayWords(String(to), setting) })
}
