import type { z } from 'zod'
import * as api from '../contract/api.ts'
import { readTicket } from '../readings/tickets.ts'
import { speakerAt } from './at-kiosk.ts'
import { execute, ticketOf } from './execute.ts'
import { operation } from './operation.ts'

type Body = z.infer<typeof api.IssueBody>

export const issueTicket = operation({
  id: 'issueTicket',
  method: 'post',
  path: '/api/tickets',
  summary: 'Takes a number for a service, when one may be issued now (R6.1); staff may override most refusals.',
  access: 'public',
  body: api.IssueBody,
  answer: api.TicketAnswer,
  status: 201,
  refusals: [
    'not-yet-open',
    'building-paused',
    'day-closed',
    'closed-today',
    'closed-now',
    'cut-off',
    'quota-full',
    'system-down',
    'already-holding',
    'closing-soon',
    'override-refused',
  ],
  // R4.11: the category of a priority leaves no trace, not even in the hash that a receipt keeps.
  fingerprintOf: (body) => ({ ...(body as Body), priority: (body as Body).priority !== undefined }),
  run: (call) => {
    const { stage, body } = call
    const { catalogue } = stage.hall.told
    const speaker = speakerAt(call)
    if (!('actor' in speaker)) return speaker
    const { kiosk, actor } = speaker
    const asking = {
      service: body.service,
      priority: body.priority !== undefined,
      items: body.items ?? 1,
      visitor: stage.visitorMark(body.visitor),
    }
    const isKnown = catalogue?.services.has(body.service) ?? false
    return execute(
      { ...call, actor },
      {
        verb: 'issue',
        ...stage.newTicketCodes(),
        ...asking,
        ...(isKnown ? stage.lens().terms(asking) : {}),
        ...(body.journey === undefined ? {} : { journey: body.journey }),
        override: body.override ?? null,
        english: body.locale === 'en',
        kiosk,
        delivery: body.delivery,
      },
      (answer) => ({ status: 201, json: { ticket: readTicket(stage.hall.told, ticketOf(answer), 'with-code') } }),
    )
  },
})
