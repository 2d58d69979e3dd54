import { type KeypadUse, keypadsOf, keypadUses } from '../../server/contract/keypad.ts'
import type { Option, Setting } from '../forms/field.ts'
import type { Plan } from './plan.ts'
import { settingsPlan } from './settings-plans.ts'

/** The pads of a use, the building's own and the built-in ones. */
export const padOptions =
  (use: KeypadUse) =>
  ({ site, messages: { pick } }: Setting): Option[] =>
    keypadsOf(site.site.keypads)
      .filter((pad) => pad.use === use)
      .map(({ code, name }) => ({ value: code, label: `${code}, ${pick(name)}` }))

export const keypadsPlan: Plan = settingsPlan({
  slug: 'papan-tombol',
  title: 'kind.keypads',
  groups: [
    {
      title: 'group.keypads',
      about: 'about.keypads',
      fields: [
        {
          path: 'keypads',
          kind: 'rows',
          label: 'field.keypad',
          optional: true,
          wide: true,
          blank: { code: '', name: { id: '', en: '' }, use: 'counter', keys: {} },
          fields: [
            { path: 'code', kind: 'code', label: 'field.code' },
            {
              path: 'use',
              kind: 'choice',
              label: 'field.pad-use',
              options: ({ messages: { t } }) => keypadUses.map((use) => ({ value: use, label: t(`pad-use.${use}`) })),
            },
            { path: 'name', kind: 'words', label: 'field.name' },
            { path: 'keys', kind: 'keys', label: 'field.pad-keys' },
          ],
        },
      ],
    },
  ],
})
