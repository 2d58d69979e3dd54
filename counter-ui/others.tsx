import type { CounterSnapshot } from '../server/contract/live.ts'
import type { Live } from '../ui-kit/live.ts'
import { TicketNumber } from '../ui-kit/number.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { counterName } from './counter-name.ts'
import { Elapsed } from './elapsed.tsx'
import type { CounterKey } from './messages.ts'

/** What the other counters of the booth are at. */
export function Others({ others, live }: { others: CounterSnapshot['others']; live: Live<CounterSnapshot> }) {
  const { t } = useMessages<CounterKey>()
  // The place stays, so that the field has one height in every booth.
  if (others.length === 0) return <div className="others" />
  return (
    <ul className="others" aria-label={t('others.label')}>
      {others.map(({ number, label, state, ticket }) => (
        <li key={number}>
          <b>{counterName(label, number, t)}</b>
          {ticket ? (
            <>
              <TicketNumber label={ticket.label} />
              <Elapsed live={live} since={ticket.since} />
            </>
          ) : (
            <Status state={state === 'open' ? 'waiting' : state}>
              {state === 'open' ? t('others.free') : undefined}
            </Status>
          )}
        </li>
      ))}
    </ul>
  )
}
