import type { Command } from '../../../server/contract/commands.ts'
import { building } from './_building.ts'
import { minutes, openDay, seconds } from './_day.ts'

const site = building({ profiles: { 1: [['A1', 'A2']], 2: [['A1', 'A2']] } })

type Day = ReturnType<typeof openDay>

/** Every state that a ticket can be in: *planned* and *transferred* are only of legs that are not its current one. */
const states = [
  'reserved',
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'cancelled',
  'no-show',
  'expired',
  'void',
] as const
type Reached = (typeof states)[number]

/** A ticket in each of them, reached by commands. */
const reached: Record<Reached, (day: Day) => string> = {
  reserved: (day) => day.issue('A1', { delivery: 'screen' }),
  waiting: (day) => day.issue('A1'),
  called: (day) => {
    day.issue('A1')
    return day.callNext(1)
  },
  serving: (day) => after(day, 'called', (id) => day.does('start', id)),
  held: (day) => after(day, 'called', (id) => day.hold(id)),
  missed: (day) => after(day, 'called', (id) => day.does('miss', id)),
  done: (day) => after(day, 'serving', (id) => day.finish(id)),
  cancelled: (day) => after(day, 'waiting', (id) => day.visitor(id, 'cancel')),
  'no-show': (day) => after(day, 'missed', (id) => day.does('no-show', id)),
  expired: (day) => after(day, 'waiting', () => day.act({ verb: 'close-day' })),
  void: (day) =>
    after(day, 'reserved', (id) => {
      day.wait(181 * seconds)
      day.does('lapse', id)
    }),
}

function after(day: Day, state: Reached, step: (id: string) => void): string {
  const id = reached[state](day)
  step(id)
  return id
}

interface Move {
  readonly name: string
  readonly command: (id: string) => Command
  /** From → rule and to. `same` is an answer without an event. */
  readonly allowed: Partial<Record<Reached, readonly [rule: string, to: Reached | 'same']>>
  readonly otherwise?: 'ticket-ended'
  /** What comes first once the day is closed, as it is around everybody who has expired. */
  readonly closed?: 'day-closed'
}

const from = <R extends Reached>(list: readonly R[], rule: string, to: Reached | 'same') =>
  Object.fromEntries(list.map((state) => [state, [rule, to]])) as Record<R, [string, Reached | 'same']>
const unchanged = <R extends Reached>(list: readonly R[], rule: string) =>
  Object.fromEntries(list.map((state) => [state, [rule, state]])) as Record<R, [string, Reached]>

const alive = ['reserved', 'waiting', 'called', 'serving', 'held', 'missed'] as const
const plain = (
  verb:
    | 'deliver'
    | 'offer'
    | 'lapse'
    | 'fail-print'
    | 'recall'
    | 'start'
    | 'give-up-hold'
    | 'requeue'
    | 'miss'
    | 'no-show',
) => ({ name: verb, command: (ticket: string): Command => ({ verb, ticket }) }) as const

const moves: readonly Move[] = [
  {
    ...plain('deliver'),
    allowed: {
      reserved: ['R3.3', 'waiting'],
      void: ['R3.5', 'waiting'],
      ...from(['waiting', 'called', 'serving', 'held', 'missed', 'done'], 'R3.3', 'same'),
    },
  },
  { ...plain('fail-print'), allowed: unchanged(['reserved'], 'R3.24') },
  { ...plain('offer'), allowed: unchanged(['reserved'], 'R3.24') },
  { ...plain('lapse'), allowed: { reserved: ['R3.4', 'void'] } },
  {
    name: 'call by number',
    command: (ticket) => ({ verb: 'call-ticket', counter: 2, ticket, reason: 'x' }),
    allowed: { waiting: ['R3.6', 'called'], missed: ['R3.20', 'called'] },
    closed: 'day-closed',
  },
  { ...plain('recall'), allowed: unchanged(['called'], 'R3.10') },
  { ...plain('start'), allowed: { called: ['R3.11', 'serving'] } },
  {
    name: 'finish',
    command: (ticket) => ({ verb: 'finish', ticket, outcome: null, next: false }),
    allowed: { called: ['R3.12', 'done'], serving: ['R3.15', 'done'] },
  },
  {
    name: 'finish and call next',
    command: (ticket) => ({ verb: 'finish', ticket, outcome: null, next: true }),
    allowed: { called: ['R3.12', 'done'], serving: ['R3.15', 'done'] },
  },
  {
    name: 'hold',
    command: (ticket) => ({ verb: 'hold', ticket, reason: 'x', returnAt: null, keepUntil: null }),
    allowed: from(['waiting', 'called', 'serving'], 'R3.7', 'held'),
  },
  {
    name: 'resume',
    command: (ticket) => ({ verb: 'resume', ticket, counter: 2 }),
    allowed: { held: ['R3.16', 'serving'] },
  },
  {
    name: 'return',
    command: (ticket) => ({ verb: 'return', ticket, reason: 'x' }),
    allowed: { held: ['R3.17', 'waiting'], missed: ['R3.19', 'waiting'], 'no-show': ['R3.22', 'waiting'] },
  },
  { ...plain('give-up-hold'), allowed: { held: ['R3.18', 'missed'] } },
  { ...plain('requeue'), allowed: from(['called', 'serving'], 'R3.13', 'waiting') },
  { ...plain('miss'), allowed: { called: ['R3.14', 'missed'] } },
  { ...plain('no-show'), allowed: { missed: ['R3.21', 'no-show'] } },
  {
    name: 'cancel',
    command: (ticket) => ({ verb: 'cancel', ticket, reason: null }),
    allowed: from(alive, 'R3.9', 'cancelled'),
  },
  {
    name: 'transfer',
    command: (ticket) => ({
      verb: 'transfer',
      ticket,
      to: { service: 'A2' },
      position: 'keep',
      returnHere: false,
      reason: null,
    }),
    allowed: from(['waiting', 'called', 'serving', 'held', 'missed'], 'R3.8', 'waiting'),
  },
  {
    name: 'change the service',
    command: (ticket) => ({ verb: 'change-service', ticket, service: 'A2' }),
    allowed: unchanged(['reserved', 'waiting'], 'R2.3'),
  },
  {
    name: 'hand over',
    command: (ticket) => ({ verb: 'hand-over', ticket, counter: 2 }),
    allowed: unchanged(['called', 'serving'], 'R5.1'),
  },
  {
    name: 'reopen',
    command: (ticket) => ({ verb: 'reopen', ticket, reason: 'x' }),
    allowed: { done: ['R5.6', 'waiting'] },
    closed: 'day-closed',
  },
  {
    name: 'add a service',
    command: (ticket) => ({ verb: 'add-service', ticket, service: 'A2' }),
    allowed: unchanged(alive, 'R5.8'),
    otherwise: 'ticket-ended',
  },
  {
    name: 'set priority',
    command: (ticket) => ({ verb: 'set-priority', ticket, priority: true, reason: null }),
    allowed: unchanged(alive, 'R4.0'),
    otherwise: 'ticket-ended',
  },
  {
    name: 'visitor cancels',
    command: (ticket) => ({ verb: 'visitor', ticket, action: 'cancel' }),
    allowed: from(['reserved', 'waiting', 'held', 'missed'], 'R5.12', 'cancelled'),
  },
  {
    name: 'visitor is here',
    command: (ticket) => ({ verb: 'visitor', ticket, action: 'here' }),
    allowed: { held: ['R3.17', 'waiting'], missed: ['R3.19', 'waiting'] },
  },
  {
    name: 'visitor comes later',
    command: (ticket) => ({ verb: 'visitor', ticket, action: 'later' }),
    allowed: unchanged(['waiting'], 'R5.12'),
  },
  {
    name: 'visitor is on the way',
    command: (ticket) => ({ verb: 'visitor', ticket, action: 'on-my-way' }),
    allowed: unchanged(['called'], 'R5.12'),
  },
]

const pairs = moves.flatMap((move) => states.map((state) => ({ move, state, allowed: move.allowed[state] })))

test.each(
  pairs.flatMap(({ move, state, allowed }) => (allowed ? [{ move, state, rule: allowed[0], to: allowed[1] }] : [])),
)('[$rule] $state — $move.name → $to', ({ move, state, to }) => {
  const day = openDay(site)
  const id = reached[state](day)
  expect(day.state(id)).toBe(state)
  day.wait(10 * minutes)
  const before = { seq: day.hall.lastSeq, label: day.ticket(id).label }
  day.act(move.command(id))
  expect(day.state(id)).toBe(to === 'same' ? state : to)
  expect(day.hall.lastSeq - before.seq).toBe(to === 'same' ? 0 : 1)
  expect(day.ticket(id).label).toBe(before.label)
  const { counter, state: now } = day.leg(id)
  for (const desk of day.hall.counters.values()) {
    expect(desk.ticket === id).toBe((now === 'called' || now === 'serving') && counter === desk.number)
  }
})

test.each(moves)(
  '[R3.24] $name: from every state outside its row it is refused by name, and nothing happens',
  (move) => {
    const others = states.filter((state) => !move.allowed[state])
    for (const state of others) {
      const day = openDay(site)
      const id = reached[state](day)
      day.wait(10 * minutes)
      const before = day.ticket(id)
      const refusal = (state === 'expired' && move.closed) || (move.otherwise ?? 'wrong-state')
      expect([state, day.refused(move.command(id))]).toEqual([state, refusal])
      expect(day.ticket(id)).toBe(before)
    }
    expect(others.length + Object.keys(move.allowed).length).toBe(states.length)
  },
)

test.each(moves)('[R2.4] $name: acts by id; a ticket that does not exist is unknown', (move) => {
  const day = openDay(site)
  const id = day.issue('A1')
  expect(day.refused(move.command('nobody'))).toBe('unknown ticket')
  expect(day.refused(move.command(day.ticket(id).label))).toBe('unknown ticket')
})

test.each([
  ['reserved', 'void'],
  ['waiting', 'expired'],
  ['called', 'no-show'],
  ['serving', 'done'],
  ['held', 'expired'],
  ['missed', 'no-show'],
] as const)('[R3.23] at the end of the day %s → %s', (state, end) => {
  const day = openDay(site)
  const id = reached[state](day)
  const planned = day.issue('A1')
  day.act({ verb: 'add-service', ticket: planned, service: 'A2' })
  day.act({ verb: 'close-day' })
  expect(day.state(id)).toBe(end)
  expect(day.leg(id).flag).toBe(state === 'serving' ? 'forgotten' : undefined)
  expect(day.ticket(planned).legs.map((leg) => leg.state)).toEqual(['expired', 'expired'])
  expect([...day.hall.counters.values()].map((counter) => [counter.state, counter.ticket])).toEqual([
    ['closed', null],
    ['closed', null],
  ])
})

test('[R3.23] what has ended stays as it is, and closing again does nothing', () => {
  const day = openDay(site)
  const id = reached.done(day)
  const before = day.ticket(id)
  day.act({ verb: 'close-day' })
  const { lastSeq } = day.hall
  day.act({ verb: 'close-day' })
  expect(day.hall.lastSeq).toBe(lastSeq)
  expect(day.ticket(id)).toBe(before)
})

test.each([
  { delivery: 'print', rule: 'R3.1', state: 'reserved' },
  { delivery: 'screen', rule: 'R3.1', state: 'reserved' },
  { delivery: 'none', rule: 'R3.2', state: 'waiting' },
] as const)('[$rule] issue with $delivery → $state', ({ delivery, state }) => {
  const day = openDay(site)
  expect(day.state(day.issue('A1', { delivery }))).toBe(state)
})

describe('the times of a leg', () => {
  test('[R3.15, R7.2] a served leg keeps when it was asked, called, started and ended', () => {
    const day = openDay(site)
    const start = day.clock.at
    const id = day.issue('A1')
    day.wait(5 * minutes)
    day.callNext(1)
    day.wait(minutes)
    day.does('start', id)
    day.wait(8 * minutes)
    day.finish(id)
    const at = (minute: number) => start + minute * minutes
    expect(day.leg(id)).toMatchObject({
      queuedAt: at(0),
      calledAt: at(5),
      startedAt: at(6),
      endedAt: at(14),
      counter: 1,
    })
    expect(day.counter(1)).toMatchObject({ ticket: null, served: 1, servedMs: 8 * minutes })
  })

  test('[R3.12, R7.2] a leg finished without being started is flagged and kept out of the averages', () => {
    const day = openDay(site)
    const id = reached.called(day)
    day.finish(id)
    expect(day.leg(id)).toMatchObject({ state: 'done', flag: 'not-started', startedAt: null })
    expect(day.counter(1)).toMatchObject({ served: 0, servedMs: 0 })
  })

  test('[R3.8] a transferred leg ends with its times, and the new one begins', () => {
    const day = openDay(site)
    const id = reached.serving(day)
    day.wait(3 * minutes)
    day.transfer(id, { service: 'A2' })
    const [left, entered] = day.ticket(id).legs
    expect(left).toMatchObject({ state: 'transferred', service: 'A1', counter: 1, endedAt: day.clock.at })
    expect(entered).toMatchObject({
      state: 'waiting',
      service: 'A2',
      queuedAt: day.clock.at,
      calledAt: null,
      counter: null,
    })
  })

  test('[R3.13] a requeued leg keeps its place, and its call is taken back', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    const { placeAt, placeSeq, queuedAt } = day.leg(id)
    day.issue('A1')
    day.wait(minutes)
    day.callNext(1)
    day.does('start', id)
    day.does('requeue', id)
    expect(day.leg(id)).toMatchObject({ placeAt, placeSeq, queuedAt, calls: 0, calledAt: null, startedAt: null })
    expect(day.callNext(1)).toBe(id)
  })
})

describe('reserved numbers', () => {
  test('[R3.3] delivered late, it stands at the place of the reservation', () => {
    const day = openDay(site)
    const late = day.issue('A1', { delivery: 'print' })
    const prompt = day.issue('A1')
    day.wait(minutes)
    day.does('deliver', late)
    expect([day.callNext(1), day.callNext(2)]).toEqual([late, prompt])
  })

  test('[R3.5] a void number that turns up takes its old place', () => {
    const day = openDay(site)
    const turnsUp = reached.void(day)
    const other = day.issue('A1')
    day.does('deliver', turnsUp)
    expect(day.leg(turnsUp)).toMatchObject({ state: 'waiting', endedAt: null })
    expect([day.callNext(1), day.callNext(2)]).toEqual([turnsUp, other])
  })

  test('[R3.24] the hall never calls a reserved or void number', () => {
    const day = openDay(site)
    reached.reserved(day)
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
    reached.void(day)
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
  })

  test('[R3.4] it does not lapse before its time, and an offer begins the time anew', () => {
    const day = openDay(site)
    const id = reached.reserved(day)
    day.wait(179 * seconds)
    expect(day.refused({ verb: 'lapse', ticket: id })).toBe('wrong-state')
    day.does('offer', id)
    day.wait(179 * seconds)
    expect(day.refused({ verb: 'lapse', ticket: id })).toBe('wrong-state')
    day.wait(seconds)
    day.does('lapse', id)
    expect(day.ticket(id)).toMatchObject({ reservedUntil: null })
  })

  test('[R3.24] when the printer certainly failed the screen offers it, with its time begun anew', () => {
    const day = openDay(site)
    const id = day.issue('A1', { delivery: 'print' })
    day.wait(100 * seconds)
    day.does('fail-print', id)
    expect(day.ticket(id)).toMatchObject({ delivery: 'screen', reservedUntil: day.clock.at + 180 * seconds })
  })
})

describe('the state of a ticket is that of its current leg', () => {
  test('[R5.8] a planned leg does not speak while another is under way, set aside or ended', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.act({ verb: 'add-service', ticket: id, service: 'A2' })
    expect(day.state(id)).toBe('waiting')
    day.hold(id)
    expect(day.state(id)).toBe('held')
    day.does('give-up-hold', id)
    day.does('no-show', id)
    expect(day.state(id)).toBe('no-show')
    expect(day.ticket(id).legs.map((leg) => leg.state)).toEqual(['no-show', 'planned'])
  })

  test('[R3.9] cancelling ends every leg that has not ended', () => {
    const day = openDay(site)
    const id = reached.serving(day)
    day.act({ verb: 'add-service', ticket: id, service: 'A2' })
    day.finish(id)
    day.act({ verb: 'add-service', ticket: id, service: 'A1' })
    day.act({ verb: 'cancel', ticket: id, reason: 'x' })
    expect(day.ticket(id).legs.map((leg) => leg.state)).toEqual(['done', 'cancelled', 'cancelled'])
  })
})
