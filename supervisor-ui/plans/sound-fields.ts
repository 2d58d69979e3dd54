import type { Field, FieldGroup } from '../forms/field.ts'
import type { ConsoleKey } from '../messages/console.ts'

/** How a zone sounds: part of the zone's form. */
export const zoneSoundField: Field = {
  path: 'sound',
  kind: 'group',
  label: 'field.sound',
  help: 'help.sound',
  optional: true,
  wide: true,
  blank: { volume: 100, hours: [], displays: 'one' },
  fields: [
    { path: 'volume', kind: 'number', label: 'field.volume', unit: 'unit.percent' },
    { path: 'area', kind: 'code', label: 'field.sound-area', help: 'help.sound-area', optional: true },
    {
      path: 'displays',
      kind: 'choice',
      label: 'field.sound-displays',
      options: ({ messages: { t } }) =>
        (['one', 'all'] as const).map((which) => ({ value: which, label: t(`sound-displays.${which}`) })),
    },
    {
      path: 'hours',
      kind: 'rows',
      label: 'field.sound-hours',
      help: 'help.sound-hours',
      wide: true,
      keepOrder: true,
      blank: { from: '12:00', to: '13:00', volume: 0 },
      fields: [
        { path: 'from', kind: 'time', label: 'field.from' },
        { path: 'to', kind: 'time', label: 'field.to' },
        { path: 'volume', kind: 'number', label: 'field.volume', unit: 'unit.percent' },
      ],
    },
    {
      path: 'outputs',
      kind: 'rows',
      label: 'field.sound-outputs',
      help: 'help.sound-outputs',
      optional: true,
      wide: true,
      blank: { kind: 'alsa', device: 'default' },
      fields: [
        {
          path: 'kind',
          kind: 'choice',
          label: 'field.sound-kind',
          options: ({ messages: { t } }) =>
            (['displays', 'alsa'] as const).map((kind) => ({ value: kind, label: t(`sound-kind.${kind}`) })),
        },
        { path: 'device', kind: 'line', label: 'field.sound-device', optional: true },
        { path: 'deviceHost', kind: 'code', label: 'field.sound-host', optional: true },
      ],
    },
  ],
}

const measures = (whom: 'recalls' | 'firstCalls'): Field[] =>
  (['merge', 'shorten', 'screenOnly'] as const).map((measure) => ({
    path: `${whom}.${measure}`,
    kind: 'flag',
    label: `measure.${whom}.${measure}` as ConsoleKey,
  }))

const off = { merge: false, shorten: false, screenOnly: false }

/** R5.2: what a long line of announcements may do; and the building's own announcements. */
export const soundGroups: readonly FieldGroup[] = [
  {
    title: 'group.sound',
    about: 'about.sound',
    fields: [
      {
        path: 'sound',
        kind: 'group',
        label: 'field.sound-policy',
        optional: true,
        wide: true,
        blank: { busyFrom: 4, recalls: off, firstCalls: off },
        fields: [
          { path: 'busyFrom', kind: 'number', label: 'field.busy-from', help: 'help.busy-from', unit: 'unit.calls' },
          ...measures('recalls'),
          ...measures('firstCalls'),
        ],
      },
    ],
  },
  {
    title: 'group.announcements',
    about: 'about.announcements',
    fields: [
      {
        path: 'announcements',
        kind: 'rows',
        label: 'field.announcement',
        optional: true,
        wide: true,
        blank: { code: '', text: { id: '', en: '' } },
        fields: [
          { path: 'code', kind: 'code', label: 'field.code' },
          { path: 'text', kind: 'words', label: 'field.notice-text' },
        ],
      },
    ],
  },
]
