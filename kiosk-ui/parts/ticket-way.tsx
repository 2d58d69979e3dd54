import type { VisitorTicketWire } from '../../server/contract/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { TicketNumber } from '../../ui-kit/number.tsx'
import type { KioskBooth } from '../directory.ts'
import type { Taken } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { Countdown } from './countdown.tsx'
import { PhoneCode } from './phone-code.tsx'
import { PlacePanel } from './place-panel.tsx'
import { TicketThen } from './ticket-then.tsx'

const said = {
  printing: ['kiosk.printing', 'kiosk.printing.sub'],
  printed: ['kiosk.printed', 'kiosk.printed.sub'],
  unsure: ['kiosk.doubt', 'kiosk.doubt.sub'],
  kept: ['kiosk.kept', 'kiosk.kept.sub'],
  ended: ['kiosk.ended', 'kiosk.ended.sub'],
  'print-failed': ['kiosk.not-printed', 'paper.keep'],
} as const
/** Another kiosk's printer took the slip over. */
const elsewhere = { printing: 'kiosk.printing-at', printed: 'kiosk.printed-at', unsure: 'kiosk.doubt-at' } as const

/** Where to go, how to follow the number, and what the printer is doing. */
export function TicketWay(props: { taken: Taken; booth: KioskBooth; ticket: VisitorTicketWire | null }) {
  const { taken, booth, ticket } = props
  const { snapshot, journey, send } = useKiosk()
  const { t, pick } = useWords()
  const [headline, detail] = said[taken.phase]
  const at = ticket?.slip?.at
  const other = at && taken.phase in elsewhere ? elsewhere[taken.phase as keyof typeof elsewhere] : null
  const leadsOn = ticket?.legs.some(({ state }) => state === 'planned') ?? false
  const comesOutHere = !other && (taken.phase === 'printing' || taken.phase === 'printed')
  return (
    <>
      {taken.phase !== 'ended' && (
        <>
          <PlacePanel booth={booth} title="kiosk.go-to" height={journey.modes.low ? 290 : 300} bare />
          {ticket && leadsOn && <TicketThen ticket={ticket} />}
          {!(leadsOn && journey.modes.large) && (
            <div className="phone">
              <PhoneCode url={`${snapshot.publicUrl}/t/${taken.publicCode}`} label={t('kiosk.qr')} />
              <div>
                <h2>{t('ticket.phone')}</h2>
                <p>{t('kiosk.phone.sub')}</p>
              </div>
            </div>
          )}
        </>
      )}
      <div className={`slip slip-${taken.phase}`}>
        <div className="slip-words">
          <div role="status">
            <h2>{at && other ? t(other, { kiosk: pick(at.name), level: at.floor }) : t(headline)}</h2>
            <p>{t(other && taken.phase === 'printing' ? 'kiosk.printing-at.sub' : detail)}</p>
          </div>
          <Button onClick={() => send({ type: 'done' })}>{t('ticket.done')}</Button>
          {journey.modes.large && <Countdown words="ticket.close" />}
        </div>
        {comesOutHere && (
          <div className="slip-machine" aria-hidden="true">
            <Icon name="arrow-down" />
            <i className="slip-slot" />
            <div className="slip-paper">
              <span>{t('kiosk.slip-title')}</span>
              <TicketNumber label={taken.label} />
              <u />
              <u />
            </div>
          </div>
        )}
      </div>
    </>
  )
}
