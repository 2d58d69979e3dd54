import { type Catalogue, compileSite } from '../contract/catalogue.ts'
import type { CallReason, CallRecord, HallCounter, HallEvent, HallTicket } from '../contract/hall.ts'
import type { SitePackage } from '../contract/site.ts'
import { enterLane, type Line, laneOf, leaveLane } from './place.ts'
import { currentLeg } from './ticket.ts'

/** R5.6: what an undo at a counter would put back. */
export interface Undoable {
  readonly command: string
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly tickets: ReadonlyMap<string, HallTicket>
  readonly counters: ReadonlyMap<number, HallCounter>
  /** The calls that it would withdraw. */
  readonly calls: readonly CallRecord[]
}

/**
 * The hall of one service day: a reading of the journal. It is changed by `evolve` alone, which its one owner calls;
 * the rules only read it. Everything beside `tickets` and `counters` is an index over the same events.
 */
export interface Hall {
  catalogue: Catalogue | null
  day: string | null
  lastSeq: number
  /** R4.0: no place of the day is lower than the last one given by the clock. */
  lastPlaceAt: number
  readonly tickets: Map<string, HallTicket>
  readonly codes: Map<string, string>
  /** Yesterday's numbers, so that an old slip is told apart from a wrong one. */
  past: ReadonlyMap<string, HallTicket>
  readonly series: Map<string, number>
  readonly counters: Map<number, HallCounter>
  readonly lines: Map<string, Line>
  /** R4.7: first calls made by counters able to serve the service. */
  readonly tally: Map<string, number>
  readonly calls: CallRecord[]
  /** Ticket id → the calls that overtook it. */
  readonly overtakings: Map<string, CallRecord[]>
  readonly undoables: Map<number, Undoable>
  /** Tickets that time can move: reserved and held. */
  readonly timed: Set<string>
}

export function emptyHall(): Hall {
  return {
    catalogue: null,
    day: null,
    lastSeq: 0,
    lastPlaceAt: 0,
    tickets: new Map(),
    codes: new Map(),
    past: new Map(),
    series: new Map(),
    counters: new Map(),
    lines: new Map(),
    tally: new Map(),
    calls: [],
    overtakings: new Map(),
    undoables: new Map(),
    timed: new Set(),
  }
}

/** Folds one event into the hall. An event carries what it changed as it now stands, so this holds no rule. */
export function evolve(hall: Hall, event: HallEvent): void {
  hall.lastSeq = event.seq
  if (event.type === 'configured' && event.site) configure(hall, event.site)
  if (event.type === 'day-opened' && event.day) openDay(hall, event.day)
  rememberForUndo(hall, event)
  for (const ticket of event.tickets ?? []) putTicket(hall, ticket)
  for (const counter of event.counters ?? []) hall.counters.set(counter.number, counter)
  if (event.type === 'called' || event.type === 'recalled') recordCall(hall, event)
}

/** Counters that the building no longer has are gone at once; whoever is called or served there can still be finished. */
function configure(hall: Hall, site: SitePackage): void {
  hall.catalogue = compileSite(site)
  for (const number of hall.counters.keys()) {
    if (hall.catalogue.counters.has(number)) continue
    hall.counters.delete(number)
    hall.undoables.delete(number)
  }
}

function openDay(hall: Hall, day: string): void {
  hall.past = new Map([...hall.tickets.values()].map((ticket) => [ticket.publicCode, ticket]))
  hall.day = day
  hall.lastPlaceAt = 0
  const { tickets, codes, series, counters, lines, tally, overtakings, undoables, timed } = hall
  for (const index of [tickets, codes, series, counters, lines, tally, overtakings, undoables, timed]) index.clear()
  hall.calls.length = 0
}

function putTicket(hall: Hall, ticket: HallTicket): void {
  const before = hall.tickets.get(ticket.id)
  if (before) stand(hall, before, leaveLane)
  else {
    hall.codes.set(ticket.publicCode, ticket.id)
    hall.series.set(ticket.prefix, Math.max(hall.series.get(ticket.prefix) ?? 0, ticket.number))
  }
  hall.tickets.set(ticket.id, ticket)
  stand(hall, ticket, enterLane)
  const { state, placeAt } = currentLeg(ticket)
  if (state === 'reserved' || state === 'held') hall.timed.add(ticket.id)
  else hall.timed.delete(ticket.id)
  hall.lastPlaceAt = Math.max(hall.lastPlaceAt, placeAt)
}

function stand(hall: Hall, ticket: HallTicket, act: typeof enterLane): void {
  const leg = currentLeg(ticket)
  if (leg.state !== 'waiting' && leg.state !== 'reserved') return
  act(laneOf(lineOf(hall, leg.service), ticket), { ticket, leg, placeAt: leg.placeAt, placeSeq: leg.placeSeq })
}

function lineOf(hall: Hall, service: string): Line {
  let line = hall.lines.get(service)
  if (!line) {
    line = { regular: [], priority: [] }
    hall.lines.set(service, line)
  }
  return line
}

function recordCall(hall: Hall, event: HallEvent): void {
  const [ticket] = event.tickets ?? []
  if (!ticket) return
  const { counter, calls } = currentLeg(ticket)
  if (counter === null) return
  const record: CallRecord = {
    seq: event.seq,
    at: event.at,
    ticket: ticket.id,
    counter,
    call: calls,
    reason: event.call ?? null,
  }
  hall.calls.push(record)
  for (const id of overtook(record.reason)) hall.overtakings.set(id, [...(hall.overtakings.get(id) ?? []), record])
  if (event.type === 'called') countForTally(hall, counter, 1)
  const undoable = undoableOf(hall, event.command)
  if (undoable) hall.undoables.set(undoable[0], { ...undoable[1], calls: [...undoable[1].calls, record] })
}

const overtook = (reason: CallReason | null): readonly string[] => reason?.overtook ?? []

function countForTally(hall: Hall, counter: number, step: 1 | -1): void {
  for (const service of hall.catalogue?.profileOf(counter).flat() ?? []) {
    hall.tally.set(service, (hall.tally.get(service) ?? 0) + step)
  }
}

function undoableOf(hall: Hall, command: string): [number, Undoable] | undefined {
  for (const entry of hall.undoables) if (entry[1].command === command) return entry
  return undefined
}

/**
 * R5.6: keeps the state from before the last command of a person at a counter, and forgets it as soon as a person has
 * touched one of its tickets or counters again. What the hub does by itself, which is to tickets alone, leaves it, and an
 * undo takes that back too.
 */
function rememberForUndo(hall: Hall, event: HallEvent): void {
  if (event.type === 'undone') withdrawCalls(hall, event)
  const counter = event.counters?.[0]
  if (event.actor === 'hub' && !counter) return
  for (const [number, undoable] of hall.undoables) {
    if (undoable.command !== event.command && touches(event, undoable)) hall.undoables.delete(number)
  }
  if (!counter || event.type === 'undone' || !event.tickets || event.actor === 'hub') return
  const known = hall.undoables.get(counter.number)
  const base: Undoable =
    known?.command === event.command
      ? known
      : {
          command: event.command,
          seq: event.seq,
          at: event.at,
          actor: event.actor,
          tickets: new Map(),
          counters: new Map(),
          calls: [],
        }
  hall.undoables.set(counter.number, {
    ...base,
    tickets: withBefore(
      base.tickets,
      event.tickets,
      (ticket) => hall.tickets.get(ticket.id),
      (ticket) => ticket.id,
    ),
    counters: withBefore(
      base.counters,
      event.counters ?? [],
      ({ number }) => hall.counters.get(number),
      ({ number }) => number,
    ),
  })
}

function withBefore<K, V>(
  known: ReadonlyMap<K, V>,
  now: readonly V[],
  before: (value: V) => V | undefined,
  key: (value: V) => K,
) {
  const all = new Map(known)
  for (const value of now) {
    const old = before(value)
    if (old && !all.has(key(value))) all.set(key(value), old)
  }
  return all
}

const touches = (event: HallEvent, undoable: Undoable): boolean =>
  (event.tickets ?? []).some((ticket) => undoable.tickets.has(ticket.id)) ||
  (event.counters ?? []).some((counter) => undoable.counters.has(counter.number))

function withdrawCalls(hall: Hall, event: HallEvent): void {
  const undoable = [...hall.undoables.values()].find((one) => one.seq === event.undid)
  for (const record of undoable?.calls ?? []) {
    const index = hall.calls.lastIndexOf(record)
    if (index !== -1) hall.calls.splice(index, 1)
    if (record.reason) countForTally(hall, record.counter, -1)
    for (const id of overtook(record.reason)) {
      hall.overtakings.set(
        id,
        (hall.overtakings.get(id) ?? []).filter((one) => one !== record),
      )
    }
  }
}
