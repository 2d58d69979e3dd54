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

/**
 * Null on the untouched first page, which has nothing to forget. Large text and low reach double every time; whoever
 * listens to the page has three times as long.
 */
export function quietTimeOf(journey: Journey): QuietTime | null {
  const base = baseOf(journey)
  if (!base) return base
  const times = journey.spoken ? 3 : journey.modes.large || journey.modes.low ? 2 : 1
  return { untouchedMs: base.untouchedMs * times, noticeMs: base.noticeMs === null ? null : base.noticeMs * times }
}

function baseOf({ step, taken, sheet, locale, modes, spoken }: Journey): QuietTime | null {
  if (step === 'ticket') {
    const phase = taken?.phase ?? 'printing'
    return phase === 'printing' || phase === 'unsure' || phase === 'print-failed' ? holding : leaving
  }
  if (step === 'booked') return holding
  const plain = locale === 'id' && !spoken && !modes.large && !modes.contrast && !modes.low
  const pristine = step === 'welcome' && !sheet && plain
  return pristine ? null : walking
}

/** When the screen leaves by itself, on the same clock as `at`; null while it would first ask or never leaves. */
export function leavesAt(journey: Journey): number | null {
  const quiet = quietTimeOf(journey)
  if (!quiet) return null
  if (quiet.noticeMs === null) return journey.touchedAt + quiet.untouchedMs
  return journey.askedAt === null ? null : journey.askedAt + quiet.noticeMs
}
