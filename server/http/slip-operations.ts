import { PreviewSlipBody, SlipPreviewAnswer } from '../contract/site-slip.ts'
import { catalogueOfHall } from '../hall.ts'
import { logoMistake } from '../site/slip-checks.ts'
import { problem } from './answers.ts'
import { type Operation, operation } from './operation.ts'

/** How slips look, before anybody saves it. */
export const slipOperations: readonly Operation[] = [
  operation({
    id: 'previewSlip',
    method: 'post',
    path: '/api/slips/preview',
    summary:
      'The picture of a slip by a template that is not saved yet, made from the very bytes a printer would get; an agency draws its own.',
    access: ['agency-admin', 'manager'],
    body: PreviewSlipBody,
    answer: SlipPreviewAnswer,
    run: async ({ stage, body, actor }) => {
      const { agency, slip, kind } = body
      // The day in figures is of the whole building.
      const isTheirs = agency === actor.agency && kind !== 'summary'
      if (actor.role === 'agency-admin' && !isTheirs) return { outcome: { forbidden: true } }
      if (agency !== undefined && !catalogueOfHall(stage.hall).agencies.has(agency))
        return { answered: problem(400, 'bad-input', [{ path: 'agency', message: 'there is no such agency' }]) }
      const message = slip?.logo === undefined ? null : logoMistake(slip.logo)
      if (message) {
        const field = { path: 'slip.logo', message: message.en, text: message }
        return { answered: problem(400, 'bad-input', [field]) }
      }
      return { json: await stage.previewSlip(body) }
    },
  }),
]
