import { z } from 'zod'
import * as api from '../contract/api.ts'
import type { Answer } from '../contract/commands.ts'
import { readTicket } from '../readings/tickets.ts'
import { execute, ticketOf } from './execute.ts'
import { type Operation, operation } from './operation.ts'

/** What staff write in their own words about a ticket. */
export const remarkOperations: readonly Operation[] = [
  operation({
    id: 'addNote',
    method: 'post',
    path: '/api/tickets/{id}/notes',
    summary: 'A note that travels with the number to the next officer; kept beside the journal for 30 days.',
    access: ['officer', 'information', 'agency-admin', 'supervisor', 'manager'],
    keepsAnswer: true,
    body: z.strictObject({ text: api.plain(240) }),
    answer: api.TicketAnswer,
    status: 201,
    run: async (call) => {
      const { stage, actor, params, body } = call
      const allowed = await execute(call, { verb: 'note', ticket: params.id ?? '' }, (answer: Answer) => ({
        status: 201,
        json: { ticket: readTicket(stage.hall.told, ticketOf(answer), 'without-code') },
      }))
      if ('json' in allowed) await stage.remarks.addNote(body.text, params.id ?? '', actor.id)
      return allowed
    },
  }),
]
