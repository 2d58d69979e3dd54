import type { VisitorTicketWire } from '../server/contract/api.ts'
import type { SiteView } from '../server/contract/live.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'
import { timeRangeText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { type ExpectedCall, expectedCall, rangeOnLine } from './expected-call.ts'
import type { VisitorKey } from './messages.ts'

type Words = Messages<VisitorKey | KitKey>
type Expecting = Pick<VisitorTicketWire, 'estimate' | 'paused' | 'pausedSystem' | 'startsAt'>

/** When the call is expected, as a range (R7.1), and where it lies on the line of time from now; or why nobody can say. */
export function Expected({ ticket, now, site }: { ticket: Expecting; now: number; site: SiteView }) {
  const messages: Words = useMessages<VisitorKey>()
  const { t } = messages
  const call = callAwaited(ticket, now)
  if (!call) {
    const [words, note] = unknownWords(ticket, site, messages)
    return (
      <section className="band expected">
        <h2>{t('expected.title')}</h2>
        <p className="range range-words">{words}</p>
        {note && <p className="note">{note}</p>}
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

/** Null while nobody can say: before the doors open, and while the building or the central system stands still. */
const callAwaited = ({ estimate, paused, startsAt }: Expecting, now: number): ExpectedCall | null =>
  estimate && paused === null && startsAt === null ? expectedCall(estimate, now) : null

/** Instead of a range: when serving starts, or why the estimate rests, and what stays as it is. */
function unknownWords({ paused, pausedSystem, startsAt }: Expecting, { timeZone }: SiteView, { t }: Words): string[] {
  if (paused === 'building') return [t('expected.rests'), t('expected.kept')]
  if (paused === 'system') return [t('expected.rests.system', { system: pausedSystem ?? '' }), t('expected.kept')]
  if (startsAt !== null) return [t('expected.starts', { time: timeText(startsAt, timeZone) }), t('expected.starts.sub')]
  return [t('time.unknown')]
}

/** The same in one sentence, to be read out. */
export function expectedSentence(ticket: Expecting, now: number, site: SiteView, messages: Words): string {
  const call = callAwaited(ticket, now)
  if (!call) return unknownWords(ticket, site, messages).join('. ')
  return `${messages.t('expected.title')}: ${timeRangeText(call.from, call.to, site.timeZone, site.zoneAbbreviation)}`
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
