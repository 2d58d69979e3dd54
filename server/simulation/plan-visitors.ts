import type { Catalogue } from '../contract/catalogue.ts'
import type { Service } from '../contract/site.ts'
import { hoursOn } from '../core/calendar.ts'
import { instantOf } from '../core/zone-time.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'

const minuteMs = 60_000

/** A virtual visitor as they come through the door. */
export interface VisitorPlan {
  readonly arrivesAt: number
  readonly service: string
  /** A second service, asked for at the desk (R5.8). */
  readonly alsoWants: string | null
  readonly kiosk: string
  readonly priority: boolean
  readonly english: boolean
  readonly hasPhone: boolean
  readonly patienceMs: number
  /** Their papers are incomplete the first time they are at the desk. */
  readonly lacksPapers: boolean
  readonly random: Random
}

/** Shares of the day's arrivals by half hour from 07.30; people come early. */
export const arrivalShares = [6, 10, 11, 11, 10, 9, 8, 7, 5, 3, 3, 5, 6, 4, 2]
export const firstHalfHour = '07:30'
export const halfHourMs = 30 * minuteMs

/** Nobody takes a number later than this before the booth closes. */
const lastNumberMs = 20 * minuteMs
const earlyMs = 60 * minuteMs

/** Everybody who comes on that day, in order of arrival. Booths by their share, and only while they give numbers. */
export function planVisitors(catalogue: Catalogue, scenario: Scenario, count: number, random: Random): VisitorPlan[] {
  const { timeZone } = catalogue.site.site
  const dayStart = instantOf(scenario.date, firstHalfHour, timeZone)
  const booths = [...catalogue.booths.values()].flatMap((booth) => {
    const hours = hoursOn(catalogue, { booth: booth.code }, scenario.date)
    const [first, last] = [hours[0], hours.at(-1)]
    return first && last ? [{ booth, from: first.from - earlyMs, to: last.to - lastNumberMs }] : []
  })
  if (booths.every(({ booth }) => booth.share === 0)) throw new RangeError(`no booth has visitors on ${scenario.date}`)
  const kiosks = [...catalogue.kiosks.keys()]
  const halfHours = arrivalShares.map((share, index) => ({ share, from: dayStart + index * halfHourMs }))
  const taken = new Map<string, number>()

  const chooseService = (booth: string, own: Random): Service | undefined => {
    const open = catalogue
      .servicesOfBooth(booth)
      .filter((service) => (taken.get(service.code) ?? 0) < (service.dailyQuota ?? Infinity))
    // The first services of a booth are its usual ones.
    return own.pick(open, (service) => 1 / (1 + open.indexOf(service)) ** 0.7)
  }

  const planOne = (own: Random): VisitorPlan => {
    for (;;) {
      const arrivesAt = Math.round(
        (own.pick(halfHours, ({ share }) => share)?.from ?? dayStart) + own.next() * halfHourMs,
      )
      const giving = booths.filter(({ from, to }) => from <= arrivesAt && arrivesAt < to)
      const booth = own.pick(giving, (one) => one.booth.share)?.booth.code
      const service = booth && chooseService(booth, own)
      if (!service) continue
      taken.set(service.code, (taken.get(service.code) ?? 0) + 1)
      const other = own.chance(0.1)
        ? own.pick(
            giving.filter((one) => one.booth.code !== booth),
            (one) => one.booth.share,
          )
        : undefined
      return {
        arrivesAt,
        service: service.code,
        alsoWants: (other && chooseService(other.booth.code, own)?.code) ?? null,
        kiosk: own.pick(kiosks, (kiosk) => 1 / (1 + kiosks.indexOf(kiosk))) ?? '',
        priority: own.chance(scenario.priorityShare),
        english: own.chance(0.03),
        hasPhone: own.chance(0.6),
        patienceMs: own.weibull(75 * minuteMs, 2),
        lacksPapers: own.chance(scenario.missingPapersShare),
        random: own,
      }
    }
  }
  return Array.from({ length: count }, (_, index) => planOne(random.fork(`visitor ${index}`))).sort(
    (a, b) => a.arrivesAt - b.arrivesAt,
  )
}
