import type { HallEvent } from '../contract/hall.ts'
import { emptyHall, evolve, type Hall } from '../core/hall.ts'
import { currentLeg } from '../core/ticket.ts'

/**
 * What must hold whatever people do: R2.2 no label twice and no gap in a series, R5.1 no number at two counters, a
 * counter and its visitor know of each other, R8.3 the journal read again gives this very hall.
 * @returns one sentence for each thing that does not hold
 */
export function findBreaches(events: readonly HallEvent[], hall: Hall): string[] {
  const breaches: string[] = []
  const replayed = emptyHall()
  const labels = new Map<string, string>()
  for (const event of events) {
    if (event.seq !== replayed.lastSeq + 1 && replayed.lastSeq > 0)
      breaches.push(`journal number ${event.seq} follows ${replayed.lastSeq}`)
    evolve(replayed, event)
    if (event.type === 'day-opened') labels.clear()
    if (event.type === 'issued') {
      const [ticket] = event.tickets ?? []
      if (!ticket) continue
      if (labels.has(ticket.label)) breaches.push(`${ticket.label} was issued twice`)
      if (ticket.number > 1 && !labels.has(labelBefore(ticket.label, ticket.number)))
        breaches.push(`the number before ${ticket.label} is missing`)
      labels.set(ticket.label, ticket.id)
    }
    breaches.push(...handBreaches(replayed, event.seq))
  }
  if (outline(replayed) !== outline(hall)) breaches.push('the journal read again gives another hall')
  return breaches
}

const labelBefore = (label: string, number: number): string => {
  const prefix = label.slice(0, label.indexOf('-'))
  return `${prefix}-${String(number - 1).padStart(3, '0')}`
}

function handBreaches(hall: Hall, seq: number): string[] {
  const breaches: string[] = []
  const held = new Map<string, number>()
  for (const { number, ticket: id } of hall.counters.values()) {
    if (id === null) continue
    const other = held.get(id)
    if (other !== undefined) breaches.push(`at ${seq} counters ${other} and ${number} have the same number`)
    held.set(id, number)
    const ticket = hall.tickets.get(id)
    const leg = ticket && currentLeg(ticket)
    const isHere = leg?.counter === number && (leg.state === 'called' || leg.state === 'serving')
    if (!isHere) breaches.push(`at ${seq} counter ${number} has a number that is not there`)
  }
  return breaches
}

/** Everything of a hall that the rules read, as text that is equal when the halls are. */
const outline = (hall: Hall): string =>
  JSON.stringify([
    hall.day,
    hall.lastSeq,
    hall.lastPlaceAt,
    [...hall.tickets],
    [...hall.counters].sort(([a], [b]) => a - b),
    [...hall.lines].map(([service, line]) => [service, line.regular.map(placeOf), line.priority.map(placeOf)]).sort(),
    [...hall.series].sort(),
    [...hall.papers].map(([prefix, numbers]) => [prefix, [...numbers]]).sort(),
    [...hall.tally].sort(),
    hall.calls,
  ])

const placeOf = ({ ticket, placeAt, placeSeq }: { ticket: { id: string }; placeAt: number; placeSeq: number }) => [
  ticket.id,
  placeAt,
  placeSeq,
]
