import { useEffect } from 'react'
import type { TicketSnapshot } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { labelText } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { Actions } from './actions.tsx'
import { Ahead } from './ahead.tsx'
import { CallSound } from './call-sound.tsx'
import { Expected, expectedSentence } from './expected.tsx'
import { Legs } from './legs.tsx'
import type { VisitorKey } from './messages.ts'
import { NumberHead } from './number-head.tsx'
import { actionsOf, type Scene, sceneOf, serviceDayAt } from './scene.ts'
import { Standing, stateWord } from './standing.tsx'
import { AnotherDay, StillBand } from './still-band.tsx'
import { Turn } from './turn.tsx'
import { Way } from './way.tsx'

interface Props {
  snapshot: TicketSnapshot
  hallNow: () => number
  connected: boolean
}

/** Half a minute is as fine as a range needs. */
const tickMs = 30_000
const tickOf = (now: number) => Math.floor(now / tickMs) * tickMs

const hasWay: readonly Scene[] = ['reserved', 'waiting', 'called', 'serving', 'held', 'missed']
const hasPapers: readonly Scene[] = ['reserved', 'waiting', 'held', 'missed']

/** The ticket as its scene wants it; where to go and what to bring stay until they are of no more use. */
export function TicketView({ snapshot, hallNow, connected }: Props) {
  const messages = useMessages<VisitorKey>()
  const { t, pick } = messages
  const { site, ticket } = snapshot
  const now = useHallReading(hallNow, tickOf)
  const scene = sceneOf(ticket, serviceDayAt(now, site.timeZone))
  const word = stateWord(scene, ticket.state, messages)
  useEffect(() => {
    document.title = t('title.mine', { label: labelText(ticket.label), state: word })
  }, [t, ticket.label, word])

  const acts = <Actions key="acts" ticket={ticket} scene={scene} connected={connected} />
  const isPressing = actionsOf(scene, ticket.can).main !== null

  return (
    <>
      {scene === 'called' ? (
        <Turn ticket={ticket} timeZone={site.timeZone} />
      ) : (
        <NumberHead
          label={ticket.label}
          agency={ticket.where.agency}
          service={pick(ticket.serviceName)}
          priority={ticket.priority}
          items={ticket.items}
        />
      )}
      <StillBand snapshot={snapshot} scene={scene} connected={connected} />
      {scene !== 'waiting' && scene !== 'called' && <Standing scene={scene} ticket={ticket} timeZone={site.timeZone} />}
      <AnotherDay snapshot={snapshot} />
      {ticket.booking && (scene === 'waiting' || scene === 'reserved') && (
        <p className="band slot-at">{t('slot.at', { time: timeText(ticket.booking.slotAt, site.timeZone) })}</p>
      )}
      {scene === 'waiting' && <Expected ticket={ticket} now={now} site={site} />}
      {scene === 'waiting' && ticket.ahead !== null && (
        <Ahead ahead={ticket.ahead} overtakenBy={ticket.overtakenBy} timeZone={site.timeZone} />
      )}
      {isPressing && acts}
      {hasWay.includes(scene) && <Way snapshot={snapshot} />}
      {(scene === 'waiting' || scene === 'called') && <CallSound ticket={ticket} />}
      {!isPressing && acts}
      {scene === 'waiting' && (
        <details className="band who-first">
          <summary>{t('first.title')}</summary>
          <p>{t('first.text')}</p>
        </details>
      )}
      {ticket.legs.length > 1 && <Legs snapshot={snapshot} />}
      {hasPapers.includes(scene) && !ticket.hold?.missing.length && ticket.requirements.length > 0 && (
        <section className="band papers">
          <h2>{t('papers.title')}</h2>
          <ul>
            {ticket.requirements.map((paper) => (
              <li key={paper.id}>{pick(paper)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="k-sr" role="status">
        {scene === 'waiting' ? waitingSentence() : word}
      </p>
    </>
  )

  function waitingSentence(): string {
    const { ahead } = ticket
    const people = ahead === null ? '' : ahead === 0 ? t('strands.first') : t('strands.ahead', { n: ahead })
    return `${people}. ${expectedSentence(ticket, now, site, messages)}.`
  }
}
