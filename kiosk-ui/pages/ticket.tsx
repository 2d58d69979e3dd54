import { useEffect } from 'react'
import type { VisitorTicketWire } from '../../server/contract/api.ts'
import type { TicketSnapshot } from '../../server/contract/live.ts'
import { timeText } from '../../ui-kit/time-text.ts'
import { useLive } from '../../ui-kit/use-live.ts'
import type { Taken } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { KeepNumber, NotPrinted } from '../parts/keep-number.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { TicketFacts } from '../parts/ticket-facts.tsx'
import { TicketNumberField } from '../parts/ticket-number-field.tsx'
import { TicketWay } from '../parts/ticket-way.tsx'
import { ticketPhase } from '../ticket-phase.ts'
import { useOffer } from '../use-offer.ts'

export function TicketPage() {
  const { taken } = useKiosk().journey
  return taken && <LiveTicket key={taken.publicCode} taken={taken} />
}

/** The number from its making to its slip. It stands from the first answer on; place and times follow live. */
function LiveTicket({ taken }: { taken: Taken }) {
  const { snapshot, send, lostSince } = useKiosk()
  const { t } = useWords()
  const { state } = useLive<TicketSnapshot>({ view: 'ticket', publicCode: taken.publicCode })
  const ticket: VisitorTicketWire | null = state.snapshot?.ticket ?? null
  const seen = ticket && ticketPhase(ticket)
  useEffect(() => {
    if (seen) send({ type: 'phase', phase: seen })
  }, [seen, send])
  useOffer(taken)

  const service = snapshot.services.find(({ code }) => code === (ticket?.service ?? taken.service))
  const booth = snapshot.booths.find(({ code }) => code === service?.booth.code)
  if (!service || !booth) return null
  const failed = taken.phase === 'print-failed'
  const tell = (
    <>
      <TicketNumberField taken={taken} service={service} booth={booth} small={failed} />
      {failed && <NotPrinted />}
      {lostSince !== null && (
        <p className="ticket-lost" role="status">
          {t('kiosk.offline-note', { time: timeText(lostSince, snapshot.site.timeZone) })}
        </p>
      )}
      {taken.phase !== 'ended' && <TicketFacts ticket={ticket} service={service} brief={failed} />}
    </>
  )
  return (
    <StepPage name={failed ? 'keep' : 'ticket'} tell={tell}>
      {failed ? <KeepNumber taken={taken} /> : <TicketWay taken={taken} booth={booth} ticket={ticket} />}
    </StepPage>
  )
}
