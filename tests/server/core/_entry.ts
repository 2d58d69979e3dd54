import fc from 'fast-check'
import type { Command, CommandOf } from '../../../server/contract/commands.ts'
import { type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'
import { building } from './_building.ts'

/** Tuesday 14 July 2026 in WITA, as everywhere in these tests. */
export const wita = (time: string, day = '2026-07-14') => Date.parse(`${day}T${time}:00+08:00`)

const text = (words: string) => ({ id: words, en: `${words} (en)` })

/** Booths A and B of two agencies, weekdays 08.00–15.00 and no break, with what a test changes in it. */
export function entryBuilding(change: (site: SitePackage) => void = () => {}): SitePackage {
  const site = building({ profiles: { 1: [['A1', 'A2']], 2: [['A1', 'A2']], 3: [['B1']] } })
  const day = [{ from: '08:00', to: '15:00' }]
  site.site.hours = { mon: day, tue: day, wed: day, thu: day, fri: day }
  site.centralSystems = [
    { code: 'SIAK', name: 'SIAK' },
    { code: 'SIMKIM', name: 'SIMKIM' },
  ]
  change(site)
  return SitePackageSchema.parse(site)
}

export const holiday = (date: string, name = 'Libur') => ({ date, name: text(name), kind: 'holiday' as const })

type Exception = SitePackage['exceptions'][number]

/** The same hours on every weekday; none at all closes. */
export function exception(
  code: string,
  from: string,
  to: string,
  hours: string,
  scope?: Exception['scope'],
): Exception {
  const intervals = hours === '' ? [] : hours.split(' ').map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }))
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  const weekly = Object.fromEntries(days.map((day) => [day, intervals]))
  return { code, name: text(code), from, to, hours: weekly, ...(scope ? { scope } : {}) }
}

let made = 0

/** A number asked for with every rule in force. */
export function issuing(service: string, more: Partial<CommandOf<'issue'>> = {}): Command {
  made += 1
  const codes = { ticket: `n${made}`, publicCode: `p${made}` }
  const who = { priority: false, english: false, kiosk: null, delivery: 'none' } as const
  return { verb: 'issue', ...codes, service, ...who, inForce: true, ...more }
}

/** Any minute of that Tuesday. */
export const anyMinute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => wita('00:00') + minute * 60_000)
