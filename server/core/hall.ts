import { type Catalogue, compileSite } from '../contract/catalogue.ts'
import type {
  BuildingPause,
  CallReason,
  CallRecord,
  HallCounter,
  HallEvent,
  HallTicket,
  HelpCall,
  Outage,
} from '../contract/hall.ts'
import type { SitePackage } from '../contract/site.ts'
import { applyChanges } from '../contract/site-change.ts'
import { enterLane, type Line, laneOf, leaveLane } from './place.ts'
import { currentLeg, hasEnded } from './ticket.ts'

/** R5.6: what an undo at a counter would put back. */
export interface Undoable {
  readonly command: string
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly tickets: ReadonlyMap<string, HallTicket>
  readonly counters: ReadonlyMap<number, HallCounter>
  /** When those counters had last opened or closed. */
  readonly turnedAt: ReadonlyMap<number, number>
  /** The calls that it would withdraw. */
  readonly calls: readonly CallRecord[]
}

/**
 * The hall of one service day: a reading of the journal. It is changed by `evolve` alone, which its one owner calls;
 * the rules only read it. Everything beside `tickets` and `counters` is an index over the same events.
 */
export interface Hall {
  catalogue: Catalogue | null
  /** The journal number of the event that made the building as it is. */
  siteVersion: number
  day: string | null
  /** R8.1: the open day has been closed and waits for the next. */
  isClosed: boolean
  pause: BuildingPause | null
  /** Central systems that are, or today were, out of order; in order of time. */
  outages: readonly Outage[]
  readonly helps: Map<string, HelpCall>
  /** R4.8: booking code → the ticket that it became today. */
  readonly checkedIn: Map<string, string>
  lastSeq: number
  /** R4.0: no place of the day is lower than the last one given by the clock. */
  lastPlaceAt: number
  readonly tickets: Map<string, HallTicket>
  readonly codes: Map<string, string>
  /** Yesterday's numbers, so that an old slip is told apart from a wrong one. */
  past: ReadonlyMap<string, HallTicket>
  /** R2.2: the highest number that each series has given by itself. */
  readonly series: Map<string, number>
  /** Numbers of each series that came on paper, which it skips. */
  readonly papers: Map<string, ReadonlySet<number>>
  /** Service → the tickets of which a leg is or was for it; quotas are counted over them. */
  readonly asked: Map<string, Set<string>>
  readonly counters: Map<number, HallCounter>
  /** Counters that are open and have nobody, since when (R5.5). */
  readonly freeSince: Map<number, number>
  /** When each counter last opened or closed today; absent = it has been closed all day. */
  readonly turnedAt: Map<number, number>
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
    siteVersion: 0,
    day: null,
    isClosed: false,
    pause: null,
    outages: [],
    helps: new Map(),
    checkedIn: new Map(),
    lastSeq: 0,
    lastPlaceAt: 0,
    tickets: new Map(),
    codes: new Map(),
    past: new Map(),
    series: new Map(),
    papers: new Map(),
    asked: new Map(),
    counters: new Map(),
    freeSince: new Map(),
    turnedAt: new Map(),
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
  if (event.type === 'configured' && event.site) configure(hall, event.site, event.seq)
  if (event.type === 'reconfigured' && event.changes && hall.catalogue)
    configure(hall, applyChanges(hall.catalogue.site, event.changes), event.seq)
  if (event.type === 'day-opened' && event.day) openDay(hall, event.day)
  if (event.type === 'day-closed') hall.isClosed = true
  if (event.pause !== undefined) hall.pause = event.pause
  if (event.outages !== undefined) hall.outages = event.outages
  if (event.help) hall.helps.set(event.help.id, event.help)
  rememberForUndo(hall, event)
  for (const ticket of event.tickets ?? []) putTicket(hall, ticket, event.at)
  for (const counter of event.counters ?? []) putCounter(hall, counter, event)
  if (event.call || tellsOfCall.has(event.type)) recordCall(hall, event)
}

/** Counters that the building no longer has are gone at once; whoever is called or served there can still be finished. */
function configure(hall: Hall, site: SitePackage, version: number): void {
  hall.catalogue = compileSite(site)
  hall.siteVersion = version
  for (const number of hall.counters.keys()) {
    if (hall.catalogue.counters.has(number)) continue
    hall.counters.delete(number)
    hall.freeSince.delete(number)
    hall.turnedAt.delete(number)
    hall.undoables.delete(number)
  }
}

function openDay(hall: Hall, day: string): void {
  hall.past = new Map([...hall.tickets.values()].map((ticket) => [ticket.publicCode, ticket]))
  hall.day = day
  hall.isClosed = false
  hall.pause = null
  hall.outages = []
  hall.lastPlaceAt = 0
  const { tickets, codes, series, papers, asked, counters, lines, tally, overtakings, undoables, timed } = hall
  for (const index of [tickets, codes, series, papers, asked, counters, lines, tally, overtakings, undoables, timed])
    index.clear()
  hall.freeSince.clear()
  hall.turnedAt.clear()
  hall.helps.clear()
  hall.checkedIn.clear()
  hall.calls.length = 0
}

function putTicket(hall: Hall, ticket: HallTicket, at: number): void {
  const before = hall.tickets.get(ticket.id)
  if (before) stand(hall, before, leaveLane)
  else {
    hall.codes.set(ticket.publicCode, ticket.id)
    if (ticket.booking) hall.checkedIn.set(ticket.booking.code, ticket.id)
    count(hall, ticket)
  }
  hall.tickets.set(ticket.id, ticket)
  for (const { service } of ticket.legs) {
    const asked = hall.asked.get(service)
    if (asked) asked.add(ticket.id)
    else hall.asked.set(service, new Set([ticket.id]))
  }
  stand(hall, ticket, enterLane)
  const { state, placeAt } = currentLeg(ticket)
  if (state === 'reserved' || state === 'held') hall.timed.add(ticket.id)
  else hall.timed.delete(ticket.id)
  // A booking's slot that lies ahead is a place that the clock has not reached (R4.8).
  hall.lastPlaceAt = Math.max(hall.lastPlaceAt, Math.min(placeAt, at))
}

const isFree = (counter: HallCounter | undefined) => counter?.state === 'open' && counter.ticket === null
const isClosed = (counter: HallCounter | undefined) => (counter?.state ?? 'closed') === 'closed'

function putCounter(hall: Hall, counter: HallCounter, { type, at }: HallEvent): void {
  const before = hall.counters.get(counter.number)
  const wasFree = isFree(before)
  if (type !== 'undone' && isClosed(before) !== isClosed(counter)) hall.turnedAt.set(counter.number, at)
  hall.counters.set(counter.number, counter)
  if (!isFree(counter)) hall.freeSince.delete(counter.number)
  else if (!wasFree) hall.freeSince.set(counter.number, at)
}

/** A paper number may lie anywhere: the series goes on from its own, and skips those of paper. */
function count({ series, papers }: Hall, { prefix, number, paper }: HallTicket): void {
  if (paper) papers.set(prefix, new Set([...(papers.get(prefix) ?? []), number]))
  else series.set(prefix, Math.max(series.get(prefix) ?? 0, number))
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

/** A visitor who is handed over is shown and told the other counter, as by a recall; it is no call of the rules. */
const tellsOfCall: ReadonlySet<HallEvent['type']> = new Set(['called', 'recalled', 'handed-over'])

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
  if (record.reason) countForTally(hall, counter, 1)
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
  if (event.type === 'undone') takeBack(hall, event)
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
          turnedAt: new Map(),
          calls: [],
        }
  hall.undoables.set(counter.number, {
    ...base,
    tickets: withBefore(
      base.tickets,
      event.tickets,
      (ticket) => hall.tickets.get(ticket.id) ?? cancelled(ticket, event.at),
      (ticket) => ticket.id,
    ),
    counters: withBefore(
      base.counters,
      event.counters ?? [],
      ({ number }) => hall.counters.get(number),
      ({ number }) => number,
    ),
    turnedAt: withBefore(
      base.turnedAt,
      event.counters ?? [],
      ({ number }) => (base.counters.has(number) ? undefined : hall.turnedAt.get(number)),
      ({ number }) => number,
    ),
  })
}

function withBefore<K, V, B>(
  known: ReadonlyMap<K, B>,
  now: readonly V[],
  before: (value: V) => B | undefined,
  key: (value: V) => K,
) {
  const all = new Map(known)
  for (const value of now) {
    const old = before(value)
    if (old !== undefined && !all.has(key(value))) all.set(key(value), old)
  }
  return all
}

/** A number stays for ever: whose issue is taken back has been cancelled. */
const cancelled = (ticket: HallTicket, at: number): HallTicket => ({
  ...ticket,
  reservedUntil: null,
  legs: ticket.legs.map((leg) => (hasEnded(leg.state) ? leg : { ...leg, state: 'cancelled', endedAt: at })),
})

const touches = (event: HallEvent, undoable: Undoable): boolean =>
  (event.tickets ?? []).some((ticket) => undoable.tickets.has(ticket.id)) ||
  (event.counters ?? []).some((counter) => undoable.counters.has(counter.number))

/** What `tickets` and `counters` do not carry: the calls made, and when a counter had opened. */
function takeBack(hall: Hall, event: HallEvent): void {
  const undoable = [...hall.undoables.values()].find((one) => one.seq === event.undid)
  for (const number of undoable?.counters.keys() ?? []) {
    const turnedAt = undoable?.turnedAt.get(number)
    if (turnedAt === undefined) hall.turnedAt.delete(number)
    else hall.turnedAt.set(number, turnedAt)
  }
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
