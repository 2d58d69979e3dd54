import { type ReactNode, useId, useState } from 'react'
import type { BoothCounterWire, BoothTicketWire } from '../../server/contract/booth-tickets.ts'
import { Button } from '../../ui-kit/button.tsx'
import { labelText, TicketNumber } from '../../ui-kit/number.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { counterText } from '../counter-text.ts'
import { AskedForm, type Reason, ReasonField } from './asked-form.tsx'
import { useBoothWords } from './messages.ts'
import { useBoothDoing } from './use-booth.ts'

type ListName = 'waiting' | 'held' | 'missed' | 'no-show' | 'done'
type Props = { name: ListName; tickets: readonly BoothTicketWire[]; counters: readonly BoothCounterWire[] }

/** The numbers of a booth in one state. */
export function TicketList({ name, tickets, counters }: Props) {
  const { t } = useBoothWords()
  const rows = tickets.filter(({ state }) => state === name)
  const heading = useId()
  const List = name === 'waiting' ? 'ol' : 'ul'
  return (
    <section className="booth-list" aria-labelledby={heading}>
      <h3 id={heading}>
        {t(`list.${name}`)} <small>{rows.length}</small>
      </h3>
      {rows.length === 0 ? (
        <p className="booth-none">{t('list.none')}</p>
      ) : (
        <List>
          {rows.map((ticket) => (
            <Row key={ticket.id} ticket={ticket} counters={counters} />
          ))}
        </List>
      )}
    </section>
  )
}

function Row({ ticket, counters }: { ticket: BoothTicketWire } & Pick<Props, 'counters'>) {
  const words = useBoothWords()
  const { t, pick } = words
  const { timeZone, may } = useBoothDoing()
  const counter = counters.find(({ number }) => number === ticket.counter)
  const where = counter && counterText(counter, words)
  const about = where && (ticket.state === 'waiting' ? t('row.returns', { counter: where }) : where)
  return (
    <li>
      <TicketNumber label={ticket.label} />
      <time dateTime={ticket.since}>{timeText(ticket.since, timeZone)}</time>
      <span className="booth-about">
        {pick(ticket.serviceName)} {about && <b>{about}</b>}
      </span>
      {ticket.reopens && may.reopen && <Reopening ticket={ticket} />}
      {ticket.state === 'no-show' && may.act && <Restoring ticket={ticket} />}
    </li>
  )
}

const reopenReasons: readonly Reason[] = ['wrong-finish', 'other']
const restoreReasons: readonly Reason[] = ['came-back', 'official-error', 'other']

/** R5.6: a finish that was wrong. */
function Reopening({ ticket: { id, label: recorded } }: { ticket: BoothTicketWire }) {
  const { t } = useBoothWords()
  const label = labelText(recorded)
  return (
    <WithReason
      act={t('row.reopen')}
      title={t('reopen.title', { label })}
      path={`/api/tickets/${id}/reopen`}
      among={reopenReasons}
      said={t('said.reopened', { label })}
    >
      {t('reopen.about')}
    </WithReason>
  )
}

/** R3.22: somebody who was given up as absent. */
function Restoring({ ticket: { id, label: recorded } }: { ticket: BoothTicketWire }) {
  const { t } = useBoothWords()
  const label = labelText(recorded)
  return (
    <WithReason
      act={t('row.restore')}
      title={t('restore.title', { label })}
      path={`/api/tickets/${id}/return`}
      among={restoreReasons}
      said={t('said.restored', { label })}
    >
      {t('restore.about')}
    </WithReason>
  )
}

interface ReasonedProps {
  act: string
  title: string
  path: string
  among: readonly Reason[]
  said: string
  children: ReactNode
}

/** A button that asks for a reason before it acts. */
function WithReason({ act: words, title, path, among, said, children }: ReasonedProps) {
  const { act } = useBoothDoing()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState<Reason>(among[0] ?? 'other')
  const shut = () => setAsked(false)
  const go = async () => {
    if (await act(path, { reason }, said)) shut()
  }
  if (!isAsked)
    return (
      <Button aria-label={title} onClick={() => setAsked(true)}>
        {words}
      </Button>
    )
  return (
    <AskedForm title={title} submit={words} onSubmit={() => void go()} onClose={shut}>
      <p>{children}</p>
      <ReasonField among={among} value={reason} onChange={setReason} />
    </AskedForm>
  )
}
