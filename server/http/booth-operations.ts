import { BoothTicketsAnswer } from '../contract/booth-tickets.ts'
import type { Role } from '../contract/hall.ts'
import { readBoothTickets } from '../readings/booth-tickets.ts'
import type { Operation } from './operation.ts'

const acting: readonly Role[] = ['agency-admin', 'supervisor', 'manager']
const reopening: readonly Role[] = ['supervisor', 'manager']

/** A booth as those see it who look after it. */
export const boothOperations: readonly Operation[] = [
  {
    id: 'listBoothTickets',
    method: 'get',
    path: '/api/booths/{code}/tickets',
    summary:
      'A booth’s counters, and its numbers: in line, in hand, held, missed, absent, the last done. An agency: its own.',
    access: [...acting, 'auditor'],
    answer: BoothTicketsAnswer,
    run: ({ stage, params, actor }) => {
      const { role, agency } = actor
      const may = { act: acting.includes(role), reopen: reopening.includes(role) }
      const code = params.code ?? ''
      const told = readBoothTickets(stage.lens(), code, may, actor)
      if (!told) return { outcome: { unknown: 'booth' } }
      const isOwn = role !== 'agency-admin' || stage.hall.told.catalogue?.booths.get(code)?.agency === agency
      return isOwn ? { json: told } : { outcome: { forbidden: true } }
    },
  },
]
