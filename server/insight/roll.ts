import type { HallCounter } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { absentShare } from './absence.ts'
import { replications } from './draws.ts'
import { linesOf, type Person, type PoolLine } from './line.ts'
import { overtakersOf } from './overtakers.ts'
import { type Pool, returnOf } from './pools.ts'
import { goesOnAt, stopsOf } from './stops.ts'
import { visitTimes } from './visit-times.ts'

/** When everybody before a pool of counters would be called: one instant (epoch ms) a replication, ascending. */
export interface Roll {
  callOf(ticket: string): Float64Array | null
  callOfNewcomer(service: string, priority: boolean): Float64Array | null
  /** When the service of a number in line ends: call, way and desk time of the same replication. */
  endOf(ticket: string): Float64Array | null
  /** The same for that newcomer. */
  endOfNewcomer(service: string, priority: boolean, items: number): Float64Array | null
}

/** A line as one replication goes through it. */
interface Passing extends PoolLine {
  readonly index: number
  nextAhead: number
  nextRegular: number
}

/** What a counter has done in a row, as in R4.3. `forNewcomer`: calls that only a newcomer at the end would count, by line. */
interface Calling {
  freeAt: number
  run: number
  readonly forNewcomer: number[]
}

/** How long a break is expected to go on past its promise. */
const overdueBreakMs = 5 * 60_000
const never = Number.POSITIVE_INFINITY

/**
 * Rolls the pool's people forward from an instant: whichever counter is free first calls by the rules (R4.1 tiers, R4.3
 * runs) until nobody is left, once a replication. Who comes later stands behind, but for
 * the priority lane: see `overtakersOf`.
 * @param at epoch ms
 */
export function rollForward(hall: Hall, pool: Pool, at: number): Roll {
  const times = visitTimes(hall, absentShare(hall, pool.services))
  const lines = linesOf(hall, pool, times.fromCall).map(
    (line, index): Passing => ({ ...line, index, nextAhead: 0, nextRegular: 0 }),
  )
  const occupied = pool.counters.map(({ ticket }) => {
    const present = ticket === null ? undefined : hall.tickets.get(ticket)
    return present && times.untilFree(present, at)
  })
  const stops = pool.counters.map((counter) => stopsOf(hall, counter, at))
  const newcomers = lines.map(() => ({ priority: neverYet(), regular: neverYet() }))
  const rules = catalogueOf(hall).site.site.rules
  const agesMs = rules.tierMinutes * 60_000

  const counters = pool.counters.map((): Calling => ({ freeAt: never, run: 0, forNewcomer: lines.map(() => 0) }))

  for (let replication = 0; replication < replications; replication++) {
    for (const line of lines) line.nextAhead = line.nextRegular = 0
    for (let index = 0; index < counters.length; index++) {
      const counter = counters[index] as Calling
      const plan = pool.counters[index] as HallCounter
      counter.freeAt = freeAtOf(plan, at, occupied[index]?.[replication])
      counter.run = plan.run
      counter.forNewcomer.fill(0)
    }
    for (let index = firstFree(counters); index !== -1; index = firstFree(counters)) {
      const counter = counters[index] as Calling
      const goesOn = goesOnAt(stops[index] ?? [], counter.freeAt)
      if (goesOn > counter.freeAt) {
        counter.freeAt = goesOn
        continue
      }
      const person = callAt(counter, index, replication)
      if (person) person.calledAt[replication] = counter.freeAt
      counter.freeAt = person ? counter.freeAt + (person.stayMs[replication] as number) : never
    }
  }

  const delayed = overtakersOf(hall, pool, at)
  for (const instants of [
    ...lines.flatMap(({ regular }) => regular.map(({ calledAt }) => calledAt)),
    ...newcomers.map(({ regular }) => regular),
  ]) {
    for (let replication = 0; replication < replications; replication++)
      instants[replication] =
        (instants[replication] as number) + delayed((instants[replication] as number) - at, replication)
  }

  /** The next one for this counter, taken from its line; undefined when nobody is left for it. */
  function callAt(counter: Calling, position: number, replication: number): Person | undefined {
    let tier = 2
    let ahead: Passing | undefined
    let regular: Passing | undefined
    for (const line of lines) {
      const first = line.ahead[line.nextAhead]
      const aheadTier = tierNow(line, position, first?.queuedAt, counter.freeAt)
      if (first && aheadTier <= tier) {
        if (aheadTier < tier) ahead = regular = undefined
        tier = aheadTier
        if (!ahead || first.order < headOf(ahead.ahead, ahead.nextAhead)) ahead = line
      }
      const next = line.regular[line.nextRegular]
      const regularTier = tierNow(line, position, next?.queuedAt, counter.freeAt)
      if (next && regularTier <= tier) {
        if (regularTier < tier) ahead = regular = undefined
        tier = regularTier
        if (!regular || next.order < headOf(regular.regular, regular.nextRegular)) regular = line
      }
    }
    callNewcomers(counter, position, replication, tier, ahead !== undefined, regular !== undefined)
    if (ahead && (!regular || counter.run < rules.aheadOfTurn)) {
      if (regular) counter.run++
      return ahead.ahead[ahead.nextAhead++]
    }
    counter.run = 0
    counter.forNewcomer.fill(0)
    return regular?.regular[regular.nextRegular++]
  }

  /** Somebody who joined at `at` stands behind everybody, and is called once nobody is left who goes before. */
  function callNewcomers(
    counter: Calling,
    position: number,
    replication: number,
    tier: number,
    hasAhead: boolean,
    hasRegular: boolean,
  ) {
    for (const line of lines) {
      const own = tierNow(line, position, at, counter.freeAt)
      if (own === 3 || own > tier) continue
      const newcomer = newcomers[line.index] as { priority: Float64Array; regular: Float64Array }
      const isAlone = own < tier
      if (isAlone || (!hasAhead && (!hasRegular || counter.run < rules.aheadOfTurn)))
        keepFirst(newcomer.priority, replication, counter.freeAt)
      if (!isAlone && hasRegular) continue
      const run = counter.run + (counter.forNewcomer[line.index] as number)
      if (isAlone || !hasAhead || run >= rules.aheadOfTurn) keepFirst(newcomer.regular, replication, counter.freeAt)
      else counter.forNewcomer[line.index] = run - counter.run + 1
    }
  }

  /** R4.1: who has waited long enough in tier 2 competes in tier 1. 3 stands for nobody, or not here. */
  function tierNow(line: Passing, position: number, queuedAt: number | undefined, time: number): number {
    const tier = line.tierAt[position] as 0 | 1 | 2
    if (queuedAt === undefined || tier === 0) return 3
    return tier === 2 && time - queuedAt > agesMs ? 1 : tier
  }

  const people = new Map(lines.flatMap(({ ahead, regular }) => [...ahead, ...regular]).map((one) => [one.ticket, one]))
  const sorted = new Map<Float64Array, Float64Array>()
  const ascending = (instants: Float64Array | undefined): Float64Array | null => {
    if (!instants) return null
    const known = sorted.get(instants) ?? instants.toSorted()
    sorted.set(instants, known)
    return known
  }
  const newcomer = (service: string, priority: boolean): Float64Array | undefined => {
    const line = lines.find(({ services }) => services.has(service))
    return line && newcomers[line.index]?.[priority ? 'priority' : 'regular']
  }
  return {
    callOf: (ticket) => ascending(people.get(ticket)?.calledAt),
    endOf: (ticket) => {
      const person = people.get(ticket)
      return person ? endsOf(person.calledAt, person.stayMs) : null
    },
    callOfNewcomer: (service, priority) => ascending(newcomer(service, priority)),
    endOfNewcomer: (service, priority, items) => {
      const calledAt = newcomer(service, priority)
      return calledAt ? endsOf(calledAt, times.ofNewcomer(service, items)) : null
    },
  }
}

const endsOf = (calledAt: Float64Array, stayMs: Float64Array): Float64Array =>
  calledAt.map((call, replication) => call + (stayMs[replication] as number)).sort()
const neverYet = () => new Float64Array(replications).fill(never)
const headOf = (lane: PoolLine['ahead'], next: number): number => lane[next]?.order ?? never

function keepFirst(instants: Float64Array, replication: number, time: number): void {
  if (instants[replication] === never) instants[replication] = time
}

function firstFree(counters: readonly Calling[]): number {
  let first = -1
  let earliest = never
  for (let index = 0; index < counters.length; index++) {
    const { freeAt } = counters[index] as Calling
    if (freeAt < earliest) {
      earliest = freeAt
      first = index
    }
  }
  return first
}

function freeAtOf(counter: HallCounter, at: number, occupiedUntil: number | undefined): number {
  const free = Math.max(at, occupiedUntil ?? at)
  const back = returnOf(counter)
  return back === null ? free : Math.max(free, back > at ? back : at + overdueBreakMs)
}
