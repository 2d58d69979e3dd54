import { type Draft, listIn, member, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Intervals out of order, hours that never open, breaks and dated hours that contradict others, a time zone nobody knows. */
export function findScheduleMistakes(draft: Draft): readonly Finding[] {
  const site = member(draft.root, 'site')
  const hours = member(site, 'hours')
  const narrower = weeklies.flatMap(([kind, part]) =>
    (draft.list(kind) ?? []).flatMap(({ value, path }) => findIntervalMistakes(member(value, part), [...path, part])),
  )
  return [
    ...findTimeZoneMistakes(textIn(site, 'timeZone')),
    ...findIntervalMistakes(hours, ['site', 'hours']),
    ...findClosedForever(hours),
    ...narrower,
    ...findStrayBreaks(draft, hours),
    ...findOverlappingExceptions(draft),
  ]
}

/** Where weekly hours stand, beside those of the building. */
const weeklies = [
  ['agencies', 'schedule'],
  ['booths', 'schedule'],
  ['services', 'schedule'],
  ['counters', 'breaks'],
  ['exceptions', 'hours'],
] as const

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

/** A break before the booth opens or after it closes is none. */
function findStrayBreaks(draft: Draft, hours: unknown): Finding[] {
  const entryOf = (kind: 'booths' | 'agencies', code: unknown) =>
    (draft.list(kind) ?? []).find(({ key }) => key === code && code !== undefined)?.value
  return (draft.list('counters') ?? []).flatMap(({ value, path }) => {
    const booth = entryOf('booths', textIn(value, 'booth'))
    const weekly =
      member(booth, 'schedule') ?? member(entryOf('agencies', textIn(booth, 'agency')), 'schedule') ?? hours
    return days.flatMap((day) => {
      const open = listIn(weekly, day)
      const [opens, closes] = [textIn(open[0], 'from'), textIn(open.at(-1), 'to')]
      if (opens === undefined || closes === undefined || opens >= closes) return []
      return listIn(member(value, 'breaks'), day).flatMap((interval, index) => {
        const [from, to] = [textIn(interval, 'from'), textIn(interval, 'to')]
        if (from === undefined || to === undefined || (from >= opens && to <= closes)) return []
        const message = say('Istirahat ini di luar jam buka gerai', 'This break is outside the hours of the booth')
        return [{ rule: 'break-outside-hours', path: [...path, 'breaks', day, index], message }]
      })
    })
  })
}

/** R6.1: the narrowest exception holds, so two of the same scope may not hold on one day. */
function findOverlappingExceptions(draft: Draft): Finding[] {
  const ranges = (draft.list('exceptions') ?? []).map(({ value, path, key }) => ({
    path,
    key,
    scope: JSON.stringify(member(value, 'scope') ?? null),
    from: textIn(value, 'from'),
    to: textIn(value, 'to') ?? '9999-12-31',
  }))
  return ranges.flatMap(({ path, scope, from, to }, index) => {
    if (from === undefined) return []
    const other = ranges
      .slice(0, index)
      .find((one) => one.scope === scope && one.from !== undefined && one.from <= to && from <= one.to)
    if (!other) return []
    const message = say(
      `Tanggalnya bertumpuk dengan jam khusus ${other.key}`,
      `Its dates overlap those of the exception ${other.key}`,
    )
    return [{ rule: 'exceptions-overlap', path, message }]
  })
}
