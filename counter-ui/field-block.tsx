import { useEffect, useRef, useState } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import type { Live, LiveState } from '../ui-kit/live.ts'
import { labelText } from '../ui-kit/number.tsx'
import { StatusShape, type StatusState } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ActionGrid } from './action-grid.tsx'
import { Automatic, PlannedBreak } from './by-itself.tsx'
import { Checklist } from './checklist.tsx'
import { Elapsed } from './elapsed.tsx'
import { FieldMiddle } from './field-middle.tsx'
import type { CounterKey } from './messages.ts'
import { Pace } from './pace.tsx'
import type { ActionName, Field, Stage } from './stage.ts'
import { UndoButton } from './undo-button.tsx'

interface Props {
  stage: Stage
  snapshot: CounterSnapshot
  live: Live<CounterSnapshot>
  state: LiveState<CounterSnapshot>
  busy: boolean
  onAct: (name: ActionName) => void
}

const shapes: Record<Field, StatusState> = {
  closed: 'closed',
  break: 'break',
  idle: 'waiting',
  next: 'waiting',
  calling: 'called',
  serving: 'serving',
}

/** White: who is next. Yellow: who is being called. Indigo: who is being served. Only the field changes, nothing moves. */
export function FieldBlock({ stage, snapshot, live, state, busy, onAct }: Props) {
  const { t } = useMessages<CounterKey>()
  const { ticket, counter } = snapshot
  const { field, label } = stage
  const block = useRef<HTMLElement>(null)
  const freeSince = useFreeSince(snapshot, live)

  // A button that went away takes the focus with it; the field keeps it, so that the keys go on working from here.
  useEffect(() => {
    const within = block.current?.contains(document.activeElement) || document.activeElement === document.body
    if (within && field && label !== undefined) block.current?.focus({ preventScroll: true })
  }, [field, label])

  const title = t(`field.${field}`, { n: ticket?.calls ?? 0 })
  return (
    <section ref={block} className={`field field-${field}`} tabIndex={-1} aria-labelledby="field-title">
      <div className="field-head">
        <h2 id="field-title">
          <StatusShape state={shapes[field]} />
          {title}
        </h2>
        {counter.pending && (
          <p className="field-pending">
            <StatusShape state={counter.pending} />
            {t(`head.after-${counter.pending}`)}
          </p>
        )}
        <Automatic automatic={snapshot.automatic} live={live} />
        {!counter.pending && <PlannedBreak snapshot={snapshot} live={live} />}
        {field !== 'calling' && <UndoButton undo={snapshot.undo} live={live} state={state} onAct={onAct} small />}
        <p className="field-time">
          {ticket ? (
            <>
              <Elapsed live={live} since={ticket.since} />
              {field === 'serving' && counter.serviceMs !== null && (
                <small>{t('field.usual', { n: Math.max(1, Math.round(counter.serviceMs / 60_000)) })}</small>
              )}
            </>
          ) : (
            freeSince !== null &&
            counter.state === 'open' && (
              <>
                <small>{t('field.free-for')}</small>
                <Elapsed live={live} since={freeSince} />
              </>
            )
          )}
        </p>
      </div>
      <Pace snapshot={snapshot} live={live} />
      <div className="field-middle">
        <FieldMiddle stage={stage} snapshot={snapshot} live={live} />
        {ticket && <Checklist key={ticket.id} ticket={ticket} />}
      </div>
      <ActionGrid stage={stage} snapshot={snapshot} live={live} state={state} busy={busy} onAct={onAct} />
      <p className="k-sr" role="status">
        {label ? `${title}: ${labelText(label)}` : title}
      </p>
    </section>
  )
}

/** When this screen saw the counter become free; null when that was before it was opened. */
function useFreeSince({ ticket }: CounterSnapshot, live: Live<CounterSnapshot>): number | null {
  const [since, setSince] = useState<number | null>(null)
  const before = useRef(ticket)
  useEffect(() => {
    if (before.current && !ticket) setSince(live.hallNow())
    if (ticket) setSince(null)
    before.current = ticket
  }, [ticket, live])
  return since
}
