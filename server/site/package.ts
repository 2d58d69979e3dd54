import type { SitePackage } from '../contract/site.ts'
import type { Mistake } from './mistake.ts'
import { readSitePackage, type SiteReading } from './validate.ts'

/**
 * Reads a text that shall become the building: a package, of this building or of another whose set-up it takes over, or
 * (`format` `antrean-holidays`) the holidays of one year for it, which take the place of those it had for that year.
 */
export function readPackageFor(site: SitePackage, text: string): SiteReading {
  const read = readSitePackage(text)
  const holidays = 'mistakes' in read ? holidaysIn(text) : null
  if (holidays) return withHolidays(site, holidays, text)
  return 'mistakes' in read ? read : { ...read, site: asOwn(site, read.site) }
}

/** What a building is called and where it stands is its own: the package of another one brings everything else. */
function asOwn({ site: own }: SitePackage, other: SitePackage): SitePackage {
  if (other.site.code === own.code) return other
  const { code, name, place, short, timeZone, zoneAbbreviation } = own
  return { ...other, site: { ...other.site, code, name, place, short, timeZone, zoneAbbreviation } }
}

interface Holidays {
  readonly year: number
  readonly holidays: readonly unknown[]
}

/** The holidays of a year alone: they need a building that they are for. */
export const isHolidays = (text: string): boolean => holidaysIn(text) !== null

function holidaysIn(text: string): Holidays | null {
  try {
    const value = JSON.parse(text) as { format?: unknown; year?: unknown; holidays?: unknown } | null
    if (value?.format !== 'antrean-holidays' || !Array.isArray(value.holidays)) return null
    return { year: Number(value.year), holidays: value.holidays }
  } catch {
    return null
  }
}

/** Mistakes are told by their place in the text of the holidays. */
function withHolidays(site: SitePackage, { year, holidays }: Holidays, text: string): SiteReading {
  const isOfYear = (date: unknown) => typeof date === 'string' && date.startsWith(`${year}-`)
  const others = site.holidays.filter(({ date }) => !isOfYear(date))
  const all = [...others, ...holidays] as SitePackage['holidays']
  const read = readSitePackage(JSON.stringify({ ...site, holidays: all.toSorted(byDate) }))
  if (!('mistakes' in read)) return read
  const lines = text.split('\n')
  const mistakes = read.mistakes.map((mistake): Mistake => {
    const line = lines.findIndex((words) => mistake.code !== undefined && words.includes(mistake.code))
    return { ...mistake, line: Math.max(1, line + 1), column: 1 }
  })
  return { mistakes }
}

const byDate = (a: { date?: unknown }, b: { date?: unknown }): number => (String(a.date) < String(b.date) ? -1 : 1)
