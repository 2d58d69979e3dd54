import type { VisitorTicketWire } from '../../server/contract/api.ts'
import type { TicketSnapshot } from '../../server/contract/live.ts'
import { labelText } from '../../ui-kit/number.tsx'
import { Plate } from '../../ui-kit/plate.tsx'
import { Status, type StatusState } from '../../ui-kit/status.tsx'
import { timeRangeText } from '../../ui-kit/time-text.ts'
import { useLive } from '../../ui-kit/use-live.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { MyNumberActs } from '../parts/my-number-acts.tsx'
import { StepPage } from '../parts/step-page.tsx'

const shapes: Partial<Record<VisitorTicketWire['state'], StatusState>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
}

export function MyNumberPage() {
  const { mine } = useKiosk().journey
  return mine && <MyNumber key={mine} publicCode={mine} />
}

/** R5.12: a number whose slip was scanned: how it stands, and what its holder may still do about it. */
function MyNumber({ publicCode }: { publicCode: string }) {
  const { t } = useWords()
  const { state } = useLive<TicketSnapshot>({ view: 'ticket', publicCode })
  const ticket = state.snapshot?.ticket
  const words = state.refusal ? 'kiosk.code.unknown' : 'kiosk.code.looking'
  return (
    <StepPage name="mine" tell={ticket ? <Standing ticket={ticket} /> : <h1 tabIndex={-1}>{t(words)}</h1>}>
      {ticket && <MyNumberActs ticket={ticket} />}
    </StepPage>
  )
}

function Standing({ ticket }: { ticket: VisitorTicketWire }) {
  const { snapshot } = useKiosk()
  const { t, pick } = useWords()
  const { label, ahead, estimate, where, state } = ticket
  const shape = shapes[state]
  const place = [where.agency, t('place.floor', { level: where.floor }), t('place.booth-sign', { sign: where.sign })]
  const line = [
    ahead === 0 ? t('ticket.first') : ahead !== null && t('kiosk.mine.ahead', { n: ahead }),
    estimate && t('kiosk.around', { range: timeRangeText(estimate.from, estimate.to, snapshot.site.timeZone) }),
  ]
  return (
    <div className="number">
      <p className="number-label">
        <span>{t('ticket.yours')}</span>
        {shape && <Status state={shape} />}
      </p>
      <div className="number-plate" aria-hidden="true">
        <Plate label={label} quiet={!shape && state !== 'reserved'} />
      </div>
      <h1 tabIndex={-1}>
        <span className="k-sr">{`${labelText(label)}: `}</span>
        {place.join(' · ')}
        <small>{pick(ticket.serviceName)}</small>
        <small>{shape || state === 'reserved' ? line.filter(Boolean).join(' · ') : t('kiosk.ended')}</small>
      </h1>
    </div>
  )
}
