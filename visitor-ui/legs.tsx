import type { VisitorTicketWire } from '../server/contract/api.ts'
import type { TicketSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Status, type StatusState } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'

type LegState = VisitorTicketWire['legs'][number]['state']

const shapes: Partial<Record<LegState, StatusState>> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
}

const standings = { next: 'legs.next', free: 'legs.free', later: 'legs.after' } as const

/** The steps of a visit that goes to several booths, in their order. */
export function Legs({ snapshot: { ticket, booths } }: { snapshot: TicketSnapshot }) {
  const { t, pick } = useMessages<VisitorKey>()
  return (
    <section className="band legs">
      <h2>{t('legs.title')}</h2>
      <ol>
        {ticket.legs.map((leg, index) => {
          const booth = booths.find(({ code }) => code === leg.booth)
          const shape = shapes[leg.state]
          const step = ticket.steps[index]
          const floor = booth && t('place.floor', { level: booth.floor })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a leg is its place in the visit and never moves
            <li key={index}>
              <span className="k-sr">{t('legs.step', { n: index + 1 })}</span>
              {booth && <BoothSign sign={booth.sign} />}
              <span className="legs-where">
                <b>{step ? pick(step.serviceName) : leg.service}</b>
                <span>{[booth?.short, floor].filter(Boolean).join(' · ')}</span>
              </span>
              {shape ? (
                <Status state={shape} />
              ) : (
                leg.state === 'done' && <Status state="open">{t('state.done')}</Status>
              )}
              {step?.standing && <span className="legs-standing">{t(standings[step.standing])}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
