import {
  type Device,
  DeviceHoursSchema,
  deviceKinds,
  EditDeviceSchema,
  PairDeviceSchema,
} from '../../server/contract/devices.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { Field, FieldGroup } from '../forms/field.ts'
import type { Entry } from '../forms/path.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { RosterForm } from '../roster/roster-form.tsx'
import { placeOptions } from './device-words.ts'

const home = hashOf({ tab: 'perangkat' })

const placeOf = (kind: unknown): Field =>
  kind === 'host'
    ? { path: 'place', kind: 'line', label: 'device.place.host', help: 'device.place.host.help' }
    : {
        path: 'place',
        kind: 'choice',
        label: 'device.place',
        options: (setting) => placeOptions(setting, kind),
      }

const kindField: Field = {
  path: 'kind',
  kind: 'choice',
  label: 'device.kind',
  options: ({ messages }) => deviceKinds.map((kind) => ({ value: kind, label: messages.t(`device.kind.${kind}`) })),
}

const groupsOf = (what: readonly Field[]): readonly FieldGroup[] => [
  { title: 'device.form.what', fields: what },
  {
    title: 'device.form.hours',
    fields: [
      { path: 'hours', kind: 'weekly', label: 'device.hours', help: 'device.hours.help', optional: true, wide: true },
    ],
  },
]

const nameField: Field = { path: 'name', kind: 'line', label: 'device.name', help: 'device.name.help' }
/** What the hub takes as "always lit". */
const withHours = (entry: Entry): Entry => ({ ...entry, hours: DeviceHoursSchema.parse(entry.hours ?? null) })

interface Props {
  onSaved: () => void
}

/** A new machine: the code that it shows, and what it is to be. */
export function PairForm({ onSaved }: Props) {
  const { setting, way } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  /** The place's own name is the first that people think of. */
  const follow = (entry: Entry, path: string): Entry => {
    if (path === 'kind') return { ...entry, place: undefined, name: '' }
    const chosen = placeOptions(setting, entry.kind).find(({ value }) => value === entry.place)
    if (path !== 'place' || !chosen) return entry
    const kind = deviceKinds.find((each) => each === entry.kind) ?? 'display'
    return { ...entry, name: `${t(`device.kind.${kind}`)} ${chosen.label}`.slice(0, 40) }
  }
  return (
    <RosterForm
      title={t('device.pair')}
      hint={t('device.pair.about', { address: `${location.origin}/device` })}
      groups={({ kind }) =>
        groupsOf([
          { path: 'code', kind: 'line', label: 'device.code', help: 'device.code.help' },
          kindField,
          placeOf(kind),
          nameField,
        ])
      }
      schema={PairDeviceSchema}
      begin={{ code: '', kind: 'display', name: '' }}
      isNew
      mayKeep
      path="/api/devices"
      bodyOf={withHours}
      follow={follow}
      said={({ name }) => t('device.paired', { name: String(name) })}
      removal={null}
      onDone={() => {
        onSaved()
        way.go(home)
      }}
    />
  )
}

/** Name, place and hours of a paired device, and the way to forget it. */
export function EditForm({ device, onSaved }: Props & { device: Device }) {
  const { way } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { id, name, kind, place, hours } = device
  return (
    <RosterForm
      title={name}
      hint={t(`device.kind.${kind}`)}
      groups={groupsOf([nameField, placeOf(kind)])}
      schema={EditDeviceSchema}
      begin={{ name, place, ...(hours && { hours }) }}
      isNew={false}
      mayKeep
      path={`/api/devices/${id}`}
      bodyOf={withHours}
      said={(entry) => t('device.changed', { name: String(entry.name) })}
      removal={{
        path: `/api/devices/${id}`,
        act: t('device.act.forget'),
        title: t('device.forget.title', { name }),
        about: t('device.forget.about'),
        said: t('device.forgotten'),
      }}
      onDone={() => {
        onSaved()
        way.go(home)
      }}
    />
  )
}
