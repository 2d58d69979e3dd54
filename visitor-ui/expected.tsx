import type { EstimateWire } from '../server/contract/api.ts'
import type { SiteView } from '../server/contract/live.ts'
import { timeRangeText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { type ExpectedCall, expectedCall, rangeOnLine } from './expected-call.ts'
import type { VisitorKey } from './messages.ts'

/** When the call is expected, as a range (R7.1), and where it lies on the line of time from now. */
export function Expected({ estimate, now, site }: { estimate: EstimateWire | null; now: number; site: SiteView }) {
  const { t } = useMessages<VisitorKey>()
  const call = estimate && expectedCall(estimate, now)
  if (!call) {
    return (
      <section className="band expected">
        <h2>{t('expected.title')}</h2>
        <p className="range range-words">{t('time.unknown')}</p>
      </section>
    )
  }
  const [a, b] = call.minutes
  return (
    <section className="band expected">
      <div className="pair">
        <h2>{t('expected.title')}</h2>
        {call.kind === 'range' && <b>{t('expected.left', { a, b })}</b>}
        {call.kind === 'soon' && <b>{t('expected.soon')}</b>}
      </div>
      <p className="range">
        {timeRangeText(call.from, call.to, site.timeZone)} <small>{site.zoneAbbreviation}</small>
      </p>
      {call.kind === 'late' ? (
        <p className="note">{t('expected.late')}</p>
      ) : (
        <TimeLine call={call} now={now} site={site} />
      )}
      {call.kind === 'range' && <p className="note">{t('expected.shift')}</p>}
    </section>
  )
}

const length = 356

/** The same range once more as a picture; everything on it stands in words above. */
function TimeLine({ call, now, site }: { call: ExpectedCall; now: number; site: SiteView }) {
  const { t } = useMessages<VisitorKey>()
  const { start, end, until } = rangeOnLine(call, now)
  const x = 7 + start * (length - 14)
  const width = Math.max(8, (end - start) * (length - 14))
  // Names that would run into each other are left out.
  const showsStart = x > 78 && width > 44
  const showsEnd = x + width > 78 && x + width < length - 62
  return (
    <svg className="line" viewBox={`0 0 ${length} 40`} aria-hidden="true">
      <rect className="line-rest" x="7" y="6" width={length - 7} height="4" rx="2" />
      <rect className="line-range" x={x} y="1" width={width} height="14" rx="4" />
      <circle className="line-now" cx="7" cy="8" r="7" />
      <text x="0" y="35">
        {t('expected.now')}
      </text>
      {showsStart && (
        <text className="line-mark" x={x + 18} y="35" textAnchor="middle">
          {timeText(call.from, site.timeZone)}
        </text>
      )}
      {showsEnd && (
        <text className="line-mark" x={x + width} y="35" textAnchor="middle">
          {timeText(call.to, site.timeZone)}
        </text>
      )}
      <text x={length} y="35" textAnchor="end">
        {timeText(until, site.timeZone)}
      </text>
    </svg>
  )
}
