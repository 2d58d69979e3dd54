import type { Command } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import { type RefusalName, refusalNames } from '../../../server/contract/refusals.ts'
import { building } from './_building.ts'
import { hub, officerAt, openDay } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })
type Day = ReturnType<typeof openDay>
type Scene = (day: Day) => [Command, Actor?]

const called = (day: Day): string => {
  day.issue('A1')
  return day.callNext(1)
}

/** Of each refusal that the rules themselves give, the shortest way to it. */
const scenes: Partial<Record<RefusalName, Scene>> = {
  'line-empty': () => [{ verb: 'call-next', counter: 1 }],
  'counter-busy': (day) => {
    called(day)
    return [{ verb: 'call-next', counter: 1 }]
  },
  'counter-closed': (day) => {
    day.close(1)
    return [{ verb: 'call-next', counter: 1 }]
  },
  'counter-taken': () => [
    { verb: 'open-counter', counter: 1, officer: 'budi' },
    { ...officerAt(1), id: 'budi' },
  ],
  'officer-elsewhere': () => [{ verb: 'open-counter', counter: 2, officer: 'officer-1' }],
  'people-waiting': (day) => {
    day.issue('B1')
    return [{ verb: 'close-counter', counter: 3, confirm: false, force: false }]
  },
  'wrong-state': (day) => [{ verb: 'start', ticket: day.issue('A1') }],
  'not-served-here': (day) => [{ verb: 'call-ticket', counter: 3, ticket: day.issue('A1'), reason: 'x' }],
  'recall-too-soon': (day) => [{ verb: 'recall', ticket: called(day) }],
  'recall-limit': (day) => {
    const ticket = called(day)
    for (let call = 0; call < 2; call++) {
      day.wait(60_000)
      day.does('recall', ticket)
    }
    return [{ verb: 'recall', ticket }]
  },
  'reason-required': () => [{ verb: 'break-counter', counter: 1, reason: '', until: null, force: false }],
  'nothing-to-undo': (day) => [{ verb: 'undo', ticket: day.issue('A1') }, officerAt(1)],
  'undo-too-late': (day) => {
    const ticket = called(day)
    day.wait(60_000)
    return [{ verb: 'undo', ticket }, officerAt(1)]
  },
  'already-deferred': (day) => {
    const ticket = day.issue('A1')
    day.visitor(ticket, 'later')
    return [{ verb: 'visitor', ticket, action: 'later' }]
  },
  'ticket-ended': (day) => {
    const ticket = called(day)
    day.finish(ticket)
    return [{ verb: 'add-service', ticket, service: 'A1' }]
  },
}

/** Given by the doors, the calendar and the journal; each has its tests there. */
const givenElsewhere: readonly RefusalName[] = [
  'other-day',
  'not-yet-open',
  'closed-today',
  'closed-now',
  'hall-unavailable',
]

test.each(Object.entries(scenes))('%s is given, and nothing happens', (name, scene) => {
  const day = openDay(site)
  const [command, actor = hub] = scene(day)
  expect(day.refused(command, actor)).toBe(name)
})

test('every refusal is either here or given elsewhere', () => {
  expect([...Object.keys(scenes), ...givenElsewhere].sort()).toEqual([...refusalNames].sort())
})

test.each(['not-yet-open', 'closed-today', 'closed-now'] as const)(
  '%s comes to an issue as data, with the next step, and is given unchanged',
  (refused) => {
    const day = openDay(site)
    const refusal = { refused, next: { opensAt: 1 } }
    const codes = { ticket: 'x', publicCode: 'x' }
    const command: Command = {
      verb: 'issue',
      ...codes,
      service: 'A1',
      priority: false,
      english: false,
      kiosk: null,
      delivery: 'none',
      refusal,
    }
    expect(day.ask(command)).toEqual({ refusal })
    expect(day.hall.tickets.size).toBe(0)
  },
)
