import { useState } from 'react'
import type { BoothCounterWire } from '../../server/contract/booth-tickets.ts'
import { Button } from '../../ui-kit/button.tsx'
import { labelText, TicketNumber } from '../../ui-kit/number.tsx'
import { Status, StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { counterText } from '../counter-text.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { useBoothWords } from './messages.ts'
import { BreakForm, CloseForm } from './stop-form.tsx'
import { useBoothDoing } from './use-booth.ts'
import { useStopping } from './use-stopping.ts'

type Asked = { form: 'break' | 'hand-over' } | { form: 'close'; waiting: number | null } | null
type Props = { counter: BoothCounterWire; all: readonly BoothCounterWire[] }

/** One counter: its state, its officer, whom it has; and what somebody who looks after it may do. */
export function CounterRow({ counter, all }: Props) {
  const words = useBoothWords()
  const { t } = words
  const { may, timeZone } = useBoothDoing()
  const [asked, setAsked] = useState<Asked>(null)
  const { ticket } = counter
  const shut = () => setAsked(null)
  return (
    <li className="booth-counter">
      <h3>{counterText(counter, words)}</h3>
      <p className="booth-state">
        <CounterState counter={counter} />
        <Officer counter={counter} />
      </p>
      <p className="booth-hand">
        {ticket ? (
          <>
            <TicketNumber label={ticket.label} />
            <span>{t(`ticket.${ticket.state}`, { time: timeText(ticket.since, timeZone) })}</span>
          </>
        ) : (
          counter.state === 'open' && t('ticket.none')
        )}
      </p>
      {may.act && <Acts counter={counter} onAsk={setAsked} />}
      {asked?.form === 'break' && <BreakForm counter={counter} onClose={shut} />}
      {asked?.form === 'close' && <CloseForm counter={counter} waiting={asked.waiting} onClose={shut} />}
      {asked?.form === 'hand-over' && ticket && (
        <HandOverForm
          ticket={ticket}
          to={all.filter(({ number }) => counter.takeOver.includes(number))}
          onClose={shut}
        />
      )}
    </li>
  )
}

function CounterState({ counter: { state, pause, pending } }: Pick<Props, 'counter'>) {
  const { t, pick } = useBoothWords()
  const { timeZone } = useBoothDoing()
  const back = pause?.until ? `, ${t('break.back', { time: timeText(pause.until, timeZone) })}` : ''
  return (
    <>
      <Status state={state}>
        {state === 'break' && pause ? t('break.why', { reason: pick(pause.reason) }) + back : t(`status.${state}`)}
      </Status>
      {pending && <Status state={pending}>{t(`pending.${pending}`)}</Status>}
    </>
  )
}

function Officer({ counter: { officer } }: Pick<Props, 'counter'>) {
  const { t } = useBoothWords()
  const { timeZone } = useBoothDoing()
  if (!officer) return <span>{t('officer.none')}</span>
  const isMissing = officer.state === 'absent' || officer.state === 'left'
  return (
    <span className={isMissing ? 'booth-missing' : undefined}>
      {isMissing && <StatusShape state="action" />}
      {t(`officer.${officer.state}`, { time: officer.since === null ? '' : timeText(officer.since, timeZone) })}
    </span>
  )
}

/** Buttons of one counter; each is told apart by its counter for those who listen. */
function Acts({ counter, onAsk }: Pick<Props, 'counter'> & { onAsk: (asked: Asked) => void }) {
  const words = useBoothWords()
  const { t } = words
  const { act, busy } = useBoothDoing()
  const { close } = useStopping(counter)
  const { state, pending, ticket, number, takeOver } = counter
  const name = counterText(counter, words)
  const label = (words: string) => t('act.at', { act: words, counter: name })
  const shut = async () => {
    if (ticket) return onAsk({ form: 'close', waiting: null })
    const ended = await close({ confirm: false, force: false })
    if (typeof ended === 'object') onAsk({ form: 'close', ...ended })
  }
  const open = pending ? t('act.go-on') : t(state === 'break' ? 'act.end-break' : 'act.open')
  const requeue = () =>
    ticket && act(`/api/tickets/${ticket.id}/requeue`, {}, t('said.requeued', { label: labelText(ticket.label) }))
  return (
    <p className="booth-acts">
      {ticket?.state === 'called' && (
        <Button disabled={busy} aria-label={label(t('act.requeue'))} onClick={() => void requeue()}>
          {t('act.requeue')}
        </Button>
      )}
      {ticket && takeOver.length > 0 && (
        <Button disabled={busy} aria-label={label(t('act.hand-over'))} onClick={() => onAsk({ form: 'hand-over' })}>
          {t('act.hand-over')}
        </Button>
      )}
      {(state !== 'open' || pending) && (
        <Button
          disabled={busy}
          aria-label={label(open)}
          onClick={() => void act(`/api/counters/${number}/open`, {}, t('said.changed', { counter: name }))}
        >
          {open}
        </Button>
      )}
      {state === 'open' && (
        <Button disabled={busy} aria-label={label(t('act.break'))} onClick={() => onAsk({ form: 'break' })}>
          {t('act.break')}
        </Button>
      )}
      {state !== 'closed' && (
        <Button disabled={busy} aria-label={label(t('act.close'))} onClick={() => void shut()}>
          {t('act.close')}
        </Button>
      )}
    </p>
  )
}
