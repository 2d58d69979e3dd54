import type { VisitorTicketWire } from '../server/contract/api.ts'
import { TicketNumber } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import { numberSize } from './number-size.ts'
import { counterText } from './where-text.ts'

/** The call: the number and where to go, on the field of the number itself. */
export function Turn({ ticket, timeZone }: { ticket: VisitorTicketWire; timeZone: string }) {
  const messages = useMessages<VisitorKey>()
  const { t, pick } = messages
  const { where } = ticket
  const counter = counterText(where, messages)
  return (
    <section className="turn" role="alert">
      <h1>{t('turn.title')}</h1>
      <p className="turn-number" style={{ fontSize: numberSize(ticket.label, 124, 6.1) }}>
        <TicketNumber label={ticket.label} />
      </p>
      <div className="goal">
        <p className="goal-sign">
          <small>{t('place.booth')}</small> <b>{where.sign}</b>
        </p>
        <p className="goal-place">
          {counter && t('place.floor', { level: where.floor })}{' '}
          <b>{counter ?? t('place.floor', { level: where.floor })}</b>
        </p>
        <p className="goal-for">
          {where.agency}. {pick(ticket.serviceName)}.
        </p>
      </div>
      {ticket.calledAt && (
        <p className="turn-note">
          {ticket.calls > 1 && `${t('turn.call', { n: ticket.calls })}. `}
          {t('turn.called', { time: timeText(ticket.calledAt, timeZone) })}
        </p>
      )}
    </section>
  )
}
