import type { VisitorTicketWire } from '../server/contract/api.ts'
import { publicReason, reasonCodeOf } from '../server/contract/reasons.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'
import { Status, type StatusState } from '../ui-kit/status.tsx'
import { dateText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import type { Scene } from './scene.ts'
import { counterText } from './where-text.ts'

type Words = Messages<VisitorKey | KitKey>

const shapes: Record<Scene, StatusState> = {
  reserved: 'not-yet',
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
  ended: 'closed',
  'other-day': 'closed',
}

/** One word or two for the state; also the page's title. */
export function stateWord(scene: Scene, state: VisitorTicketWire['state'], { t }: Words): string {
  if (scene === 'ended') return t(state === 'done' ? 'state.done' : 'state.ended')
  if (scene === 'reserved' || scene === 'other-day') return t(`state.${scene}`)
  return t(`status.${scene}`)
}

/** What has become of the number when it is not simply waiting, and what to do next. */
export function Standing({ scene, ticket, timeZone }: { scene: Scene; ticket: VisitorTicketWire; timeZone: string }) {
  const words: Words = useMessages<VisitorKey>()
  const [title, ...lines] = sentencesOf(scene, ticket, timeZone, words)
  return (
    <section className="band standing">
      <Status state={shapes[scene]}>{stateWord(scene, ticket.state, words)}</Status>
      {title && <h2>{title}</h2>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {scene === 'held' && <MissingPapers hold={ticket.hold} />}
    </section>
  )
}

/** R5.10: what is still to be brought. */
function MissingPapers({ hold }: { hold: VisitorTicketWire['hold'] }) {
  const { t, pick } = useMessages<VisitorKey>()
  if (!hold?.missing.length) return null
  return (
    <div className="missing">
      <h3>{t('held.missing')}</h3>
      <ul>
        {hold.missing.map((paper) => (
          <li key={paper.id}>{pick(paper)}</li>
        ))}
      </ul>
    </div>
  )
}

function sentencesOf(scene: Scene, ticket: VisitorTicketWire, timeZone: string, words: Words): string[] {
  const { t, pick, locale } = words
  const { hold, where, state } = ticket
  switch (scene) {
    case 'reserved':
      return [t('reserved.title'), t(ticket.delivery === 'print' ? 'reserved.print' : 'reserved.text')]
    case 'serving': {
      const place = [
        t('place.booth-sign', { sign: where.sign }),
        counterText(where, words),
        t('place.floor', { level: where.floor }),
      ]
      return [t('serving.title'), place.filter(Boolean).join(', ')]
    }
    case 'held':
      return [
        t('held.title'),
        ...(hold ? [t('held.reason', { reason: pick(publicReason(reasonCodeOf(hold.reason) ?? hold.reason)) })] : []),
        ...(hold?.keepUntil ? [t('held.until', { time: timeText(hold.keepUntil, timeZone) })] : []),
        hold?.returnAt ? t('held.return', { time: timeText(hold.returnAt, timeZone) }) : t('held.open'),
      ]
    case 'missed':
      return [t('missed.title'), t('missed.text'), t('missed.next', { n: ticket.returnAfter })]
    case 'other-day':
      return [
        t('other-day.title', { date: dateText(`${ticket.serviceDay}T12:00:00Z`, 'UTC', locale) }),
        t('ended.next'),
      ]
    case 'ended':
      if (ticket.anotherDay) return [t('rebook.ended')]
      return endSentences(state, ticket.calls, words)
    default:
      return []
  }
}

function endSentences(state: VisitorTicketWire['state'], calls: number, { t }: Words): string[] {
  switch (state) {
    case 'done':
      return [t('done.title')]
    case 'no-show':
      return [t('no-show.title', { n: calls }), t('ended.next')]
    case 'expired':
      return [t('expired.title'), t('expired.next')]
    case 'void':
      return [t('void.title'), t('void.next')]
    case 'transferred':
      return [t('transferred.title')]
    default:
      return [t('cancelled.title'), t('ended.next')]
  }
}
