import type { Command, Verb } from '../../../server/contract/commands.ts'
import { type Actor, type Role, roles } from '../../../server/contract/hall.ts'
import { decide } from '../../../server/core/decide.ts'
import { building } from './_building.ts'
import { morning, officerAt, openDay } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })

/** One command of every verb, on a waiting ticket of booth A and on counter 1. */
const commands = {
  configure: { verb: 'configure', site },
  'open-day': { verb: 'open-day', day: '2026-07-15' },
  'close-day': { verb: 'close-day' },
  issue: {
    verb: 'issue',
    ticket: 'n',
    publicCode: 'n',
    service: 'A1',
    priority: false,
    english: false,
    kiosk: null,
    delivery: 'none',
  },
  'check-in': {
    verb: 'check-in',
    ticket: 'n',
    publicCode: 'n',
    booking: {
      code: 'B',
      service: 'A1',
      slotAt: morning,
      day: '2026-07-14',
      priority: false,
      english: false,
      items: 1,
    },
    kiosk: null,
    delivery: 'none',
  },
  'enter-paper': {
    verb: 'enter-paper',
    ticket: 'n',
    publicCode: 'n',
    service: 'A1',
    number: 50,
    priority: false,
    takenAt: morning,
  },
  'walk-in': {
    verb: 'walk-in',
    counter: 1,
    ticket: 'n',
    publicCode: 'n',
    service: 'A1',
    priority: false,
    english: false,
  },
  deliver: { verb: 'deliver', ticket: 't1' },
  'fail-print': { verb: 'fail-print', ticket: 't1' },
  offer: { verb: 'offer', ticket: 't1' },
  lapse: { verb: 'lapse', ticket: 't1' },
  visitor: { verb: 'visitor', ticket: 't1', action: 'later' },
  'open-counter': { verb: 'open-counter', counter: 1, officer: null },
  'close-counter': { verb: 'close-counter', counter: 1, confirm: true, force: false },
  'break-counter': { verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false },
  'call-next': { verb: 'call-next', counter: 1 },
  'call-ticket': { verb: 'call-ticket', counter: 1, ticket: 't1', reason: 'x' },
  recall: { verb: 'recall', ticket: 't1' },
  start: { verb: 'start', ticket: 't1' },
  finish: { verb: 'finish', ticket: 't1', outcome: null, next: false },
  hold: { verb: 'hold', ticket: 't1', reason: 'x', returnAt: null, keepUntil: null },
  resume: { verb: 'resume', ticket: 't1', counter: null },
  return: { verb: 'return', ticket: 't1' },
  'give-up-hold': { verb: 'give-up-hold', ticket: 't1' },
  requeue: { verb: 'requeue', ticket: 't1' },
  miss: { verb: 'miss', ticket: 't1' },
  'no-show': { verb: 'no-show', ticket: 't1' },
  cancel: { verb: 'cancel', ticket: 't1', reason: null },
  transfer: {
    verb: 'transfer',
    ticket: 't1',
    to: { service: 'B1' },
    position: 'keep',
    returnHere: false,
    reason: null,
  },
  'add-service': { verb: 'add-service', ticket: 't1', service: 'B1' },
  'set-priority': { verb: 'set-priority', ticket: 't1', priority: true, reason: null },
  undo: { verb: 'undo', ticket: 't1' },
  note: { verb: 'note', ticket: 't1' },
  reprint: { verb: 'reprint', ticket: 't1' },
  reopen: { verb: 'reopen', ticket: 't1', reason: 'x' },
  'hand-over': { verb: 'hand-over', ticket: 't1', counter: 2 },
  'change-service': { verb: 'change-service', ticket: 't1', service: 'A1' },
  reconfigure: {
    verb: 'reconfigure',
    changes: [{ kind: 'services', code: 'A1', before: site.services[0], after: { ...site.services[0], minutes: 9 } }],
    siteVersion: 1,
    confirm: false,
    note: null,
  },
  'pause-building': { verb: 'pause-building', reason: 'ceremony', until: null },
  'resume-building': { verb: 'resume-building' },
  'set-system': { verb: 'set-system', system: 'absent', down: true },
  'ask-help': { verb: 'ask-help', help: 'h1', counter: 1, kind: 'supervisor' },
  'acknowledge-help': { verb: 'acknowledge-help', help: 'absent' },
  'end-help': { verb: 'end-help', help: 'absent' },
} satisfies Record<Verb, Command>
const verbs = Object.keys(commands) as Verb[]

const hubOnly: readonly Verb[] = ['configure', 'open-day', 'fail-print', 'lapse', 'give-up-hold']
const calling: readonly Verb[] = [
  'call-next',
  'call-ticket',
  'recall',
  'start',
  'finish',
  'hold',
  'resume',
  'miss',
  'no-show',
  'undo',
]
const moving: readonly Verb[] = ['transfer', 'hand-over', 'requeue', 'return', 'cancel', 'set-priority', 'add-service']
const desks: readonly Verb[] = ['open-counter', 'close-counter', 'break-counter']
const handing: readonly Verb[] = ['deliver', 'offer']
const overseeing: readonly Verb[] = ['close-day', 'pause-building', 'resume-building', 'set-system']
const serving: readonly Verb[] = ['change-service', 'reprint', 'note']
const entering: readonly Verb[] = ['issue', 'check-in']
const helping: readonly Verb[] = ['acknowledge-help', 'end-help']

const may: Record<Role, readonly Verb[]> = {
  visitor: [...entering, ...handing, 'visitor', 'change-service'],
  kiosk: [...entering, ...handing, 'visitor', 'change-service'],
  officer: [
    ...entering,
    'enter-paper',
    'walk-in',
    ...handing,
    ...calling,
    ...moving,
    ...serving,
    ...desks,
    'ask-help',
    ...helping,
  ],
  information: [...entering, 'enter-paper', ...handing, 'visitor', ...moving, ...serving, ...helping],
  'agency-admin': [...entering, 'enter-paper', ...moving, ...serving, ...desks, 'set-system', 'reconfigure'],
  supervisor: [
    ...entering,
    'enter-paper',
    ...handing,
    ...moving,
    'reopen',
    ...serving,
    ...desks,
    ...overseeing,
    ...helping,
  ],
  manager: [
    ...entering,
    'enter-paper',
    ...handing,
    ...moving,
    'reopen',
    ...serving,
    ...desks,
    ...overseeing,
    ...helping,
    'reconfigure',
  ],
  auditor: [],
  operator: [],
  hub: verbs,
}

const person = (role: Role): Actor => {
  if (role === 'officer') return officerAt(1)
  return role === 'agency-admin' ? { role, id: role, agency: 'A' } : { role, id: role }
}

function isForbidden(command: Command, actor: Actor, prepare?: (day: ReturnType<typeof openDay>) => void): boolean {
  const day = openDay(site)
  day.issue('A1')
  day.issue('B1')
  prepare?.(day)
  return 'forbidden' in decide(day.hall, command, { at: morning, seq: day.hall.lastSeq + 1, actor })
}

test.each(roles)('a person as %s may do of everything just what the table says', (role) => {
  const allowed = verbs.filter((verb) => !isForbidden(commands[verb], person(role)))
  expect(allowed.sort()).toEqual([...may[role]].sort())
})

test('what only the hub may do nobody else may', () => {
  for (const role of roles.filter((one) => one !== 'hub'))
    for (const verb of hubOnly) expect(isForbidden(commands[verb], person(role))).toBe(true)
})

describe('an officer', () => {
  test.each(desks)("%s: of one's own counter", (verb) => {
    expect(isForbidden(commands[verb], officerAt(2))).toBe(true)
  })

  test.each(['call-next', 'call-ticket'] as const)("%s: at one's own counter", (verb) => {
    expect(isForbidden(commands[verb], officerAt(2))).toBe(true)
    expect(isForbidden(commands[verb], officerAt(1))).toBe(false)
  })

  test.each([...calling, ...moving].filter((verb) => !verb.startsWith('call')))(
    '%s: not on a visitor in the hands of another',
    (verb) => {
      const inHand = (day: ReturnType<typeof openDay>) => day.callNext(1)
      expect(isForbidden(commands[verb], officerAt(2), inHand)).toBe(true)
      expect(isForbidden(commands[verb], officerAt(1), inHand)).toBe(false)
    },
  )

  test.each([...moving, 'hold'] as const)('%s: not on a visitor of another booth', (verb) => {
    expect(isForbidden({ ...commands[verb as 'cancel'], ticket: 't2' } as Command, officerAt(1))).toBe(true)
    expect(isForbidden({ ...commands[verb as 'cancel'], ticket: 't2' } as Command, officerAt(3, 'B'))).toBe(false)
  })

  test('issues for the own booth', () => {
    expect(isForbidden({ ...commands.issue, service: 'B1' }, officerAt(1))).toBe(true)
    expect(isForbidden({ ...commands['enter-paper'], service: 'B1' }, officerAt(1))).toBe(true)
    const { booking } = commands['check-in']
    expect(isForbidden({ ...commands['check-in'], booking: { ...booking, service: 'B1' } }, officerAt(1))).toBe(true)
    expect(isForbidden({ ...commands['walk-in'], counter: 2 }, officerAt(1))).toBe(true)
  })

  test('hands a visitor of their own over to any counter, which must then want them', () => {
    const inHand = (day: ReturnType<typeof openDay>) => day.callNext(1)
    expect(isForbidden({ ...commands['hand-over'], counter: 3 }, officerAt(1), inHand)).toBe(false)
  })

  test('names a counter of their own when resuming', () => {
    expect(isForbidden({ ...commands.resume, counter: 2 }, officerAt(1))).toBe(true)
  })

  test('of a booth without a counter touches nothing elsewhere', () => {
    const { counter: _none, ...booth } = officerAt(3, 'B')
    expect(isForbidden(commands.hold, booth)).toBe(true)
  })
})

test("the information desk moves only visitors who are in nobody else's hands", () => {
  const desk = person('information')
  for (const verb of moving) {
    expect(isForbidden(commands[verb], desk)).toBe(false)
    expect(isForbidden(commands[verb], desk, (day) => day.callNext(1))).toBe(true)
  }
})

test('the head of an agency reaches its booths and counters, and no others', () => {
  const head = person('agency-admin')
  expect(isForbidden(commands.cancel, head)).toBe(false)
  expect(isForbidden({ ...commands.cancel, ticket: 't2' }, head)).toBe(true)
  expect(isForbidden(commands['close-counter'], head)).toBe(false)
  expect(isForbidden({ ...commands['close-counter'], counter: 3 }, head)).toBe(true)
  expect(isForbidden({ ...commands.issue, service: 'B1' }, head)).toBe(true)
})

test('forbidden comes before every refusal, and changes nothing', () => {
  const day = openDay(site)
  day.issue('A1')
  expect(day.refused({ verb: 'call-next', counter: 1 }, { role: 'auditor', id: 'a' })).toBe('forbidden')
  expect(day.refused({ verb: 'cancel', ticket: 't1', reason: null }, { role: 'operator', id: 'o' })).toBe('forbidden')
})
