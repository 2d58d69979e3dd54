import type { AccuracyAnswer } from '../contract/api.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { addDays, dateAt } from '../core/zone-time.ts'

export interface Counted {
  readonly agency: string
  readonly given: number
  readonly right: number
  readonly green: number
  readonly kept: number
}

const daysCounted = 30

/** The days over which accuracy is published, both inside. */
export function accuracyDays(hall: Hall, now: number): { from: string; to: string } {
  const to = hall.day ?? dateAt(now, catalogueOf(hall).site.site.timeZone)
  return { from: addDays(to, 1 - daysCounted), to }
}

/** R7.3: in the order of the building; agencies about which nothing is known yet are left out. */
export function readAccuracy(
  hall: Hall,
  days: { from: string; to: string },
  counted: readonly Counted[],
): AccuracyAnswer {
  const byAgency = new Map(counted.map((one) => [one.agency, one]))
  return {
    ...days,
    agencies: [...catalogueOf(hall).agencies.values()].flatMap(({ code, short }) => {
      const one = byAgency.get(code)
      if (!one || one.given + one.green === 0) return []
      const { given, right, green, kept } = one
      const promises = { green, kept, share: shareOf(kept, green) }
      return [{ agency: code, name: short, given, right, share: shareOf(right, given), promises }]
    }),
  }
}

const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000
