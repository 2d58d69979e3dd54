import { mediaKinds } from '../../server/contract/media.ts'
import type { Text } from '../../server/contract/site.ts'
import { PlaylistItemSchema } from '../../server/contract/site-media.ts'
import type { Entry } from '../forms/path.ts'
import { allZoneOptions, weekdayOptions } from '../plans/options.ts'
import type { Plan } from '../plans/plan.ts'

/** Of another kind, an item keeps only what that kind has. */
function ofKind(kind: string, { file, text, ...rest }: Entry): Entry {
  if (kind === 'text') return { ...rest, kind, text: text ?? { id: '', en: '' } }
  return { ...rest, kind, ...(kind === rest.kind && { file }) }
}

export const playlistPlan: Plan = {
  slug: 'tayang',
  kind: 'playlist',
  title: 'kind.playlist',
  one: 'one.playlist',
  schema: PlaylistItemSchema,
  groups: [
    {
      title: 'group.media',
      about: 'about.media',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        {
          path: 'kind',
          kind: 'choice',
          label: 'field.media-kind',
          becomes: ofKind,
          options: ({ messages: { t } }) => mediaKinds.map((kind) => ({ value: kind, label: t(`media-kind.${kind}`) })),
        },
        {
          path: 'file',
          kind: 'media-file',
          label: 'field.media-file',
          help: 'help.media-file',
          optional: true,
          wide: true,
        },
        {
          path: 'title',
          kind: 'words',
          label: 'field.media-title',
          help: 'help.media-title',
          optional: true,
          wide: true,
        },
        { path: 'text', kind: 'words', label: 'field.media-text', optional: true, wide: true },
        {
          path: 'seconds',
          kind: 'number',
          label: 'field.media-seconds',
          help: 'help.media-seconds',
          unit: 'unit.seconds',
        },
      ],
    },
    {
      title: 'group.media-when',
      about: 'about.media-when',
      fields: [
        { path: 'zones', kind: 'many', label: 'field.media-zones', options: allZoneOptions, optional: true },
        { path: 'days', kind: 'many', label: 'field.media-days', options: weekdayOptions, optional: true },
        { path: 'from', kind: 'date', label: 'field.first-day', optional: true },
        { path: 'to', kind: 'date', label: 'field.last-day', optional: true },
        {
          path: 'hours',
          kind: 'group',
          label: 'field.media-hours',
          optional: true,
          blank: { from: '08:00', to: '12:00' },
          fields: [
            { path: 'from', kind: 'time', label: 'field.media-from' },
            { path: 'to', kind: 'time', label: 'field.media-to' },
          ],
        },
      ],
    },
  ],
  nameOf: ({ code, title, text }, { messages }) => messages.pick((title ?? text ?? { id: code, en: code }) as Text),
  hintOf: ({ kind }, { messages: { t } }) => t(`media-kind.${String(kind)}` as 'media-kind.image'),
  blank: () => ({ code: '', kind: 'text', text: { id: '', en: '' }, seconds: 12 }),
}
