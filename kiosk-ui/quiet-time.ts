import type { Journey } from './journey-state.ts'

/** How long a kiosk may stay untouched. */
export interface QuietTime {
  /** Until it asks, or leaves at once where it does not ask; ms. */
  readonly untouchedMs: number
  /** From asking to leaving, ms; null = it does not ask, the seconds stand on the page. */
  readonly noticeMs: number | null
}

const seconds = 1000
const walking: QuietTime = { untouchedMs: 60 * seconds, noticeMs: 20 * seconds }
/** Number or booking is not on paper yet: nobody is hurried away from it. */
const holding: QuietTime = { untouchedMs: 90 * seconds, noticeMs: 60 * seconds }
const leaving: QuietTime = { untouchedMs: 20 * seconds, noticeMs: null }

/** Null on the untouched first page, which has nothing to forget. Large text and low reach double every time. */
export function quietTimeOf(journey: Journey): QuietTime | null {
  const base = baseOf(journey)
  if (!base || !(journey.modes.large || journey.modes.low)) return base
  return { untouchedMs: base.untouchedMs * 2, noticeMs: base.noticeMs === null ? null : base.noticeMs * 2 }
}

function baseOf({ step, taken, sheet, locale, modes }: Journey): QuietTime | null {
  if (step === 'ticket') {
    const phase = taken?.phase ?? 'printing'
    return phase === 'printing' || phase === 'print-failed' ? holding : leaving
  }
  if (step === 'booked') return holding
  const pristine = step === 'welcome' && !sheet && locale === 'id' && !modes.large && !modes.contrast && !modes.low
  return pristine ? null : walking
}

/** When the screen leaves by itself, on the same clock as `at`; null while it would first ask or never leaves. */
export function leavesAt(journey: Journey): number | null {
  const quiet = quietTimeOf(journey)
  if (!quiet) return null
  if (quiet.noticeMs === null) return journey.touchedAt + quiet.untouchedMs
  return journey.askedAt === null ? null : journey.askedAt + quiet.noticeMs
}
