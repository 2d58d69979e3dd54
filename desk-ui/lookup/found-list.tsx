import type { DeskTicketsAnswer, DeskTicketWire } from '../../server/contract/desk.ts'
import { TicketNumber } from '../../ui-kit/number.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'
import { TicketState } from './ticket-state.tsx'

interface Props {
  found: DeskTicketsAnswer
  chosen: string | null
  onChoose: (ticket: DeskTicketWire) => void
}

/** The numbers that fit, each a button: which service, where it stands, when it was taken. */
export function FoundList({ found, chosen, onChoose }: Props) {
  const { t, pick } = useMessages<DeskKey>()
  const { hall } = useDesk()
  return (
    <>
      <p className="found-count" role="status">
        {t(found.more ? 'found.more' : 'found.count', { n: found.tickets.length })}
      </p>
      <ul className="found">
        {found.tickets.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              aria-pressed={ticket.id === chosen}
              className="found-row"
              onClick={() => onChoose(ticket)}
            >
              <TicketNumber label={ticket.label} />
              <span className="found-words">
                <b>{pick(ticket.serviceName)}</b>
                <TicketState state={ticket.state} />
              </span>
              <time>{timeText(ticket.takenAt, hall.site.timeZone)}</time>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
