import { memo, useState } from 'react'
import type { HallBooth, HallSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'
import { labelText } from '../ui-kit/number.tsx'
import { StatusShape, type StatusState } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { columns, firstOrder, openCounters, orderAfter, servedAt, sortBooths } from './booth-rows.ts'
import { hashOf } from './console/route.ts'
import { counterText } from './counter-text.ts'
import { dipOf, dips, minutesBetween } from './load-ramp.ts'
import type { SupervisorKey } from './messages.ts'

/** More strands than this say no more than the figure beside them. */
const mostStrands = 12

type Presence = HallSnapshot['presence']
type Props = { booths: readonly HallBooth[]; presence: Presence; now: number; timeZone: string }

/** Every booth on one line, live; the titles of the columns change the order. `now` in epoch ms of the hall. */
export function BoothTable({ booths, presence, now, timeZone }: Props) {
  const messages = useMessages<SupervisorKey>()
  const { t } = messages
  const missing = presence.filter(isMissing)
  const [order, setOrder] = useState(firstOrder)
  return (
    <div className="booths card">
      <header>
        <h2 id="booths-title">{t('table.title')}</h2>
        <p className="missing" role="status">
          {missing.length > 0 && (
            <>
              <StatusShape state="action" />
              {t('officer.missing', { n: missing.length })}
            </>
          )}
        </p>
        <div className="ramp" aria-hidden="true">
          {t('ramp.title')}
          {dips.map(({ range }, dip) => (
            <i key={range} className={`dip-${dip}`}>
              {range}
            </i>
          ))}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-labelledby="booths-title">
        <table>
          <caption className="k-sr">{t('table.about')}</caption>
          <thead>
            <tr>
              {columns.map((column) => {
                const isSorted = order.column === column
                const sort = isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'
                return (
                  <th key={column} scope="col" aria-sort={sort} className={`c-${column}`}>
                    <button
                      type="button"
                      className="sorter"
                      onClick={() => setOrder((before) => orderAfter(before, column))}
                    >
                      {t(`column.${column}`)}
                      <Icon name="caret-down" />
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {sortBooths(booths, order).map((booth) => (
              <BoothLine
                key={booth.code}
                booth={booth}
                missing={missingText(booth, missing, timeZone, messages)}
                now={now}
                timeZone={timeZone}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

const isMissing = ({ state }: Presence[number]): boolean => state === 'absent' || state === 'left'

/** Whose officer should be at a counter of the booth and is not, in words; empty when all are there. */
function missingText(
  { counters }: HallBooth,
  missing: Presence,
  timeZone: string,
  messages: Messages<SupervisorKey | KitKey>,
): string {
  const told = new Map<string, string[]>()
  for (const counter of counters) {
    const found = missing.find((each) => each.counter === counter.number)
    if (!found) continue
    const key = `${found.state === 'left' ? 'officer.left' : 'officer.absent'} ${found.since}`
    told.set(key, [...(told.get(key) ?? []), counterText(counter, messages)])
  }
  return [...told]
    .map(([key, names]) => {
      const [what, since] = key.split(' ') as ['officer.left' | 'officer.absent', string]
      return messages.t(what, { time: timeText(Number(since), timeZone), counter: names.join(', ') })
    })
    .join('; ')
}

type LineProps = { booth: HallBooth; missing: string } & Pick<Props, 'now' | 'timeZone'>

const BoothLine = memo(function BoothLine({ booth, missing, now, timeZone }: LineProps) {
  const { t } = useMessages<SupervisorKey>()
  const open = openCounters(booth)
  const waited = booth.longestSince === null ? null : minutesBetween(booth.longestSince, now)
  const [first, ...others] = servedAt(booth)
  return (
    <>
      <tr className={missing ? 'told-of' : undefined}>
        <th scope="row" className={open === 0 ? 'c-booth k-hatch' : 'c-booth'}>
          <a href={hashOf({ tab: 'langsung', code: booth.code })}>
            <BoothSign sign={booth.sign} off={open === 0} />
            {booth.name}
          </a>
        </th>
        <td className="c-open">
          {t('counters.open', { open, n: booth.counters.length })}
          <CounterMarks booth={booth} />
        </td>
        <td className="c-waiting">
          <b className="strong people">{booth.waiting}</b>
          <i className="strands" style={{ width: Math.min(booth.waiting, mostStrands) * 7 }} />
        </td>
        <td className="c-longest">
          {waited === null ? (
            '–'
          ) : (
            <b className={`strong waited dip-${dipOf(waited)}`}>{t('cell.minutes', { n: waited })}</b>
          )}
        </td>
        <td className="c-serving">
          {first ? (
            <>
              <b className="strong">{timeText(first.since, timeZone)}</b>
              <span className="beside">{t('cell.minutes', { n: minutesBetween(first.since, now) })}</span>
              <small className="beside">
                {labelText(first.label)}
                {others.length > 0 && ` ${t('serving.more', { n: others.length })}`}
              </small>
            </>
          ) : (
            '–'
          )}
        </td>
        <td className="c-estimate">
          {booth.estimate
            ? t('time.minutes', { a: booth.estimate.minutes[0], b: booth.estimate.minutes[1] })
            : open > 0
              ? t('time.unknown')
              : '–'}
        </td>
      </tr>
      {missing && (
        <tr className="told">
          <td colSpan={columns.length}>
            <span>
              <StatusShape state="action" />
              {missing}
            </span>
          </td>
        </tr>
      )}
    </>
  )
})

/** A counter's state as its shape; a word for those who listen. */
function CounterMarks({ booth }: { booth: HallBooth }) {
  const messages = useMessages<SupervisorKey>()
  const { t } = messages
  return (
    <ul className="marks">
      {booth.counters.map((counter) => {
        const state = counter.state !== 'open' ? counter.state : (counter.ticket?.state ?? 'free')
        const shape: StatusState = state === 'free' ? 'open' : state
        return (
          <li key={counter.number} className={`mark-${state}`}>
            <StatusShape state={shape} />
            <span className="k-sr">
              {t('counter.state', { counter: counterText(counter, messages), state: t(`state.${state}`) })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
