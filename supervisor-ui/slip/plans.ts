import { AgencySchema } from '../../server/contract/site.ts'
import { numberSizes, slipPartStates, slipParts } from '../../server/contract/site-slip.ts'
import type { Field, FieldGroup } from '../forms/field.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Plan } from '../plans/plan.ts'
import { settingsPlan } from '../plans/settings-plans.ts'
import { AgencySlipPicture, SiteSlipPicture } from './slip-picture.tsx'

/** The same form for the building and for an agency; `none` says what holds where nothing is chosen. */
function groupsOf(none: ConsoleKey, aboutHead: ConsoleKey): readonly FieldGroup[] {
  const part = (name: (typeof slipParts)[number]): Field => ({
    path: `slip.parts.${name}`,
    kind: 'choice',
    label: `slip.part.${name}`,
    optional: true,
    none,
    options: ({ messages: { t } }) => slipPartStates.map((state) => ({ value: state, label: t(`slip.${state}`) })),
  })
  return [
    {
      title: 'group.slip-head',
      about: aboutHead,
      fields: [
        {
          path: 'slip.logo',
          kind: 'logo',
          label: 'field.slip-logo',
          help: 'help.slip-logo',
          optional: true,
          wide: true,
        },
        {
          path: 'slip.head',
          kind: 'rows',
          label: 'field.slip-heads',
          optional: true,
          wide: true,
          blank: { id: '', en: '' },
          fields: [{ path: '', kind: 'words', label: 'field.slip-line' }],
        },
      ],
    },
    {
      title: 'group.slip-words',
      fields: [
        { path: 'slip.greeting', kind: 'words', label: 'field.slip-greeting', optional: true, wide: true },
        { path: 'slip.closing', kind: 'words', label: 'field.slip-closing', optional: true, wide: true },
      ],
    },
    {
      title: 'group.slip-parts',
      about: 'about.slip-parts',
      fields: [
        {
          path: 'slip.numberSize',
          kind: 'choice',
          label: 'field.slip-number',
          optional: true,
          none,
          options: ({ messages: { t } }) =>
            numberSizes.map((size) => ({ value: size, label: t(`slip.number.${size}`) })),
        },
        ...slipParts.map(part),
      ],
    },
  ]
}

export const slipPlan: Plan = {
  ...settingsPlan({ slug: 'tiket', title: 'kind.slip', groups: groupsOf('slip.as-designed', 'about.slip-head') }),
  beside: SiteSlipPicture,
}

export const agencySlipPlan: Plan = {
  slug: 'tiket-instansi',
  kind: 'agencies',
  title: 'kind.agency-slips',
  one: 'one.agencies',
  schema: AgencySchema,
  groups: groupsOf('slip.as-building', 'about.slip-head-agency'),
  nameOf: ({ short }) => String(short ?? ''),
  hintOf: ({ slip }, { messages }) => messages.t(slip === undefined ? 'slip.none' : 'slip.own'),
  beside: AgencySlipPicture,
}
