import { readFileSync } from 'node:fs'
import type { Command, CommandOf } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import { type RefusalName, refusalNames } from '../../../server/contract/refusals.ts'
import { building } from './_building.ts'
import { hub, officerAt, openDay, supervisor } from './_day.ts'
import { ruleOf } from './_refusal-rules.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })
type Day = ReturnType<typeof openDay>
type Scene = (day: Day) => [Command, Actor?]

const called = (day: Day): string => {
  day.issue('A1')
  return day.callNext(1)
}

/** Served where an outcome is mandatory. */
const served = (day: Day): string => {
  serviceChanged(day, { outcomes: [{ code: 'OK', name: { id: 'Selesai', en: 'Done' } }], outcomeRequired: true })
  const ticket = called(day)
  day.does('start', ticket)
  return ticket
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
  'other-line': (day) => [{ verb: 'change-service', ticket: day.issue('A1'), service: 'B1' }],
  'outcome-required': (day) => [{ verb: 'finish', ticket: served(day), outcome: null, next: false }],
  'unknown-outcome': (day) => [{ verb: 'finish', ticket: served(day), outcome: 'NO', next: false }],
  'ticket-ended': (day) => {
    const ticket = called(day)
    day.finish(ticket)
    return [{ verb: 'add-service', ticket, service: 'A1' }]
  },
}

/** R6.1 in force on a Tuesday on which the building is open from 08.00 to 15.00; the clock stands at 08.00. */
const issue = (more: Partial<CommandOf<'issue'>> = {}): Command => ({
  verb: 'issue',
  ticket: 'x',
  publicCode: 'x',
  service: 'A1',
  priority: false,
  english: false,
  kiosk: null,
  delivery: 'none',
  inForce: true,
  ...more,
})
const checkIn = (slotAt: number, day = '2026-07-14'): Command => ({
  verb: 'check-in',
  ticket: 'x',
  publicCode: 'x',
  booking: { code: 'B', service: 'A1', slotAt, day, priority: false, english: false, items: 1 },
  kiosk: null,
  delivery: 'none',
  inForce: true,
})
const serviceChanged = (day: Day, change: object): void => {
  const services = site.services.map((service) => (service.code === 'A1' ? { ...service, ...change } : service))
  day.act({ verb: 'configure', site: { ...site, services, centralSystems: [{ code: 'SIAK', name: 'SIAK' }] } })
}
const systemDown = (day: Day): void => {
  serviceChanged(day, { centralSystems: ['SIAK'] })
  day.act({ verb: 'set-system', system: 'SIAK', down: true })
}
const hours = 3_600_000

/** What keeps a number from being given (R6.1–R6.3), and a booking or a paper from becoming one. */
const entries: Partial<Record<RefusalName, Scene>> = {
  'not-yet-open': (day) => {
    serviceChanged(day, { opens: '2026-08-03' })
    return [issue()]
  },
  'building-paused': (day) => {
    day.act({ verb: 'pause-building', reason: 'drill', until: null })
    return [issue()]
  },
  'closed-today': (day) => {
    day.wait(24 * hours)
    return [issue()]
  },
  'closed-now': (day) => {
    day.wait(7 * hours)
    return [issue()]
  },
  'day-closed': (day) => {
    day.act({ verb: 'close-day' })
    return [issue()]
  },
  'cut-off': (day) => {
    serviceChanged(day, { cutOffMinutes: 420 })
    return [issue()]
  },
  'quota-full': (day) => {
    serviceChanged(day, { dailyQuota: 1 })
    return [issue({ items: 2 })]
  },
  'system-down': (day) => {
    systemDown(day)
    return [issue()]
  },
  'already-holding': (day) => {
    day.act(issue({ ticket: 'y', publicCode: 'y', visitor: 'v' }))
    return [issue({ visitor: 'v' })]
  },
  'closing-soon': () => [issue({ forecast: { p50: 8 * hours, p95: 9 * hours } })],
  'override-refused': (day) => {
    systemDown(day)
    return [issue({ override: 'x' })]
  },
  'booking-too-early': (day) => [checkIn(day.clock.at + 2 * hours)],
  'booking-other-day': (day) => [checkIn(day.clock.at, '2026-07-15')],
  'number-taken': (day) => {
    day.issue('A1')
    const paper = { ticket: 'x', publicCode: 'x', service: 'A1', number: 1 }
    return [{ verb: 'enter-paper', ...paper, priority: false, takenAt: day.clock.at }]
  },
}

/** A part of service A1, changed by somebody who saw it with these minutes. */
const reconfigured = (day: Day, seen: number, change: object): [Command, Actor] => {
  const known = site.services.find(({ code }) => code === 'A1')
  const before = { ...known, minutes: seen }
  const changes = [{ kind: 'services' as const, code: 'A1', before, after: { ...before, ...change } }]
  const { siteVersion } = day.hall
  return [
    { verb: 'reconfigure', changes, siteVersion, confirm: false, note: null },
    { role: 'manager', id: 'manager' },
  ]
}

/** What keeps the building as it is (R8.4). */
const changes: Partial<Record<RefusalName, Scene>> = {
  'changed-meanwhile': (day) => reconfigured(day, 99, { minutes: 7 }),
  'still-in-use': (day) => {
    day.issue('A1')
    return reconfigured(day, 5, { prefix: 'X' })
  },
}

const emergency = (day: Day): Command => {
  day.act({ verb: 'ask-help', help: 'h', counter: 1, kind: 'emergency' }, officerAt(1))
  return { verb: 'end-help', help: 'h' }
}

/** What keeps a call for help going, or finds it over (R5.13). */
const helps: Partial<Record<RefusalName, Scene>> = {
  'help-needs-two': (day) => [emergency(day), officerAt(1)],
  'help-ended': (day) => {
    const end = emergency(day)
    for (const answering of [supervisor, officerAt(2)]) day.act({ verb: 'acknowledge-help', help: 'h' }, answering)
    day.act(end, officerAt(1))
    return [end, officerAt(1)]
  },
}

/** Given by the doors, the store of bookings and the journal: the test in which each is. */
const givenElsewhere: Partial<Record<RefusalName, string>> = {
  'other-day': 'tests/faults/service-day.test.ts',
  'hall-unavailable': 'tests/server/hall.test.ts',
  'booking-ended': 'tests/server/bookings.test.ts',
  'slot-full': 'tests/server/bookings.test.ts',
  'no-such-slot': 'tests/server/bookings.test.ts',
}

const given = Object.entries({ ...scenes, ...entries, ...changes, ...helps }).map(([name, scene]) => ({
  rule: ruleOf[name as RefusalName],
  name,
  scene,
}))

test.each(given)('[$rule] $name is given, and nothing happens', ({ name, scene }) => {
  const day = openDay(site)
  const [command, actor = hub] = scene(day)
  expect(day.refused(command, actor)).toBe(name)
})

test('every refusal is either here or given elsewhere', () => {
  const here = given.map(({ name }) => name)
  expect([...here, ...Object.keys(givenElsewhere)].sort()).toEqual([...refusalNames].sort())
  for (const [name, file] of Object.entries(givenElsewhere)) expect(readFileSync(file, 'utf8')).toContain(`'${name}'`)
})
