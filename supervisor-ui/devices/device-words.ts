import type { Device, DeviceKind } from '../../server/contract/devices.ts'
import { dateText, timeText } from '../../ui-kit/time-text.ts'
import type { Option, Setting } from '../forms/field.ts'
import { boothName } from '../plans/options.ts'
import { placeOf } from '../roster/place.ts'

/** Where a device can be, by what it is. A host has a code of its own, which is typed. */
export function placeOptions(setting: Setting, kind: unknown): readonly Option[] {
  const { site, messages } = setting
  const level = (floor: number) => messages.pick(site.floors.find((one) => one.level === floor)?.name ?? noName)
  switch (kind as DeviceKind) {
    case 'kiosk':
      return site.kiosks.map(({ code, name, floor }) => ({
        value: code,
        label: `${messages.pick(name)}, ${level(floor)}`,
      }))
    case 'display':
      return site.zones.map(({ code, name, floor }) => ({
        value: code,
        label: `${messages.pick(name)}, ${level(floor)}`,
      }))
    case 'booth':
      return site.booths.map(({ code }) => ({ value: code, label: boothName(setting, code) }))
    case 'counter':
      return site.counters.map(({ number }) => {
        const { booth, counter } = placeOf(setting, number)
        return { value: String(number), label: `${booth}, ${counter}` }
      })
    default:
      return []
  }
}

/** The place in words; its code where the building no longer has it. */
export const placeText = (setting: Setting, { kind, place }: Pick<Device, 'kind' | 'place'>): string =>
  placeOptions(setting, kind).find(({ value }) => value === place)?.label ?? place

/** "09.42", or with its date when that was another day. */
export function whenText(at: number, now: number, { site, messages }: Setting): string {
  const { timeZone } = site.site
  const day = (instant: number) => dateText(instant, timeZone, messages.locale, true)
  return day(at) === day(now) ? timeText(at, timeZone) : `${day(at)} ${timeText(at, timeZone)}`
}

/** "3 j 20 m" is for machines: the two largest units, in words. */
export function spanText(ms: number, locale: 'id' | 'en'): string {
  const minutes = Math.floor(ms / 60_000)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)]
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value)
  if (days > 0) return unit(days, 'day')
  return hours > 0 ? unit(hours, 'hour') : unit(minutes, 'minute')
}

const noName = { id: '', en: '' }
