import type { CommandOf } from '../contract/commands.ts'
import { type Decision, type Moment, refuse } from './decision.ts'
import type { Hall } from './hall.ts'
import { labelOf, newTicket } from './issuing.ts'
import { dayClosed } from './may-issue.ts'
import { catalogueOf } from './next.ts'
import { instantOf } from './zone-time.ts'

/**
 * A pre-printed or hand-written number, given while kiosks failed: it stands where it was taken, among all others, and its
 * series skips it. It was given already, so R6.1 is not asked. A time outside of the day so far is set to its edge.
 */
export function enterPaper(hall: Hall, command: CommandOf<'enter-paper'>, moment: Moment): Decision {
  const catalogue = catalogueOf(hall)
  const { service, number } = command
  if (!catalogue.services.has(service)) return { unknown: 'service' }
  const closed = dayClosed(hall, service, moment.at)
  if (closed) return { refusal: closed }
  const prefix = catalogue.prefixOf(service)
  if (isTaken(hall, prefix, number)) return refuse('number-taken', { label: labelOf(prefix, number) })
  const begin = hall.day === null ? 0 : instantOf(hall.day, '00:00', catalogue.site.site.timeZone)
  const takenAt = Math.min(Math.max(command.takenAt, begin), moment.at)
  const times = { takenAt, queuedAt: takenAt, placeAt: takenAt }
  const ticket = newTicket(hall, { ...command, ...times, marks: { paper: true } }, moment)
  return { events: [{ type: 'issued', tickets: [ticket] }], answer: { ticket } }
}

/** R2.2: unique in its series today. */
function isTaken(hall: Hall, prefix: string, number: number): boolean {
  if (hall.papers.get(prefix)?.has(number)) return true
  if (number > (hall.series.get(prefix) ?? 0)) return false
  for (const ticket of hall.tickets.values()) if (ticket.prefix === prefix && ticket.number === number) return true
  return false
}
