import { layouts } from '../../server/contract/media.ts'
import { FloorSchema, KioskSchema, type Text, ZoneSchema } from '../../server/contract/site.ts'
import type { Field } from '../forms/field.ts'
import { padOptions } from './keypad-plans.ts'
import { allZoneOptions, floorOptions, zoneOptions } from './options.ts'
import type { Plan } from './plan.ts'
import { blankPrinter, printerFields } from './printer-fields.ts'
import { zoneSoundField } from './sound-fields.ts'

const rooms = ['toilet', 'stairs', 'lift', 'prayer', 'nursing', 'void'] as const

const spot: readonly Field[] = [
  { path: 'x', kind: 'number', label: 'field.x', unit: 'unit.dm' },
  { path: 'y', kind: 'number', label: 'field.y', unit: 'unit.dm' },
]
const box: readonly Field[] = [
  ...spot,
  { path: 'w', kind: 'number', label: 'field.w', unit: 'unit.dm' },
  { path: 'h', kind: 'number', label: 'field.h', unit: 'unit.dm' },
]

export const floorPlan: Plan = {
  slug: 'lantai',
  kind: 'floors',
  title: 'kind.floors',
  one: 'one.floors',
  schema: FloorSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'level', kind: 'number', label: 'field.level', key: true },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        { path: 'map.width', kind: 'number', label: 'field.width', unit: 'unit.dm' },
        { path: 'map.height', kind: 'number', label: 'field.height', unit: 'unit.dm' },
      ],
    },
    {
      title: 'group.facilities',
      about: 'about.facilities',
      fields: [
        {
          path: 'map.entrance',
          kind: 'group',
          label: 'field.entrance',
          optional: true,
          wide: true,
          blank: { x: 0, y: 0 },
          fields: spot,
        },
        {
          path: 'map.information',
          kind: 'group',
          label: 'field.information',
          optional: true,
          wide: true,
          blank: { x: 0, y: 0, w: 60, h: 40 },
          fields: box,
        },
        {
          path: 'map.rooms',
          kind: 'rows',
          label: 'field.room',
          wide: true,
          blank: { kind: 'toilet', x: 0, y: 0, w: 60, h: 60 },
          fields: [
            {
              path: 'kind',
              kind: 'choice',
              label: 'field.room-kind',
              options: ({ messages: { t } }) => rooms.map((room) => ({ value: room, label: t(`map.${room}`) })),
            },
            ...box,
          ],
        },
        {
          path: 'map.seats',
          kind: 'rows',
          label: 'field.seats',
          wide: true,
          blank: { x: 0, y: 0, w: 100, h: 9 },
          fields: box,
        },
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ level }, { site, messages }) =>
    messages.t('hint.booths', { n: site.booths.filter((booth) => booth.floor === level).length }),
  blank: (site) => ({
    level: Math.max(0, ...site.floors.map(({ level }) => level)) + 1,
    name: { id: '', en: '' },
    map: { width: 760, height: 480, seats: [], rooms: [] },
  }),
}

export const zonePlan: Plan = {
  slug: 'zona',
  kind: 'zones',
  title: 'kind.zones',
  one: 'one.zones',
  schema: ZoneSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'floor', kind: 'choice', label: 'field.floor', options: floorOptions, asNumber: true },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        {
          path: 'layout',
          kind: 'choice',
          label: 'field.layout',
          optional: true,
          none: 'layout.calls',
          options: ({ messages: { t } }) =>
            layouts
              .filter((layout) => layout !== 'calls')
              .map((layout) => ({ value: layout, label: t(`layout.${layout}`) })),
        },
        {
          path: 'shows',
          kind: 'many',
          label: 'field.shows',
          help: 'help.shows',
          optional: true,
          options: (setting, { code }) => allZoneOptions(setting).filter(({ value }) => value !== code),
        },
        {
          path: 'display',
          kind: 'group',
          label: 'field.display',
          help: 'help.display',
          optional: true,
          wide: true,
          blank: { x: 0, y: 0, facing: 'down' },
          fields: [
            ...spot,
            {
              path: 'facing',
              kind: 'choice',
              label: 'field.facing',
              options: ({ messages: { t } }) =>
                (['up', 'down', 'left', 'right'] as const).map((side) => ({ value: side, label: t(`side.${side}`) })),
            },
          ],
        },
        zoneSoundField,
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ floor }, { messages }) => messages.t('place.floor', { level: Number(floor) }),
  blank: (site) => ({ code: '', floor: site.floors[0]?.level ?? 1, name: { id: '', en: '' } }),
}

export const kioskPlan: Plan = {
  slug: 'kios',
  kind: 'kiosks',
  title: 'kind.kiosks',
  one: 'one.kiosks',
  schema: KioskSchema,
  groups: [
    {
      title: 'group.name',
      fields: [
        { path: 'code', kind: 'code', label: 'field.code', help: 'help.code', key: true },
        { path: 'name', kind: 'words', label: 'field.name', wide: true },
        { path: 'floor', kind: 'choice', label: 'field.floor', options: floorOptions, asNumber: true },
        { path: 'zone', kind: 'choice', label: 'field.zone', options: zoneOptions },
        {
          path: 'pad',
          kind: 'choice',
          label: 'field.pad',
          help: 'help.pad',
          options: padOptions('kiosk'),
          optional: true,
          none: 'pad.usual',
        },
        { path: 'at', kind: 'place', label: 'field.place', wide: true },
      ],
    },
    {
      title: 'group.printer',
      fields: [
        {
          path: 'printer',
          kind: 'group',
          label: 'field.printer',
          help: 'help.printer',
          optional: true,
          wide: true,
          blank: blankPrinter,
          fields: printerFields,
        },
        {
          path: 'nextPrinter',
          kind: 'choice',
          label: 'field.next-printer',
          help: 'help.next-printer',
          optional: true,
          none: 'words.none',
          options: ({ site, messages: { pick } }, { code }) =>
            site.kiosks
              .filter((kiosk) => kiosk.code !== code)
              .map((kiosk) => ({ value: kiosk.code, label: pick(kiosk.name) })),
        },
      ],
    },
  ],
  nameOf: ({ name }, { messages }) => messages.pick(name as Text),
  hintOf: ({ floor }, { messages }) => messages.t('place.floor', { level: Number(floor) }),
  blank: (site) => ({
    code: '',
    name: { id: '', en: '' },
    floor: site.floors[0]?.level ?? 1,
    zone: site.zones[0]?.code ?? '',
    at: { x: 100, y: 100 },
  }),
}
