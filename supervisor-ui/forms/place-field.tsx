import type { KeyboardEvent } from 'react'
import type { Booth, SitePackage } from '../../server/contract/site.ts'
import { Icon, type IconName } from '../../ui-kit/icon.tsx'
import { FloorMap, type FloorPlan } from '../../ui-kit/map.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Field, FieldOf } from './field.ts'
import { GroupFrame } from './field-frame.tsx'
import { useForm } from './form-context.ts'
import type { Entry } from './path.ts'
import type { FieldProps } from './simple-fields.tsx'

type Spot = { readonly x: number; readonly y: number }

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const
type Arrow = keyof typeof steps
const arrows: Record<Arrow, IconName> = {
  ArrowLeft: 'arrow-left',
  ArrowUp: 'arrow-up',
  ArrowDown: 'arrow-down',
  ArrowRight: 'arrow-right',
}
const keys = Object.keys(arrows) as Arrow[]

/** Decimetres that one press moves; with Shift. */
const shortStep = 2
const longStep = 20

const boxFields: readonly Field[] = [
  { path: 'x', kind: 'number', label: 'field.x', unit: 'unit.dm' },
  { path: 'y', kind: 'number', label: 'field.y', unit: 'unit.dm' },
  { path: 'w', kind: 'number', label: 'field.w', unit: 'unit.dm' },
  { path: 'h', kind: 'number', label: 'field.h', unit: 'unit.dm' },
  {
    path: 'side',
    kind: 'choice',
    label: 'field.side',
    options: ({ messages: { t } }) =>
      (['up', 'down', 'left', 'right'] as const).map((side) => ({ value: side, label: t(`side.${side}`) })),
  },
]

/** Where a booth or a kiosk stands: on the map by the arrow keys, and in figures. */
export function PlaceField({ field, at, value }: FieldProps<FieldOf<'place'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt, setting, entry, FieldView } = useForm()
  const spot = value as Spot & Partial<Record<'w', number>>
  const isBox = spot?.w !== undefined
  const floor = planWith(setting.site, entry, isBox)
  const readOnly = isReadOnly(at)
  const move = (arrow: Arrow, isLong: boolean) => {
    const [dx, dy] = steps[arrow]
    const length = isLong ? longStep : shortStep
    change(at, { ...spot, x: spot.x + dx * length, y: spot.y + dy * length })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = keys.find((key) => key === event.key)
    if (!arrow) return
    event.preventDefault()
    move(arrow, event.shiftKey)
  }
  return (
    <GroupFrame field={field} problem={problemAt(at)} className="place">
      <div className="place-parts">
        {floor && <FloorMap floor={floor} {...(isBox && { goal: String(entry.code ?? '') })} />}
        <div className="place-figures">
          {!readOnly && (
            <div className="nudge" role="toolbar" aria-label={t('place.move')} onKeyDown={onKeyDown}>
              {keys.map((arrow) => (
                <button
                  key={arrow}
                  type="button"
                  aria-label={t(`place.${arrow}`)}
                  onClick={(event) => move(arrow, event.shiftKey)}
                >
                  <Icon name={arrows[arrow]} />
                </button>
              ))}
              <p className="nudge-help">{t('place.help')}</p>
            </div>
          )}
          <div className="row-fields">
            {boxFields.slice(0, isBox ? boxFields.length : 2).map((each) => (
              <FieldView
                key={each.path}
                field={each}
                at={`${at}.${each.path}`}
                value={(value as Entry | undefined)?.[each.path]}
              />
            ))}
          </div>
        </div>
      </div>
    </GroupFrame>
  )
}

/** The entry's floor with the entry where the form has it. */
function planWith(site: SitePackage, entry: Entry, isBooth: boolean): FloorPlan | undefined {
  const floor = site.floors.find(({ level }) => level === entry.floor)
  if (!floor) return undefined
  const others = site.booths.filter((booth) => booth.code !== entry.code && booth.floor === floor.level)
  const booths = isBooth ? [...others, entry as unknown as Booth] : others
  return {
    level: floor.level,
    ...floor.map,
    booths: booths.map(({ code, sign, place }) => ({ code, sign, ...place })),
    ...(isBooth
      ? { kiosks: site.kiosks.filter((kiosk) => kiosk.floor === floor.level).map(({ at }) => at) }
      : { kiosk: entry.at as Spot }),
  }
}
