import { useEffect, useRef, useState } from 'react'
import type { TicketSnapshot } from '../../server/contract/live.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Plate } from '../../ui-kit/plate.tsx'
import { Qr } from '../../ui-kit/qr.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { timeRangeText } from '../../ui-kit/time-text.ts'
import { useLive } from '../../ui-kit/use-live.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { useSend } from '../use-send.ts'
import type { Taken } from './taken.ts'

interface Props {
  ticket: Taken
  /** A slip was asked for. */
  printed: boolean
  onNext: () => void
}

/** The number that was just taken, where to send its holder, and whether they have it in hand. */
export function Issued({ ticket, printed, onNext }: Props) {
  const { t, pick } = useMessages<DeskKey>()
  const { hall, facts, linked } = useDesk()
  const { send, busy } = useSend()
  const [fault, setFault] = useState<string | null>(null)
  const { state } = useLive<TicketSnapshot>({ view: 'ticket', publicCode: ticket.publicCode })
  const next = useRef<HTMLButtonElement>(null)
  const now = state.snapshot?.ticket
  const standing = now?.state ?? ticket.state
  const isReserved = standing === 'reserved' || standing === 'void'
  const isLost = printed && isReserved && (now?.delivery === 'screen' || standing === 'void')
  const booth = hall.booths.find(({ code }) => code === ticket.booth)
  const kiosk = facts.kiosks.find(({ code }) => code === ticket.kiosk)
  useEffect(() => next.current?.focus(), [])

  const handOver = async () => {
    const sent = await send(`/api/tickets/${encodeURIComponent(ticket.id)}/deliver`)
    setFault('fault' in sent ? sent.fault : null)
    next.current?.focus()
  }

  return (
    <div className="issued">
      <div className="issued-number">
        <h1 id="issue-title">{t('issued.title')}</h1>
        <Plate label={ticket.label} />
        {ticket.priority && <Status state="priority" />}
        <p className="issued-service">{now && pick(now.serviceName)}</p>
        {booth && (
          <p className="issued-way">
            <BoothSign sign={booth.sign} />
            {t('issued.go', { booth: booth.sign, floor: booth.floor })}
          </p>
        )}
        {now && now.ahead !== null && (
          <p>
            {now.ahead === 0 ? t('issued.first') : t('issued.ahead', { n: now.ahead })}
            {now.estimate &&
              `, ${t('issued.when', { time: timeRangeText(now.estimate.from, now.estimate.to, hall.site.timeZone) })}`}
          </p>
        )}
      </div>
      <div className="issued-hand" role="status">
        {!isReserved && <Icon name={printed ? 'printer' : 'check-circle'} />}
        {isLost ? (
          <Status state="action">{t('issued.not-printed', { kiosk: kiosk ? pick(kiosk.name) : '' })}</Status>
        ) : printed ? (
          <p>{t(isReserved ? 'issued.printing' : 'issued.printed', { kiosk: kiosk ? pick(kiosk.name) : '' })}</p>
        ) : (
          <p>{t(isReserved ? 'issued.show' : 'issued.write')}</p>
        )}
        {isReserved && (isLost || !printed) && (
          <>
            <div className="issued-qr">
              <Qr text={`${hall.publicUrl}/t/${ticket.publicCode}`} label={t('issued.qr')} />
            </div>
            <Button disabled={busy || !linked} onClick={() => void handOver()}>
              {t('issued.kept')}
            </Button>
          </>
        )}
      </div>
      <Fault text={fault} onClose={() => setFault(null)} />
      <footer className="acts">
        <button ref={next} type="button" className="k-button k-button-main" onClick={onNext}>
          {t('issued.next')}
          <kbd>Enter</kbd>
        </button>
      </footer>
    </div>
  )
}
