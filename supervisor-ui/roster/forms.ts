import { officerRoles } from '../../server/contract/roster.ts'
import type { ConsoleSurroundings } from '../console/console-context.ts'
import type { FieldGroup, Option, Setting } from '../forms/field.ts'
import type { Entry } from '../forms/path.ts'
import { agencyOptions, weekdayOptions } from '../plans/options.ts'
import { placeOf } from './place.ts'
import type { OfficerRow } from './use-roster.ts'

type Editable = ConsoleSurroundings['editable']

/** Whether this person keeps the roster of an agency; null = of any. */
export const mayKeep = ({ all, agency }: Editable, of: string | null): boolean =>
  all || (agency !== null && (of === null || of === agency))

export const officerForm = (editable: Editable): readonly FieldGroup[] => [
  {
    title: 'roster.group.kept',
    about: 'roster.people.about',
    fields: [
      { path: 'name', kind: 'line', label: 'roster.name' },
      {
        path: 'agency',
        kind: 'choice',
        label: 'field.agency',
        options: (setting) => agencyOptions(setting).filter(({ value }) => mayKeep(editable, value)),
      },
      {
        path: 'role',
        kind: 'choice',
        label: 'roster.role',
        options: ({ messages }) =>
          officerRoles
            .filter((role) => editable.all || role === 'officer' || role === 'agency-admin')
            .map((role) => ({ value: role, label: messages.t(`role.${role}`) })),
      },
      { path: 'active', kind: 'flag', label: 'roster.active', help: 'roster.active.help' },
    ],
  },
]

export const shiftForm = (officers: readonly OfficerRow[]): readonly FieldGroup[] => [
  {
    title: 'roster.group.who',
    fields: [
      {
        path: 'officer',
        kind: 'choice',
        label: 'roster.officer',
        options: ({ site }) => officers.filter(({ active }) => active).map((one) => nameOption(one, site.agencies)),
      },
      {
        path: 'counter',
        kind: 'choice',
        label: 'roster.counter',
        help: 'roster.counter.help',
        asNumber: true,
        options: (setting, shift) => counterOptions(setting, shift, officers),
      },
    ],
  },
  {
    title: 'roster.group.when',
    fields: [
      { path: 'days', kind: 'checks', label: 'roster.days', options: weekdayOptions, wide: true },
      { path: 'from', kind: 'time', label: 'roster.from' },
      { path: 'to', kind: 'time', label: 'roster.to' },
      { path: 'validFrom', kind: 'date', label: 'roster.valid-from' },
      { path: 'validTo', kind: 'date', label: 'roster.valid-to', help: 'roster.valid-to.help', optional: true },
    ],
  },
]

const nameOption = ({ id, name, agency }: OfficerRow, agencies: Setting['site']['agencies']): Option => ({
  value: id,
  label: `${name}, ${agencies.find(({ code }) => code === agency)?.short ?? agency}`,
})

/** Counters of the officer's agency; of every agency while nobody is chosen. */
function counterOptions(setting: Setting, shift: Entry, officers: readonly OfficerRow[]): Option[] {
  const agency = officers.find(({ id }) => id === shift.officer)?.agency
  const booths = setting.site.booths.filter((booth) => agency === undefined || booth.agency === agency)
  return setting.site.counters
    .filter(({ booth }) => booths.some(({ code }) => code === booth))
    .map(({ number }) => {
      const { booth, counter } = placeOf(setting, number)
      return { value: String(number), label: `${booth}, ${counter}` }
    })
}
