import { type Draft, type Entry, listIn, member, numberIn, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

/** What a service says of its quotas, sessions, bookings and outcomes must not contradict itself. */
export const findServiceMistakes = (draft: Draft): readonly Finding[] =>
  (draft.list('services') ?? []).flatMap((entry) => [
    ...findQuotaMistakes(entry),
    ...findSessionMistakes(entry),
    ...findBookingMistakes(entry),
    ...findOutcomeMistakes(entry),
  ])

const mistake = (rule: string, path: Path, id: string, en: string): Finding => ({ rule, path, message: say(id, en) })

/** R6.1, R6.3: what is kept for priority is a part of what there is. */
function findQuotaMistakes({ value, path }: Entry): Finding[] {
  const quotas = quotasOf(value)
  const kept = numberIn(value, 'priorityQuota')
  if (textIn(value, 'mode') === 'quota' && quotas.length === 0 && member(value, 'dailyQuota') === undefined) {
    const place = [...path, 'dailyQuota']
    return [
      mistake('quota-missing', place, 'Layanan berkuota perlu "dailyQuota"', 'A quota service needs "dailyQuota"'),
    ]
  }
  if (kept === undefined || kept === 0) return []
  const place = [...path, 'priorityQuota']
  if (quotas.length === 0) {
    const [id, en] = ['Kuota prioritas perlu kuota layanan', 'A priority quota needs a quota of the service']
    return [mistake('priority-without-quota', place, id, en)]
  }
  const least = Math.min(...quotas)
  if (kept <= least) return []
  return [
    mistake(
      'priority-over-quota',
      place,
      `Melebihi kuota layanan, ${least}`,
      `More than the service's quota of ${least}`,
    ),
  ]
}

function quotasOf(value: unknown): number[] {
  const sessions = listIn(value, 'sessions').flatMap((session) => numberIn(session, 'quota') ?? [])
  return [...sessions, ...[numberIn(value, 'dailyQuota')].filter((quota) => quota !== undefined)]
}

/** R6.1: sessions are the hours of their service, one after another. */
function findSessionMistakes({ value, path }: Entry): Finding[] {
  const sessions = listIn(value, 'sessions')
  if (sessions.length === 0) return []
  const both = mistake(
    'schedule-and-sessions',
    [...path, 'schedule'],
    'Sesi sudah menjadi jam layanan: hapus salah satu',
    'The sessions are its hours already: leave one of the two out',
  )
  const daily = numberIn(value, 'dailyQuota')
  const each = sessions.flatMap((session, index): Finding[] => {
    const place = [...path, 'sessions', index]
    if (sessions.slice(0, index).some((other) => meet(session, other)))
      return [mistake('sessions-overlap', place, 'Bertumpuk dengan sesi sebelumnya', 'Overlaps a session before it')]
    const quota = numberIn(session, 'quota')
    if (quota === undefined || daily === undefined || quota <= daily) return []
    const [id, en] = [`Melebihi kuota harian ${daily}`, `More than the daily quota of ${daily}`]
    return [mistake('session-over-quota', [...place, 'quota'], id, en)]
  })
  return [...(member(value, 'schedule') === undefined ? [] : [both]), ...each]
}

function meet(a: unknown, b: unknown): boolean {
  const [from, to, otherFrom, otherTo] = [textIn(a, 'from'), textIn(a, 'to'), textIn(b, 'from'), textIn(b, 'to')]
  if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined) return false
  const days = new Set(listIn(b, 'days'))
  return listIn(a, 'days').some((day) => days.has(day)) && from < otherTo && otherFrom < to
}

/** R4.8: slots are for those who come by appointment, and hold no more than the quota. */
function findBookingMistakes({ value, path }: Entry): Finding[] {
  const booking = member(value, 'booking')
  if (booking === undefined) return []
  if (textIn(value, 'mode') === 'walk-in') {
    const [id, en] = ['Layanan tanpa perjanjian tidak punya slot', 'A walk-in service has no slots']
    return [mistake('booking-on-walk-in', [...path, 'booking'], id, en)]
  }
  const capacity = numberIn(booking, 'capacity')
  const least = Math.min(...quotasOf(value))
  if (capacity === undefined || capacity <= least) return []
  const [id, en] = [`Satu slot melebihi kuota ${least}`, `One slot holds more than the quota of ${least}`]
  return [mistake('booking-over-quota', [...path, 'booking', 'capacity'], id, en)]
}

/** R5.5 */
function findOutcomeMistakes({ value, path }: Entry): Finding[] {
  const outcomes = listIn(value, 'outcomes')
  if (member(value, 'outcomeRequired') === true && outcomes.length === 0) {
    const [id, en] = ['Isi dahulu pilihan hasilnya', 'Name the outcomes to choose from first']
    return [mistake('outcomes-missing', [...path, 'outcomeRequired'], id, en)]
  }
  const codes = outcomes.map((outcome) => textIn(outcome, 'code'))
  return codes.flatMap((code, index) => {
    if (code === undefined || codes.indexOf(code) === index) return []
    const place = [...path, 'outcomes', index, 'code']
    return [mistake('repeated-outcome', place, `Hasil "${code}" sudah ada`, `The outcome "${code}" is already there`)]
  })
}
