import { type Draft, listIn, member, numberIn, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Intervals out of order, hours that never open, a time zone nobody knows, a quota service without a quota. */
export function findScheduleMistakes(draft: Draft): readonly Finding[] {
  const site = member(draft.root, 'site')
  const hours = member(site, 'hours')
  const narrower = (['booths', 'services'] as const).flatMap((kind) =>
    (draft.list(kind) ?? []).flatMap(({ value, path }) =>
      findIntervalMistakes(member(value, 'schedule'), [...path, 'schedule']),
    ),
  )
  return [
    ...findTimeZoneMistakes(textIn(site, 'timeZone')),
    ...findIntervalMistakes(hours, ['site', 'hours']),
    ...findClosedForever(hours),
    ...narrower,
    ...findMissingQuotas(draft),
  ]
}

function findTimeZoneMistakes(timeZone: string | undefined): Finding[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return []
  const message = say(
    'Zona waktu tidak dikenal; tulis seperti Asia/Makassar',
    'Unknown time zone; write it as Asia/Makassar',
  )
  return [{ rule: 'unknown-time-zone', path: ['site', 'timeZone'], message }]
}

/** A name of the IANA data base; a bare offset as +08:00 is none. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function findIntervalMistakes(weekly: unknown, path: Path): Finding[] {
  return days.flatMap((day) => {
    const intervals = listIn(weekly, day)
    return intervals.flatMap((interval, index) => {
      const before = intervals[index - 1]
      const from = textIn(interval, 'from')
      const previousFrom = textIn(before, 'from')
      const previousTo = textIn(before, 'to')
      if (from === undefined || previousFrom === undefined || previousTo === undefined) return []
      const place = [...path, day, index]
      if (from < previousFrom) {
        const message = say(
          'Jam tidak berurutan: pindahkan ke depan',
          'Out of order: this one belongs before the one above',
        )
        return [{ rule: 'intervals-unsorted', path: place, message }]
      }
      if (from >= previousTo) return []
      const message = say(`Bertumpuk dengan jam sampai ${previousTo}`, `Overlaps the hours until ${previousTo}`)
      return [{ rule: 'intervals-overlap', path: place, message }]
    })
  })
}

function findClosedForever(hours: unknown): Finding[] {
  if (typeof hours !== 'object' || hours === null) return []
  if (days.some((day) => member(hours, day) !== undefined && listIn(hours, day).length > 0)) return []
  const message = say(
    'Gedung tidak pernah buka: isi jam sedikitnya satu hari',
    'The building never opens: give hours for one day at least',
  )
  return [{ rule: 'never-open', path: ['site', 'hours'], message }]
}

function findMissingQuotas(draft: Draft): Finding[] {
  return (draft.list('services') ?? []).flatMap(({ value, path }) => {
    if (textIn(value, 'mode') !== 'quota' || numberIn(value, 'dailyQuota') !== undefined) return []
    if (member(value, 'dailyQuota') !== undefined) return []
    const message = say('Layanan berkuota perlu "dailyQuota"', 'A quota service needs "dailyQuota"')
    return [{ rule: 'quota-missing', path: [...path, 'dailyQuota'], message }]
  })
}
