import * as api from '../contract/api.ts'
import type { Answer, Command } from '../contract/commands.ts'
import type { Role } from '../contract/hall.ts'
import type { RefusalName } from '../contract/refusals.ts'
import { readHallWire } from '../readings/overview.ts'
import { readServices } from '../readings/services.ts'
import { readCounter, readTicket } from '../readings/tickets.ts'
import { execute, ticketOf } from './execute.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

/** R6.1, for a visitor whom nobody knows and who is served at once. */
const admissionRefusals: readonly RefusalName[] = [
  'not-yet-open',
  'building-paused',
  'day-closed',
  'closed-today',
  'closed-now',
  'cut-off',
  'quota-full',
  'system-down',
  'override-refused',
]

const keepers: readonly Role[] = ['officer', 'agency-admin', 'supervisor', 'manager']

const numberOf = (call: Call): number =>
  /^[1-9]\d{0,3}$/.test(call.params.number ?? '') ? Number(call.params.number) : -1

const counterWorded =
  (call: Call) =>
  ({ counter }: Answer): Reply => ({ json: counter ? { counter: readCounter(call.stage.lens(), counter) } : {} })

const callWorded =
  (call: Call) =>
  (answer: Answer): Reply => ({
    json: {
      ticket: readTicket(call.stage.hall.told, ticketOf(answer), 'with-code'),
      reason: { rule: answer.reason?.rule, name: answer.reason?.name, overtook: answer.reason?.overtook.length ?? 0 },
    },
  })

const isHolderPresent = ({ doors, stage, params }: Call): boolean => {
  const holder = stage.hall.told.counters.get(Number(params.number))?.officer
  return holder != null && doors.sessions.isPresent(holder)
}

const onCounter = (call: Call, command: Command) => execute(call, command, counterWorded(call))

export const counterOperations: readonly Operation[] = [
  operation({
    id: 'openCounter',
    method: 'post',
    path: '/api/counters/{number}/open',
    summary: 'Opens a counter, or ends its break.',
    access: keepers,
    body: api.EmptyBody,
    answer: api.CounterAnswer,
    refusals: ['officer-elsewhere', 'counter-taken', 'day-closed'],
    run: (call) =>
      onCounter(call, {
        verb: 'open-counter',
        counter: numberOf(call),
        officer: call.actor.role === 'officer' ? call.actor.id : null,
        holderIsGone: !isHolderPresent(call),
      }),
  }),
  operation({
    id: 'closeCounter',
    method: 'post',
    path: '/api/counters/{number}/close',
    summary: 'Closes a counter, after its present visitor; asks first when people would be left waiting for nobody.',
    access: keepers,
    body: api.CloseBody,
    answer: api.CounterAnswer,
    refusals: ['people-waiting'],
    run: (call) =>
      onCounter(call, {
        verb: 'close-counter',
        counter: numberOf(call),
        confirm: call.body?.confirm ?? false,
        force: call.body?.force ?? false,
      }),
  }),
  operation({
    id: 'breakCounter',
    method: 'post',
    path: '/api/counters/{number}/break',
    summary: 'A break with a reason and a promised return, after the present visitor.',
    access: keepers,
    body: api.BreakBody,
    answer: api.CounterAnswer,
    refusals: ['counter-closed'],
    run: (call) =>
      onCounter(call, {
        verb: 'break-counter',
        counter: numberOf(call),
        reason: call.body.reason,
        until: call.body.until === undefined ? null : Date.parse(call.body.until),
        force: call.body.force ?? false,
      }),
  }),
  operation({
    id: 'callNext',
    method: 'post',
    path: '/api/counters/{number}/call-next',
    summary: 'Calls the next visitor by the rules, and says by which rule.',
    access: ['officer'],
    body: api.EmptyBody,
    answer: api.CallAnswer,
    refusals: ['line-empty', 'counter-busy', 'counter-closed', 'building-paused', 'day-closed'],
    run: (call) => execute(call, { verb: 'call-next', counter: numberOf(call) }, callWorded(call)),
  }),
  operation({
    id: 'callTicket',
    method: 'post',
    path: '/api/counters/{number}/call',
    summary: 'Calls a given number out of order, with a reason; counted and shown.',
    access: ['officer'],
    body: api.CallBody,
    answer: api.CallAnswer,
    refusals: ['counter-busy', 'counter-closed', 'wrong-state', 'not-served-here', 'building-paused', 'day-closed'],
    run: (call) =>
      execute(
        call,
        { verb: 'call-ticket', counter: numberOf(call), ticket: call.body.ticket, reason: call.body.reason },
        callWorded(call),
      ),
  }),
  operation({
    id: 'walkIn',
    method: 'post',
    path: '/api/counters/{number}/walk-in',
    summary:
      'Serves a visitor without a number at once (R5.11): a number is made, the call is out of order and says so.',
    access: ['officer'],
    body: api.WalkInBody,
    answer: api.CallAnswer,
    status: 201,
    refusals: ['counter-busy', 'counter-closed', 'not-served-here', ...admissionRefusals],
    run: (call) => {
      const { stage, body } = call
      const asking = { service: body.service, priority: body.priority ?? false, items: body.items ?? 1, visitor: null }
      const isKnown = stage.hall.told.catalogue?.services.has(body.service) ?? false
      return execute(
        call,
        {
          verb: 'walk-in',
          counter: numberOf(call),
          ...stage.newTicketCodes(),
          service: body.service,
          priority: asking.priority,
          items: asking.items,
          english: body.locale === 'en',
          override: body.override ?? null,
          // R6.2: they are served at once, so that the forecast of the line is not theirs.
          ...(isKnown ? { ...stage.lens().terms(asking), forecast: null } : {}),
        },
        (answer) => ({ status: 201, ...callWorded(call)(answer) }),
      )
    },
  }),
]

export const hallOperations: readonly Operation[] = [
  {
    id: 'listServices',
    method: 'get',
    path: '/api/services',
    summary:
      'Every service with its agency, booth, whether it is open or why not, people waiting and the expected wait.',
    access: 'public',
    answer: api.ServicesAnswer,
    run: ({ stage, doors }) => ({ json: readServices(stage.lens(), doors.demo) }),
  },
  {
    id: 'getAccuracy',
    method: 'get',
    path: '/api/accuracy',
    summary: 'How true the expected waits and closing promises of the last thirty days were, by agency.',
    access: 'public',
    answer: api.AccuracyAnswer,
    run: async ({ stage }) => ({ json: await stage.accuracy() }),
  },
  {
    id: 'getHall',
    method: 'get',
    path: '/api/hall',
    summary: 'Every booth and counter, live.',
    access: ['supervisor', 'manager', 'auditor'],
    answer: api.HallWire,
    run: ({ stage }) => ({ json: readHallWire(stage.lens()) }),
  },
]
