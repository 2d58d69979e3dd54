import { z } from 'zod'
import { catalogueOfHall } from '../hall.ts'
import { type Operation, operation } from './operation.ts'

const atWork = ['officer', 'information', 'agency-admin', 'supervisor', 'manager'] as const

/** What only the training hall has: visitors who come when asked, and a new beginning. */
export const trainingOperations = (reset: () => Promise<void>): readonly Operation[] => [
  operation({
    id: 'bringVisitors',
    method: 'post',
    path: '/api/training/visitors',
    summary: 'Brings visitors of the training hall to a booth: each takes a number for one of its services.',
    access: atWork,
    body: z.strictObject({ booth: z.string().min(1).max(40), count: z.int().min(1).max(20) }),
    answer: z.object({ labels: z.array(z.string()) }),
    run: async ({ stage, body }) => {
      const catalogue = catalogueOfHall(stage.hall)
      if (!catalogue.booths.has(body.booth)) return { outcome: { unknown: 'booth' } }
      const services = catalogue.servicesOfBooth(body.booth)
      const labels: string[] = []
      for (let index = 0; index < body.count && services.length > 0; index++) {
        const outcome = await stage.hall.byHub({
          verb: 'issue',
          ...stage.newTicketCodes(),
          service: services[index % services.length]?.code ?? '',
          priority: index % 5 === 2,
          english: false,
          kiosk: null,
          delivery: 'none',
        })
        if ('answer' in outcome && outcome.answer.ticket) labels.push(outcome.answer.ticket.label)
      }
      return { json: { labels } }
    },
  }),
  operation({
    id: 'resetTraining',
    method: 'post',
    path: '/api/training/reset',
    summary: 'Empties the training hall; everybody signs in again.',
    access: atWork,
    body: z.strictObject({}).optional(),
    answer: z.object({}),
    run: () => {
      // The answer travels before its hall goes.
      setTimeout(() => void reset(), 100)
      return { json: {} }
    },
  }),
]
