import type { DisplaySnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { FitLine } from './fit-line.tsx'
import { Marks } from './notices.tsx'
import { useCut } from './use-cut.ts'
import { useWords } from './words.ts'

interface Props {
  lines: DisplaySnapshot['ticker']
  lostAt: string | null
  /** That the day ends soon; it stands alone then. */
  closing: string | null
}

/** One line at the foot, cut every eight seconds. When the link is lost it says so and since when. */
export function Ticker({ lines, lostAt, closing }: Props) {
  const { t, pick } = useWords()
  const at = useCut(lines.length)
  const line = lines[at]
  if (lostAt) {
    return (
      <div className="ticker" role="status">
        <StatusShape state="offline" />
        <span>{t('link.lost', { time: lostAt })}</span>
      </div>
    )
  }
  if (closing) {
    return (
      <div className="ticker" role="status">
        <StatusShape state="not-yet" />
        <FitLine size={54} room={1655}>
          {closing}
        </FitLine>
      </div>
    )
  }
  const text = line ? pick(line) : ''
  return (
    <footer className="ticker">
      {text && <Icon name="info" />}
      <FitLine size={54} room={1655}>
        {text}
      </FitLine>
      {lines.length > 1 && <Marks count={lines.length} at={at} className="ticker-marks" />}
    </footer>
  )
}
