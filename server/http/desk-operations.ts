import { randomUUID } from 'node:crypto'
import * as api from '../contract/api.ts'
import * as desk from '../contract/desk.ts'
import type { Role } from '../contract/hall.ts'
import { findByMinute, findByText, mayHandle, readDesk } from '../readings/desk.ts'
import { findByCode } from '../readings/overview.ts'
import { readTicket, readVisitorTicket } from '../readings/tickets.ts'
import { problem } from './answers.ts'
import { execute, ticketOf } from './execute.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const staff: readonly Role[] = ['officer', 'information', 'agency-admin', 'supervisor', 'manager']
const hallStaff: readonly Role[] = ['information', 'supervisor', 'manager']

const hasKiosk = ({ stage }: Call, kiosk: string): boolean => stage.hall.told.catalogue?.kiosks.has(kiosk) ?? false

/** The same request asked again is the same paper. */
const jobOf = ({ key }: Call, kind: string, of: string): string => `${kind}:${of}:${key ?? randomUUID()}`

const openDesk: Operation = {
  id: 'getDesk',
  method: 'get',
  path: '/api/desk',
  summary: 'What the information desk works with: kiosks whose printers it may choose, number series, journeys.',
  access: 'public',
  answer: desk.DeskAnswer,
  run: ({ stage, actor: { role } }) => ({
    json: staff.includes(role) ? { role, ...readDesk(stage.lens()) } : { role, kiosks: [], services: [], journeys: [] },
  }),
}

const findTickets: Operation = {
  id: 'findTickets',
  method: 'get',
  path: '/api/desk/tickets',
  summary:
    'Looks up numbers of today: by number, slip code or booking code (`query`), or a lost slip by `service` and about when it was taken (`at`, ten minutes either way).',
  access: staff,
  query: desk.DeskQuery,
  answer: desk.DeskTicketsAnswer,
  run: ({ stage, actor, query }) => {
    const { query: text, service, at } = query
    if (text !== undefined) return { json: findByText(stage.lens(), actor, text) }
    if (service !== undefined && at !== undefined)
      return { json: findByMinute(stage.lens(), actor, service, Date.parse(at)) }
    return { answered: problem(400, 'bad-input', [{ path: 'query', message: 'give a query, or service and at' }]) }
  },
}

const reprintTicket = operation({
  id: 'reprintTicket',
  method: 'post',
  path: '/api/tickets/{id}/reprint',
  summary: 'Prints the slip again, marked, at the printer of a kiosk: same number, same place, same code.',
  access: staff,
  keepsAnswer: true,
  body: desk.KioskBody,
  answer: desk.PrintAnswer,
  refusals: ['ticket-ended'],
  run: async (call) => {
    const { stage, params, body } = call
    const id = params.id ?? ''
    if (!hasKiosk(call, body.kiosk)) return { outcome: { unknown: 'kiosk' } }
    const reply = await execute(call, { verb: 'reprint', ticket: id }, () => ({ json: {} }))
    if (!('json' in reply)) return reply
    const ticket = stage.hall.told.tickets.get(id)
    if (!ticket) return { outcome: { unknown: 'ticket' } }
    const print = await stage.slips.reprint(jobOf(call, 'again', id), ticket, body.kiosk)
    const now = stage.hall.told.tickets.get(id) ?? ticket
    return { json: { ticket: readTicket(stage.hall.told, now, 'without-code'), print } }
  },
})

const printMissingSlip = operation({
  id: 'printMissingSlip',
  method: 'post',
  path: '/api/tickets/{id}/missing-slip',
  summary: 'Prints what is missing and until when the number is kept, for a number on hold for its papers.',
  access: staff,
  keepsAnswer: true,
  body: desk.KioskBody,
  answer: desk.PrintAnswer,
  refusals: ['wrong-state'],
  run: async (call) => {
    const { stage, params, body, actor } = call
    const { told } = stage.hall
    const ticket = told.tickets.get(params.id ?? '')
    if (!ticket) return { outcome: { unknown: 'ticket' } }
    if (!mayHandle(told, ticket, actor)) return { outcome: { forbidden: true } }
    if (!hasKiosk(call, body.kiosk)) return { outcome: { unknown: 'kiosk' } }
    if (!ticket.legs.some((leg) => leg.state === 'held' && leg.hold?.missing?.length))
      return { outcome: { refusal: { refused: 'wrong-state' } } }
    const print = await stage.slips.missingPapers(jobOf(call, 'missing', ticket.id), ticket, body.kiosk)
    return { json: { ticket: readTicket(told, ticket, 'without-code'), print } }
  },
})

/** By the code on the slip it is the visitor who asks, at a kiosk or phone; by the number's id, staff. */
const changeService = operation({
  id: 'changeService',
  method: 'post',
  path: '/api/tickets/{publicCode}/change-service',
  summary:
    'Changes the service within the same line: by the code of the slip for the visitor, by the id of the number for staff.',
  access: 'public',
  body: desk.ChangeServiceBody,
  answer: api.VisitorTicketAnswer,
  refusals: [
    'wrong-state',
    'other-line',
    'other-day',
    'not-yet-open',
    'closed-today',
    'closed-now',
    'cut-off',
    'quota-full',
    'system-down',
    'already-holding',
  ],
  run: (call) => {
    const { stage, params, actor } = call
    const { told } = stage.hall
    const code = params.publicCode ?? ''
    const held = findByCode(told, code)
    if (held && held.day !== told.day)
      return { outcome: { refusal: { refused: 'other-day', next: { day: held.day } } } }
    if (!held && actor.role === 'visitor') return { outcome: { unknown: 'ticket' } }
    const { service } = call.body
    const asking = { service, priority: false, items: 1, visitor: null }
    const inForce = told.catalogue?.services.has(service) === true && stage.lens().terms(asking).inForce
    return execute(
      held ? { ...call, actor: { role: 'visitor', id: 'visitor' } } : call,
      { verb: 'change-service', ticket: held?.id ?? code, service, inForce },
      (answer): Reply => ({ json: { ticket: readVisitorTicket(stage.lens(), ticketOf(answer)) } }),
    )
  },
})

const enterPaper = operation({
  id: 'enterPaper',
  method: 'post',
  path: '/api/tickets/paper',
  summary: 'Enters a number from paper, taken while kiosks failed: it stands in line by the time on the paper.',
  access: staff,
  body: desk.PaperBody,
  answer: api.TicketAnswer,
  status: 201,
  refusals: ['number-taken', 'day-closed'],
  run: (call) => {
    const { stage, body } = call
    return execute(
      call,
      {
        verb: 'enter-paper',
        ...stage.newTicketCodes(),
        service: body.service,
        number: body.number,
        priority: body.priority ?? false,
        takenAt: body.takenAt === undefined ? stage.now() : Date.parse(body.takenAt),
      },
      (answer) => ({ status: 201, json: { ticket: readTicket(stage.hall.told, ticketOf(answer), 'with-code') } }),
    )
  },
})

const printRoll = operation({
  id: 'printRoll',
  method: 'post',
  path: '/api/desk/roll',
  summary: 'Prints plain numbers of a service on paper, for the day when kiosks fail. Nothing is issued by it.',
  access: hallStaff,
  keepsAnswer: true,
  body: desk.RollBody,
  answer: desk.RollAnswer,
  run: async (call) => {
    const { kiosk, ...numbers } = call.body
    if (!hasKiosk(call, kiosk)) return { outcome: { unknown: 'kiosk' } }
    if (!call.stage.hall.told.catalogue?.services.has(numbers.service)) return { outcome: { unknown: 'service' } }
    return { json: { print: await call.stage.slips.roll(jobOf(call, 'roll', numbers.service), numbers, kiosk) } }
  },
})

/** Information desk: look up, print again, correct, and paper numbers. */
export const deskOperations: readonly Operation[] = [
  openDesk,
  findTickets,
  reprintTicket,
  printMissingSlip,
  changeService,
  enterPaper,
  printRoll,
]
