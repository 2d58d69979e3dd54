import type { z } from 'zod'
import * as api from '../contract/api.ts'
import type { Answer, Command, CommandOf } from '../contract/commands.ts'
import type { Actor, Role } from '../contract/hall.ts'
import type { RefusalName } from '../contract/refusals.ts'
import { findByCode } from '../readings/overview.ts'
import { readTicket, readVisitorTicket } from '../readings/tickets.ts'
import { expectedWaits } from '../readings/waits.ts'
import { execute, ticketOf } from './execute.ts'
import { issueTicket } from './issue-operations.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const atCounter: readonly Role[] = ['officer']
const staff: readonly Role[] = ['officer', 'information', 'agency-admin', 'supervisor', 'manager']

const instant = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text))

const targetOf = ({ service, booth, counter }: z.infer<typeof api.TransferBody>): CommandOf<'transfer'>['to'] => {
  if (service !== undefined) return { service }
  return booth === undefined ? { counter: counter ?? 0 } : { booth }
}

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
  refusals: ['wrong-state', 'other-day', 'day-closed'],
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
  refusals: ['wrong-state', 'outcome-required', 'unknown-outcome'],
  run: (call) => {
    const { hall } = call.stage
    const waits = expectedWaits(call.stage.lens(), call.params.id ?? '')
    return execute(
      call,
      {
        verb: 'finish',
        ticket: call.params.id ?? '',
        outcome: call.body?.outcome ?? null,
        next: call.body?.next ?? false,
        ...(waits ? { waits } : {}),
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
    ['wrong-state', 'recall-too-soon', 'recall-limit', 'building-paused'],
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
      ...(body.missing ? { missing: body.missing } : {}),
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
    ['wrong-state', 'reason-required', 'day-closed'],
    (ticket, body) => ({ verb: 'return', ticket, ...(body?.reason ? { reason: body.reason } : {}) }),
  ),
  ticketCommand(
    'deliverTicket',
    'deliver',
    'Staff confirm that the visitor has the number: a reserved or void one enters the line at its old place.',
    ['officer', 'information', 'supervisor', 'manager'],
    api.EmptyBody,
    ['wrong-state', 'day-closed'],
    (ticket) => ({ verb: 'deliver', ticket }),
  ),
  ticketCommand(
    'transferTicket',
    'transfer',
    'Sends the visitor to another service, booth or counter; the number stays the same.',
    staff,
    api.TransferBody,
    ['wrong-state', 'reason-required'],
    (ticket, body) => ({
      verb: 'transfer',
      ticket,
      to: targetOf(body),
      position: body.position ?? 'keep',
      returnHere: body.returnHere ?? false,
      reason: body.reason ?? null,
    }),
  ),
  ticketCommand(
    'handOver',
    'hand-over',
    'A colleague goes on with the visitor, called or in service: at another open, free counter.',
    staff,
    api.HandOverBody,
    ['wrong-state', 'counter-closed', 'counter-busy', 'not-served-here'],
    (ticket, body) => ({ verb: 'hand-over', ticket, counter: body.counter }),
  ),
  ticketCommand(
    'reopenTicket',
    'reopen',
    'Takes a wrong finish back, the same day and with a reason: the visitor is called again where they were served.',
    ['supervisor', 'manager'],
    api.ReopenBody,
    ['wrong-state', 'day-closed'],
    (ticket, body) => ({ verb: 'reopen', ticket, reason: body.reason }),
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
