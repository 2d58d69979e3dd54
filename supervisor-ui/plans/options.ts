import { weekdays } from '../../server/contract/site.ts'
import type { Option, Setting } from '../forms/field.ts'
import type { Entry } from '../forms/path.ts'

export const boothName = ({ site }: Pick<Setting, 'site'>, code: unknown): string => {
  const booth = site.booths.find((each) => each.code === code)
  const agency = site.agencies.find((each) => each.code === booth?.agency)
  return booth ? `${booth.sign} ${agency?.short ?? booth.code}` : String(code)
}

export const boothOptions = ({ site }: Pick<Setting, 'site'>): Option[] =>
  site.booths.map(({ code }) => ({ value: code, label: boothName({ site }, code) }))

/** The booth's short name first: services of one booth then stand together. */
export const serviceOptions = ({ site, messages }: Setting): Option[] =>
  site.services.map(({ code, booth, name }) => ({
    value: code,
    label: `${boothName({ site }, booth).slice(3)}: ${messages.pick(name)}`,
  }))

export const serviceOptionsOfBooth = ({ site, messages }: Setting, { booth }: Entry): Option[] =>
  site.services
    .filter((each) => each.booth === booth)
    .map(({ code, name }) => ({ value: code, label: messages.pick(name) }))

export const agencyOptions = ({ site, messages: { pick } }: Setting): Option[] =>
  site.agencies.map(({ code, short, name }) => ({ value: code, label: `${short}, ${pick(name)}` }))

export const floorOptions = ({ site, messages: { pick } }: Setting): Option[] =>
  site.floors.map(({ level, name }) => ({ value: String(level), label: pick(name) }))

/** The zones of the entry's floor. */
export const zoneOptions = ({ site, messages: { pick } }: Setting, { floor }: Entry): Option[] =>
  site.zones.filter((zone) => zone.floor === floor).map(({ code, name }) => ({ value: code, label: pick(name) }))

export const allZoneOptions = ({ site, messages: { pick } }: Setting): Option[] =>
  site.zones.map(({ code, name }) => ({ value: code, label: pick(name) }))

export const categoryOptions = ({ site, messages: { pick } }: Setting): Option[] =>
  site.categories.map(({ code, name }) => ({ value: code, label: pick(name) }))

export const systemOptions = ({ site }: Setting): Option[] =>
  site.centralSystems.map(({ code, name }) => ({ value: code, label: name }))

export const weekdayOptions = ({ messages: { t } }: Setting): Option[] =>
  weekdays.map((day) => ({ value: day, label: t(`day.${day}`) }))
