export interface Bar {
  /** Minutes after midnight at which its half hour begins. */
  readonly at: number
  readonly count: number
  /** Share of the highest bar. */
  readonly height: number
  readonly when: 'past' | 'now' | 'ahead'
}

const firstAt = 7 * 60 + 30
const step = 30
/** The chart shows at least the hours in which a building is open. */
const lastAt = 15 * 60

/** The day in half hours; `now` is minutes after midnight by the hall's clock, null when nothing runs. */
export function barsOf(arrivals: readonly number[], now: number | null): Bar[] {
  const most = Math.max(1, ...arrivals)
  const length = Math.max(arrivals.length, (lastAt - firstAt) / step)
  return Array.from({ length }, (_, index) => {
    const at = firstAt + index * step
    const count = arrivals[index] ?? 0
    const when = now === null || now < at ? 'ahead' : now < at + step ? 'now' : 'past'
    return { at, count, height: count / most, when }
  })
}

/** Where `now` lies on the chart, 0 to 1; null outside the day. */
export function shareOfDay(now: number, bars: readonly Bar[]): number | null {
  const share = (now - firstAt) / (bars.length * step)
  return share >= 0 && share <= 1 ? share : null
}

/** "07.30": hour and minute with a dot. */
export const halfHourText = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}.${String(at % 60).padStart(2, '0')}`

/** Minutes after midnight of a clock reading as the screens write it, "09.42". */
export const minutesOfDay = (reading: string): number => {
  const [hours = 0, minutes = 0] = reading.split('.').map(Number)
  return hours * 60 + minutes
}
