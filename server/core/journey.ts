import type { Catalogue } from '../contract/catalogue.ts'
import type { HallTicket, Leg } from '../contract/hall.ts'
import { currentIndex, hasEnded, plannedLeg } from './ticket.ts'

/**
 * §3: the legs of a journey of the building, all planned and in its order; the issuer lets the first free one begin
 * (`beginLeg`). Throws `RangeError` on a journey that the building does not have.
 */
export function planJourney(catalogue: Catalogue, code: string): readonly Leg[] {
  const journey = catalogue.journeys.get(code)
  if (!journey) throw new RangeError(`no journey ${code} in this building`)
  const { services, after } = journey
  return services.map((service) => {
    const leg = plannedLeg(service, catalogue.boothOfService(service).code)
    if (!after) return leg
    const before = after[service] ?? []
    return { ...leg, after: services.flatMap((one, index) => (before.includes(one) ? [index] : [])) }
  })
}

/**
 * The planned legs that may begin, by index: those before them have ended, however they did. Legs that wait for one
 * another hold nobody up: then any may begin.
 */
export function freeLegs(legs: readonly Leg[]): readonly number[] {
  const planned = legs.flatMap(({ state }, index) => (state === 'planned' ? [index] : []))
  const isFree = (index: number) => legs.every((leg, other) => hasEnded(leg.state) || !comesBefore(legs, other, index))
  const free = planned.filter(isFree)
  return free.length > 0 ? free : planned
}

const comesBefore = (legs: readonly Leg[], other: number, index: number): boolean =>
  legs[index]?.after?.includes(other) ?? other < index

/** Of the free legs the one with the shortest expected wait (ms, by service); else the first. -1 when none is planned. */
export function nextLeg(legs: readonly Leg[], waits: Readonly<Record<string, number>> = {}): number {
  const waitOf = (index: number) => waits[(legs[index] as Leg).service] ?? Number.POSITIVE_INFINITY
  return freeLegs(legs).reduce((best, index) => (best === -1 || waitOf(index) < waitOf(best) ? index : best), -1)
}

/** The services among which live waits choose when the present leg ends (`finish.waits`), each once. */
export function freeServices(ticket: HallTicket): string[] {
  const present = currentIndex(ticket)
  const legs = ticket.legs.map((leg, index): Leg => (index === present ? { ...leg, state: 'done' } : leg))
  return [...new Set(freeLegs(legs).map((index) => (legs[index] as Leg).service))]
}

/** A planned leg begins, as `begun`: it moves behind those that began before it, so that legs stand in the order of their beginning. */
export function beginLeg(legs: readonly Leg[], index: number, begun: Leg): readonly Leg[] {
  const others = [...legs.keys()].filter((other) => other !== index)
  const behind = others.findLastIndex((other) => legs[other]?.state !== 'planned') + 1
  const order = others.toSpliced(behind, 0, index)
  return order.map((old) => moved(old === index ? begun : (legs[old] as Leg), (one) => order.indexOf(one)))
}

/** A leg enters behind the one at `index`. With `instead` the legs that come after that one come after the new one. */
export function insertLeg(legs: readonly Leg[], index: number, entered: Leg, { instead }: { instead: boolean }) {
  const later = (one: number) => (one > index ? one + 1 : one)
  const after = (one: number) => (instead && one === index ? one + 1 : later(one))
  return legs.map((leg) => moved(leg, later, after)).toSpliced(index + 1, 0, entered)
}

const moved = (leg: Leg, to: (index: number) => number, after = to): Leg => ({
  ...leg,
  ...(leg.returnTo === undefined ? {} : { returnTo: to(leg.returnTo) }),
  ...(leg.after === undefined ? {} : { after: leg.after.map(after) }),
})
