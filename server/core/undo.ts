import type { CommandOf } from '../contract/commands.ts'
import { otherCounterOf } from './counters.ts'
import { type Decision, type Moment, refuse } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'

/** R5.6: the last command of this person at a counter is taken back whole, and what the hub did because of it too. */
export function undo(hall: Hall, command: CommandOf<'undo'>, moment: Moment): Decision {
  if (!hall.tickets.has(command.ticket)) return { unknown: 'ticket' }
  const undoable = [...hall.undoables.values()].find((one) => one.tickets.has(command.ticket))
  if (!undoable || undoable.actor !== moment.actor.id) return refuse('nothing-to-undo')
  const ageMs = moment.at - undoable.at
  const limitSeconds = catalogueOf(hall).site.site.rules.undoSeconds
  if (ageMs > limitSeconds * 1000) return refuse('undo-too-late', { seconds: limitSeconds })
  const tickets = [...undoable.tickets.values()]
  const counters = [...undoable.counters.values()]
  for (const { officer, number } of counters) {
    const elsewhere = otherCounterOf(hall, officer, number)
    if (elsewhere) return refuse('officer-elsewhere', { counter: elsewhere.number })
  }
  return {
    events: [{ type: 'undone', tickets, counters, undid: undoable.seq }],
    answer: { ticket: undoable.tickets.get(command.ticket) ?? (tickets[0] as (typeof tickets)[number]) },
  }
}
