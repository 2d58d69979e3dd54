import type { VisitorTicketWire } from '../server/contract/api.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { StrandRow } from '../ui-kit/strand-row.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import { groupOvertaking, type OvertakingKind } from './overtaking.ts'

/** So many times of a kind are named; the sentence has the whole count. */
const timesNamed = 3

const shapes = { 'priority-turn': 'priority', 'held-return': 'held' } as const
const shapeOf = (kind: OvertakingKind) => (kind in shapes ? shapes[kind as keyof typeof shapes] : 'called')

interface Props {
  ahead: number
  overtakenBy: VisitorTicketWire['overtakenBy']
  timeZone: string
}

/** How many are before you, as strands, and who was called before you and why (R4.10). */
export function Ahead({ ahead, overtakenBy, timeZone }: Props) {
  const { t } = useMessages<VisitorKey>()
  const groups = groupOvertaking(overtakenBy)
  return (
    <section className="band ahead">
      <h2>{t('ahead.title')}</h2>
      <div className="pair">
        <b className="people">{ahead === 0 ? t('ahead.first') : t('ahead.people', { n: ahead })}</b>
        <StrandRow ahead={ahead} strand={13} />
      </div>
      {groups.length > 0 && (
        <ul className="why" aria-label={t('why.title')}>
          {groups.map(({ kind, count, at }) => (
            <li key={kind}>
              <StatusShape state={shapeOf(kind)} />
              <p>
                {t(`why.${kind}`, { n: count })}
                <small>
                  {t('why.at', {
                    times: timesText(at, timeZone),
                  })}
                </small>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "09.53, 09.56": the last few, the earliest first, the same minute once. */
function timesText(at: readonly number[], timeZone: string): string {
  const times = at.slice(0, timesNamed).map((each) => timeText(each, timeZone))
  return [...new Set(times.reverse())].join(', ')
}
