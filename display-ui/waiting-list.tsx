import type { WaitingRow } from '../server/contract/live.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { FitLine } from './fit-line.tsx'
import { useCut } from './use-cut.ts'
import { useWords } from './words.ts'

/** A longer name takes two lines. */
const longName = 15

interface Props {
  rows: readonly WaitingRow[]
  timeZone: string
  /** The time the figures were true, when the link is lost. */
  lostAt: string | null
  /** Rows at a time. */
  onPage?: number
}

/** How many wait at which booth, most first, turned by pages. */
export function WaitingList({ rows, timeZone, lostAt, onPage = 5 }: Props) {
  const { t } = useWords()
  const shown = rows
    .filter(({ waiting, state }) => waiting > 0 || state === 'break')
    .sort((a, b) => b.waiting - a.waiting || a.sign.localeCompare(b.sign))
  const pages = Math.ceil(shown.length / onPage)
  const page = useCut(pages)
  return (
    <div className={lostAt ? 'waiting waiting-old' : 'waiting'}>
      <h2>
        {lostAt ? t('hall.waiting-at', { time: lostAt }) : t('hall.waiting')}
        {!lostAt && <span>{t('hall.people')}</span>}
      </h2>
      {shown.length === 0 ? (
        <p>{t('hall.nobody')}</p>
      ) : (
        <ul>
          {shown.slice(page * onPage, (page + 1) * onPage).map((row) => (
            <li key={row.code}>
              <span className="waiting-sign">{row.sign}</span>
              <Name row={row} timeZone={timeZone} />
              <b className="waiting-count">{row.waiting}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Name({ row, timeZone }: { row: WaitingRow; timeZone: string }) {
  const { t } = useWords()
  if (row.state === 'open') {
    return <span className={row.name.length > longName ? 'waiting-long' : undefined}>{row.name}</span>
  }
  const until = row.until === null ? null : t('hall.back', { time: timeText(row.until, timeZone) })
  return (
    <span className="waiting-off">
      <FitLine size={44} room={390}>
        {row.name}
      </FitLine>
      <small className="waiting-state">
        <StatusShape state={row.state} />
        {row.state === 'break' && until ? until : t(`status.${row.state}`)}
      </small>
    </span>
  )
}
