import type { Catalogue } from '../contract/catalogue.ts'
import { hoursOn } from '../core/calendar.ts'
import { instantOf } from '../core/zone-time.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'

const minuteMs = 60_000

export interface BreakPlan {
  readonly at: number
  readonly until: number
  /** Past the promise. */
  readonly lateMs: number
  /** As the public reads it, in the building's language. */
  readonly reason: string
}

/** An officer's day at one counter. Instants are epoch ms. */
export interface OfficerPlan {
  readonly counter: number
  readonly booth: string
  readonly opensAt: number
  readonly closesAt: number
  readonly breaks: readonly BreakPlan[]
  readonly random: Random
}

/** Who sits where and when: by the booth's hours, one booth in ten late, meals in turn, Friday prayer between two intervals. */
export function planOfficers(catalogue: Catalogue, scenario: Scenario, random: Random): OfficerPlan[] {
  const absent = absentCounters(catalogue, scenario)
  const { timeZone } = catalogue.site.site
  const noon = instantOf(scenario.date, '12:00', timeZone)
  return [...catalogue.booths.keys()].flatMap((booth) => {
    const hours = hoursOn(catalogue, { booth }, scenario.date)
    const [first, last] = [hours[0], hours.at(-1)]
    if (!first || !last) return []
    const boothRandom = random.fork(`booth ${booth}`)
    const lateMs = boothRandom.chance(0.1) ? boothRandom.between(5, 30) * minuteMs : 0
    const turn = boothRandom.chance(0.5) ? 1 : 0
    return catalogue
      .countersOfBooth(booth)
      .filter(({ number }) => !absent.has(number))
      .map(({ number }, index): OfficerPlan => {
        const own = random.fork(`officer ${number}`)
        const breaks = hours.slice(1).map(
          (interval, gap): BreakPlan => ({
            at: hours[gap]?.to ?? interval.from,
            until: interval.from,
            lateMs: own.between(0, 3) * minuteMs,
            reason: 'Salat',
          }),
        )
        const mealAt = noon + ((index + turn) % 2) * 30 * minuteMs
        const hasMeal = hours.some(({ from, to }) => from <= mealAt && mealAt + 30 * minuteMs < to)
        if (hasMeal)
          breaks.push({
            at: mealAt,
            until: mealAt + 30 * minuteMs,
            lateMs: own.between(0, 4) * minuteMs,
            reason: 'Makan',
          })
        breaks.push(...shortBreaks(first.from, last.to, breaks, own))
        return {
          counter: number,
          booth,
          opensAt: Math.round(first.from + lateMs + own.between(-1, 2) * minuteMs),
          closesAt: last.to,
          breaks,
          random: own,
        }
      })
  })
}

/** Five minutes in about three hours of four, never near another break. */
function shortBreaks(from: number, to: number, others: readonly BreakPlan[], own: Random): BreakPlan[] {
  const found: BreakPlan[] = []
  for (let hour = from; hour + 60 * minuteMs <= to; hour += 60 * minuteMs) {
    const at = Math.round(hour + own.between(15, 55) * minuteMs)
    const isNear = others.some((other) => at > other.at - 20 * minuteMs && at < other.until + 20 * minuteMs)
    if (own.chance(0.75) && !isNear)
      found.push({ at, until: at + 5 * minuteMs, lateMs: own.between(0, 2) * minuteMs, reason: 'Istirahat singkat' })
  }
  return found
}

function absentCounters(catalogue: Catalogue, { absentOfficers }: Scenario): ReadonlySet<number> {
  const shared = [...catalogue.booths.values()].filter(({ code }) => catalogue.countersOfBooth(code).length > 1)
  const busiest = shared.sort((a, b) => b.share - a.share).slice(0, absentOfficers)
  return new Set(busiest.flatMap(({ code }) => catalogue.countersOfBooth(code).at(-1)?.number ?? []))
}
