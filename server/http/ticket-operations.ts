import type { z } from 'zod'
import * as api from '../contract/api.ts'
import type { Answer, Command } from '../contract/commands.ts'
import type { Actor, Role } from '../contract/hall.ts'
import type { RefusalName } from '../contract/refusals.ts'
import { findByCode } from '../readings/overview.ts'
import { readTicket, readVisitorTicket } from '../readings/tickets.ts'
import { execute, ticketOf } from './execute.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const atCounter: readonly Role[] = ['officer']
const staff: readonly Role[] = ['officer', 'information', 'agency-admin', 'supervisor', 'manager']

const instant = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text))

const worded =
  (call: Call) =>
  (answer: Answer): Reply => ({ json: { ticket: readTicket(call.stage.hall.told, ticketOf(answer), 'with-code') } })

/** A route whose whole work is one command on one ticket. */
function ticketCommand<S extends z.ZodType>(
  id: string,
  verb: string,
  summary: string,
  access: readonly Role[],
  body: S,
  refusals: readonly RefusalName[],
  command: (ticket: string, body: z.infer<S>) => Command,
): Operation {
  return operation({
    id,
    method: 'post',
    path: `/api/tickets/{id}/${verb}`,
    summary,
    access,
    body,
    answer: api.TicketAnswer,
    refusals,
    run: (call) => execute(call, command(call.params.id ?? '', call.body), worded(call)),
  })
}

const issueTicket = operation({
  id: 'issueTicket',
  method: 'post',
  path: '/api/tickets',
  summary: 'Takes a number for a service.',
  access: 'public',
  body: api.IssueBody,
  answer: api.TicketAnswer,
  status: 201,
  refusals: ['not-yet-open', 'closed-today', 'closed-now'],
  // R4.11: the category of a priority leaves no trace, not even in the hash that a receipt keeps.
  fingerprintOf: (body) => {
    const issued = body as z.infer<typeof api.IssueBody>
    return { ...issued, priority: issued.priority !== undefined }
  },
  run: (call) => {
    const { stage, body, doors } = call
    const { catalogue } = stage.hall.told
    if (body.kiosk !== undefined && !catalogue?.kiosks.has(body.kiosk)) return { outcome: { unknown: 'kiosk' } }
    const [firstKiosk] = catalogue?.kiosks.keys() ?? []
    const kiosk = body.kiosk ?? (body.delivery === 'print' ? (firstKiosk ?? null) : null)
    const lens = stage.lens()
    const isKnown = catalogue?.services.has(body.service) ?? false
    // The demo's kiosk needs no credential; the cookie of whoever else uses this browser does not speak for it.
    const isKiosk = kiosk !== null && (call.actor.role === 'visitor' || (doors.demo && body.kiosk !== undefined))
    return execute(
      isKiosk ? { ...call, actor: { role: 'kiosk', id: `kiosk:${kiosk}`, kiosk } } : call,
      {
        verb: 'issue',
        ...stage.newTicketCodes(),
        service: body.service,
        priority: body.priority !== undefined,
        english: body.locale === 'en',
        kiosk,
        delivery: body.delivery,
        refusal: isKnown ? lens.admission(body.service, lens.now) : null,
      },
      (answer) => ({ status: 201, json: { ticket: readTicket(stage.hall.told, ticketOf(answer), 'with-code') } }),
    )
  },
})

/** Whoever holds the public code (R2.4) is the visitor, whatever else this browser is signed in to. */
function byCode(call: Call, command: (ticket: string) => Command): Promise<Reply> | Reply {
  const ticket = findByCode(call.stage.hall.told, call.params.publicCode ?? '')
  if (!ticket) return { outcome: { unknown: 'ticket' } }
  if (ticket.day !== call.stage.hall.told.day)
    return { outcome: { refusal: { refused: 'other-day', next: { day: ticket.day } } } }
  const actor: Actor = { role: 'visitor', id: 'visitor' }
  return execute({ ...call, actor }, command(ticket.id), (answer) => ({
    json: { ticket: readVisitorTicket(call.stage.lens(), ticketOf(answer)) },
  }))
}

const acceptTicket = operation({
  id: 'acceptTicket',
  method: 'post',
  path: '/api/tickets/{publicCode}/accept',
  summary: 'The visitor has kept the number shown on a screen: it enters the line at the place of its reservation.',
  access: 'public',
  body: api.EmptyBody,
  answer: api.VisitorTicketAnswer,
  refusals: ['wrong-state', 'other-day'],
  run: (call) => byCode(call, (ticket) => ({ verb: 'deliver', ticket })),
})

const offerTicket = operation({
  id: 'offerTicket',
  method: 'post',
  path: '/api/tickets/{publicCode}/offer',
  summary: 'A screen still offers this reserved number, so it does not lapse yet.',
  access: 'public',
  body: api.EmptyBody,
  answer: api.VisitorTicketAnswer,
  refusals: ['wrong-state', 'other-day'],
  run: (call) => byCode(call, (ticket) => ({ verb: 'offer', ticket })),
})

const visitorAction = operation({
  id: 'visitorAction',
  method: 'post',
  path: '/api/tickets/{publicCode}/visitor',
  summary: 'What the visitor may do alone: cancel, "I am here", "on my way", "later".',
  access: 'public',
  body: api.VisitorBody,
  answer: api.VisitorTicketAnswer,
  refusals: ['wrong-state', 'already-deferred', 'other-day'],
  run: (call) => byCode(call, (ticket) => ({ verb: 'visitor', ticket, action: call.body.action })),
})

const getTicket: Operation = {
  id: 'getTicket',
  method: 'get',
  path: '/api/tickets/{publicCode}',
  summary: 'A number as its holder sees it: state, people before, estimate, who went first and why, where to go.',
  access: 'public',
  answer: api.VisitorTicketAnswer,
  run: (call) => {
    const ticket = findByCode(call.stage.hall.told, call.params.publicCode ?? '')
    return ticket
      ? { json: { ticket: readVisitorTicket(call.stage.lens(), ticket) } }
      : { outcome: { unknown: 'ticket' } }
  },
}

const finishService = operation({
  id: 'finishService',
  method: 'post',
  path: '/api/tickets/{id}/finish',
  summary: 'Ends the service; with `next` the following call is part of the same step.',
  access: atCounter,
  body: api.FinishBody,
  answer: api.FinishAnswer,
  refusals: ['wrong-state'],
  run: (call) => {
    const { hall } = call.stage
    return execute(
      call,
      {
        verb: 'finish',
        ticket: call.params.id ?? '',
        outcome: call.body?.outcome ?? null,
        next: call.body?.next ?? false,
      },
      (answer) => ({
        json: {
          ticket: readTicket(hall.told, ticketOf(answer), 'with-code'),
          ...(answer.next === undefined
            ? {}
            : {
                next: answer.next && {
                  ticket: readTicket(hall.told, answer.next.ticket, 'with-code'),
                  reason: {
                    rule: answer.next.reason.rule,
                    name: answer.next.reason.name,
                    overtook: answer.next.reason.overtook.length,
                  },
                },
              }),
        },
      }),
    )
  },
})

export const ticketOperations: readonly Operation[] = [
  issueTicket,
  getTicket,
  acceptTicket,
  offerTicket,
  visitorAction,
  finishService,
  ticketCommand(
    'recall',
    'recall',
    'Calls the same number again.',
    atCounter,
    api.EmptyBody,
    ['wrong-state', 'recall-too-soon', 'recall-limit'],
    (ticket) => ({ verb: 'recall', ticket }),
  ),
  ticketCommand(
    'startService',
    'start',
    'The visitor is at the counter.',
    atCounter,
    api.EmptyBody,
    ['wrong-state'],
    (ticket) => ({ verb: 'start', ticket }),
  ),
  ticketCommand(
    'holdTicket',
    'hold',
    'Sets the number aside: papers missing, payment, central system.',
    atCounter,
    api.HoldBody,
    ['wrong-state'],
    (ticket, body) => ({
      verb: 'hold',
      ticket,
      reason: body.reason,
      returnAt: instant(body.returnAt),
      keepUntil: instant(body.keepUntil),
    }),
  ),
  ticketCommand(
    'resumeTicket',
    'resume',
    'The visitor on hold is back at a free counter.',
    atCounter,
    api.ResumeBody,
    ['wrong-state', 'counter-closed', 'counter-busy', 'not-served-here'],
    (ticket, body) => ({
      verb: 'resume',
      ticket,
      counter: body?.counter ?? null,
    }),
  ),
  ticketCommand(
    'returnTicket',
    'return',
    'A held or missed visitor is back in line; a no-show too, with a reason, at its end.',
    staff,
    api.ReturnBody,
    ['wrong-state', 'reason-required'],
    (ticket, body) => ({ verb: 'return', ticket, ...(body?.reason ? { reason: body.reason } : {}) }),
  ),
  ticketCommand(
    'deliverTicket',
    'deliver',
    'Staff confirm that the visitor has the number: a reserved or void one enters the line at its old place.',
    ['officer', 'information', 'supervisor', 'manager'],
    api.EmptyBody,
    ['wrong-state'],
    (ticket) => ({ verb: 'deliver', ticket }),
  ),
  ticketCommand(
    'transferTicket',
    'transfer',
    'Sends the visitor to another service or counter; the number stays the same.',
    staff,
    api.TransferBody,
    ['wrong-state', 'reason-required'],
    (ticket, body) => ({
      verb: 'transfer',
      ticket,
      to: body.service === undefined ? { counter: body.counter ?? 0 } : { service: body.service },
      position: body.position ?? 'keep',
      returnHere: body.returnHere ?? false,
      reason: body.reason ?? null,
    }),
  ),
  ticketCommand(
    'missTicket',
    'miss',
    'Nobody came; the visitor may still return today.',
    atCounter,
    api.EmptyBody,
    ['wrong-state'],
    (ticket) => ({ verb: 'miss', ticket }),
  ),
  ticketCommand(
    'noShowTicket',
    'no-show',
    'A missed number ends for good.',
    atCounter,
    api.EmptyBody,
    ['wrong-state'],
    (ticket) => ({ verb: 'no-show', ticket }),
  ),
  ticketCommand(
    'requeueTicket',
    'requeue',
    'Takes the call back; the number returns to its old place.',
    staff,
    api.EmptyBody,
    ['wrong-state'],
    (ticket) => ({ verb: 'requeue', ticket }),
  ),
  ticketCommand(
    'cancelTicket',
    'cancel',
    'Ends the number.',
    staff,
    api.CancelBody,
    ['wrong-state'],
    (ticket, body) => ({ verb: 'cancel', ticket, reason: body?.reason ?? null }),
  ),
  ticketCommand(
    'addService',
    'services',
    'Adds a further service for the same visitor.',
    staff,
    api.AddServiceBody,
    ['ticket-ended'],
    (ticket, body) => ({ verb: 'add-service', ticket, service: body.service }),
  ),
  ticketCommand(
    'setPriority',
    'priority',
    'Marks or unmarks priority.',
    staff,
    api.PriorityBody,
    ['ticket-ended'],
    (ticket, body) => ({ verb: 'set-priority', ticket, priority: body.priority, reason: body.reason ?? null }),
  ),
  ticketCommand(
    'undo',
    'undo',
    'Takes back the own last action at the counter, within ten seconds.',
    atCounter,
    api.EmptyBody,
    ['nothing-to-undo', 'undo-too-late'],
    (ticket) => ({ verb: 'undo', ticket }),
  ),
]
