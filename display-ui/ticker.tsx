import type { DisplaySnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { FitLine } from './fit-line.tsx'
import { Marks } from './notices.tsx'
import { useCut } from './use-cut.ts'
import { useWords } from './words.ts'

/** One line at the foot, cut every eight seconds. When the link is lost it says so and since when. */
export function Ticker({ lines, lostAt }: { lines: DisplaySnapshot['ticker']; lostAt: string | null }) {
  const { t, pick } = useWords()
  const at = useCut(lines.length)
  const line = lines[at]
  if (lostAt) {
    return (
      <footer className="ticker" role="status">
        <StatusShape state="offline" />
        <span>{t('link.lost', { time: lostAt })}</span>
      </footer>
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
