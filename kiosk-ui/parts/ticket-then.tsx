import type { VisitorTicketWire } from '../../server/contract/api.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** Where an errand leads after the first booth. */
export function TicketThen({ ticket }: { ticket: VisitorTicketWire }) {
  const { snapshot } = useKiosk()
  const { t } = useWords()
  const later = ticket.legs
    .filter(({ state }) => state === 'planned')
    .flatMap((leg) => snapshot.booths.find(({ code }) => code === leg.booth) ?? [])
  if (later.length === 0) return null
  return (
    <p className="ticket-then">
      {t('kiosk.then')}
      {later.map(({ sign }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an errand may lead to one booth twice
        <span key={index}>
          {index > 0 && '→ '}
          <BoothSign sign={sign} />
        </span>
      ))}
    </p>
  )
}
