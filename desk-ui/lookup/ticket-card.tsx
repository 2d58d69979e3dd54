import { useState } from 'react'
import type { DeskTicketWire, PrintAnswer } from '../../server/contract/desk.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import type { IconName } from '../../ui-kit/icon.tsx'
import { labelText, TicketNumber } from '../../ui-kit/number.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { timeRangeText, timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { useSend } from '../use-send.ts'
import { type Act, actsOf } from './acts.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { ServiceDialog } from './service-dialog.tsx'
import { TicketState } from './ticket-state.tsx'

const icons: Partial<Record<Act, IconName>> = {
  reprint: 'printer',
  'missing-slip': 'file-x',
  deliver: 'check',
  restore: 'clock-counter-clockwise',
  return: 'clock-counter-clockwise',
  priority: 'hand-heart',
  'change-service': 'arrows-left-right',
  transfer: 'signpost',
  services: 'plus',
  cancel: 'x-circle',
}
const printing: readonly Act[] = ['reprint', 'missing-slip']
const asksService: readonly Act[] = ['change-service', 'transfer', 'services']
const asksReason: readonly Act[] = ['restore', 'cancel']

/** One number with everything that the desk can do for its holder. */
export function TicketCard({ ticket, onChanged }: { ticket: DeskTicketWire; onChanged: () => void }) {
  const { t, pick } = useMessages<DeskKey>()
  const { hall, facts, printer, linked } = useDesk()
  const { send, busy } = useSend()
  const [fault, setFault] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [dialog, setDialog] = useState<Act | null>(null)
  const { timeZone } = hall.site
  const open = actsOf(ticket)
  const printerName = facts.kiosks.find(({ code }) => code === printer)
  const takenAt = facts.kiosks.find(({ code }) => code === ticket.kiosk)

  const perform = async (act: Act, body: object): Promise<string | null> => {
    const path = act === 'restore' ? 'return' : act
    const sent = await send<Partial<PrintAnswer>>(`/api/tickets/${encodeURIComponent(ticket.id)}/${path}`, body)
    onChanged()
    if ('fault' in sent) {
      setDone(null)
      setFault(sent.fault)
      return sent.fault
    }
    setFault(null)
    const fate = printing.includes(act) ? sent.answer.print : undefined
    if (fate === 'refused') {
      setDone(null)
      setFault(t('print.refused', { kiosk: printerName ? pick(printerName.name) : '' }))
    } else {
      setDone(
        t(fate ? `print.${fate}` : `done.${act as Exclude<Act, 'reprint' | 'missing-slip'>}`, {
          kiosk: printerName ? pick(printerName.name) : '',
        }),
      )
    }
    return null
  }
  const press = (act: Act) => {
    if (asksService.includes(act) || asksReason.includes(act)) return setDialog(act)
    if (printing.includes(act)) return void perform(act, { kiosk: printer })
    return void perform(act, act === 'priority' ? { priority: !ticket.priority } : {})
  }
  const submit = async (act: Act, body: object) => {
    const failure = await perform(act, body)
    if (failure === null) setDialog(null)
    return failure
  }

  return (
    <div className="ticket">
      <header className="ticket-head">
        <h1 id="ticket-title">
          <TicketNumber label={ticket.label} />
        </h1>
        <TicketState state={ticket.state} />
        {ticket.priority && <Status state="priority" />}
      </header>
      <p className="ticket-service">
        <b>{pick(ticket.serviceName)}</b>
        <span>
          <BoothSign sign={ticket.where.sign} />
          {ticket.where.agency}, {t('place.floor', { level: ticket.where.floor })}
          {ticket.where.counterLabel &&
            `, ${t('place.counter', { n: /\d+/.exec(ticket.where.counterLabel)?.[0] ?? '' })}`}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('fact.taken')}</dt>
          <dd>
            {timeText(ticket.takenAt, timeZone)}
            <small>{takenAt ? pick(takenAt.name) : t('fact.desk')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('fact.ahead')}</dt>
          <dd>{ticket.ahead ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('fact.expected')}</dt>
          <dd>{ticket.estimate ? timeRangeText(ticket.estimate.from, ticket.estimate.to, timeZone) : '–'}</dd>
        </div>
        {ticket.hold && (
          <div>
            <dt>{t('fact.held')}</dt>
            <dd>
              {ticket.hold.keepUntil
                ? t('fact.until', { time: timeText(ticket.hold.keepUntil, timeZone) })
                : t('fact.today')}
              {ticket.hold.missing.length > 0 && <small>{ticket.hold.missing.map(pick).join(', ')}</small>}
            </dd>
          </div>
        )}
      </dl>
      {(ticket.state === 'called' || ticket.state === 'serving') && <p className="quiet">{t('lookup.in-hand')}</p>}
      {open.length === 0 && <p className="quiet">{t('lookup.ended')}</p>}
      <p className="done" role="status">
        {done}
      </p>
      <Fault text={fault} onClose={() => setFault(null)} />
      <div className="acts acts-grid">
        {open.map((act, index) => (
          <Button
            key={act}
            main={index === 0}
            {...(icons[act] && { icon: icons[act] })}
            disabled={busy || !linked}
            onClick={() => press(act)}
          >
            {act === 'priority' && ticket.priority ? t('act.priority-off') : t(`act.${act}`)}
          </Button>
        ))}
      </div>
      {dialog && asksService.includes(dialog) && (
        <ServiceDialog
          title={t(`act.${dialog}`)}
          label={ticket.label}
          hint={t(`hint.${dialog as 'transfer'}`)}
          ticket={ticket}
          sameLine={dialog === 'change-service'}
          submit={t(`act.${dialog}`)}
          onSubmit={(service) => submit(dialog, { service })}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog && asksReason.includes(dialog) && (
        <ReasonDialog
          title={t(dialog === 'cancel' ? 'cancel.title' : 'restore.title', { number: labelText(ticket.label) })}
          submit={t(`act.${dialog}`)}
          required={dialog === 'restore'}
          onSubmit={(reason) => submit(dialog, reason ? { reason } : {})}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
