import { useCallback } from 'react'
import type { CounterSnapshot, LegStep, LineRow } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { reasonText } from './reasons.ts'
import { nextPlaces, type Stage, waitedMinutes } from './stage.ts'

interface Props {
  stage: Stage
  snapshot: CounterSnapshot
  live: { hallNow(): number }
}

/** The number, what it is for, and what the officer should know about it. */
export function FieldMiddle({ stage, snapshot, live }: Props) {
  const { pick } = useMessages<CounterKey>()
  const { ticket } = snapshot
  if (ticket) {
    const queuedAt = Date.parse(ticket.queuedAt ?? ticket.takenAt)
    const calledAt = ticket.calledAt ? Date.parse(ticket.calledAt) : null
    return (
      <div className="field-number">
        <TicketNumber label={ticket.label} />
        <p className="field-service">{pick(ticket.serviceName)}</p>
        <ul className="field-facts">
          <Waited since={queuedAt} until={calledAt} live={live} />
          {ticket.priority && <Priority />}
          <Marks row={ticket} timeZone={snapshot.site.timeZone} />
          {ticket.state === 'called' && ticket.onMyWay && <Fact icon="person-walk" word="field.on-my-way" />}
          {ticket.state === 'called' && <Spoken spoken={ticket.spoken} />}
        </ul>
        <Legs steps={ticket.steps} />
        <Notes notes={ticket.notes} />
      </div>
    )
  }
  if (stage.field === 'next' && stage.next) {
    const { label, serviceName, since, priority, returned } = stage.next
    return (
      <div className="field-number">
        <TicketNumber label={label} />
        <p className="field-service">{pick(serviceName)}</p>
        <ul className="field-facts">
          <Waited since={since} until={null} live={live} />
          <Marks row={stage.next} timeZone={snapshot.site.timeZone} />
          {returned && <Fact icon="clock-counter-clockwise" word="field.returned" />}
          {priority ? <Priority /> : !returned && <Fact icon="scales" word="field.regular" />}
        </ul>
      </div>
    )
  }
  return <Rest stage={stage} snapshot={snapshot} />
}

/** Nobody in the field: why, and what would bring somebody. */
function Rest({ stage, snapshot }: { stage: Stage; snapshot: CounterSnapshot }) {
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const { counter, waiting, site } = snapshot
  return (
    <div className="field-rest">
      {stage.field === 'break' && counter.pause && (
        <p className="field-rest-word">
          {counter.pause.until !== null &&
            t('field.break-until', { time: timeText(counter.pause.until, site.timeZone) })}
          <span>{reasonText(counter.pause.reason, messages)}</span>
        </p>
      )}
      {stage.field === 'closed' && <p className="field-rest-word">{t('field.closed-hint')}</p>}
      {stage.field === 'idle' && <p className="field-rest-word">{t('field.idle-hint')}</p>}
      {waiting.length > 0 && <p className="field-service">{t('field.waiting', { n: waiting.length })}</p>}
    </div>
  )
}

function Waited({ since, until, live }: { since: number; until: number | null; live: { hallNow(): number } }) {
  const { t } = useMessages<CounterKey>()
  const read = useCallback((now: number) => waitedMinutes(since, until ?? now), [since, until])
  const minutes = useHallReading(live.hallNow, read)
  return (
    <li>
      <Icon name="clock" />
      {t('field.waited', { n: minutes })}
    </li>
  )
}

function Priority() {
  const { t } = useMessages<CounterKey>()
  return (
    <li>
      <StatusShape state="priority" />
      {t('status.priority')}
    </li>
  )
}

function Fact({ icon, word }: { icon: Parameters<typeof Icon>[0]['name']; word: CounterKey }) {
  const { t } = useMessages<CounterKey>()
  return (
    <li>
      <Icon name={icon} />
      {t(word)}
    </li>
  )
}

/** What the number stands for, when that is not one application of somebody who came by. */
function Marks({ row, timeZone }: { row: Pick<LineRow, 'items' | 'bookedAt' | 'paper'>; timeZone: string }) {
  const { t } = useMessages<CounterKey>()
  const { items, bookedAt, paper } = row
  return (
    <>
      {items > 1 && (
        <li>
          <Icon name="squares-four" />
          {t('field.items', { n: items })}
        </li>
      )}
      {bookedAt !== null && (
        <li>
          <Icon name="calendar" />
          {t('field.booked', { time: timeText(bookedAt, timeZone) })}
        </li>
      )}
      {paper && <Fact icon="receipt" word="field.paper" />}
    </>
  )
}

/** §3: which step of the visit this is, and where it goes on. */
function Legs({ steps }: { steps: readonly LegStep[] }) {
  const { t, pick } = useMessages<CounterKey>()
  if (steps.length < 2) return null
  const next = nextPlaces(steps).map(({ sign, serviceName }) => t('field.place', { sign, service: pick(serviceName) }))
  return (
    <p className="field-legs">
      <Icon name="signpost" />
      <b>{t('field.leg', { n: steps.findIndex(({ present }) => present) + 1, of: steps.length })}</b>
      {next.length > 0 && <span>{t('field.leg-next', { place: next.join(t('field.leg-or')) })}</span>}
    </p>
  )
}

type Ticket = NonNullable<CounterSnapshot['ticket']>

/** What became of the spoken call; nothing where no loudspeaker was asked. */
function Spoken({ spoken }: { spoken: Ticket['spoken'] }) {
  if (spoken === 'none') return null
  return <Fact icon={spokenIcons[spoken]} word={`spoken.${spoken}`} />
}
const spokenIcons = { spoken: 'check-circle-fill', waiting: 'clock', screen: 'television', failed: 'x-circle' } as const

function Notes({ notes }: { notes: readonly string[] }) {
  const messages = useMessages<CounterKey>()
  if (notes.length === 0) return null
  return (
    <div className="field-notes">
      <h3>{messages.t('needs.notes')}</h3>
      <ul>
        {[...new Set(notes)].map((note) => (
          <li key={note}>{reasonText(note, messages)}</li>
        ))}
      </ul>
    </div>
  )
}
