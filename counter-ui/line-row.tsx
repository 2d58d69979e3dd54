import { useCallback } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { AwayRow, LineRow } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon, type IconName } from '../ui-kit/icon.tsx'
import { labelText, TicketNumber } from '../ui-kit/number.tsx'
import { Status, StatusShape, type StatusState } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { reasonText } from './reasons.ts'
import { actsOfRow, type RowAct, type RowActName, type RowList } from './row-acts.ts'
import { waitedMinutes } from './stage.ts'

interface Props {
  row: LineRow
  list: RowList
  /** Of a number on a side trip. */
  away?: AwayRow['at']
  next: boolean
  free: boolean
  linked: boolean
  live: { hallNow(): number }
  timeZone: string
  /** R4.7: how many others are called before a number that came back is. */
  returnAfter: number
  onAct: (act: RowAct) => void
}

const icons: Record<RowActName, IconName> = {
  call: 'megaphone',
  resume: 'play-fill',
  return: 'arrow-left',
  'no-show': 'user-minus',
  restore: 'arrow-left',
  prioritise: 'check',
  unprioritise: 'minus',
  transfer: 'arrows-left-right',
  cancel: 'x-circle',
}

/** One number of a list; pressing it offers what may be done with it. */
export function LineRowButton({ row, list, away, next, free, linked, live, timeZone, returnAfter, onAct }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const read = useCallback((now: number) => waitedMinutes(row.since, now), [row.since])
  const minutes = useHallReading(live.hallNow, read)
  const number = labelText(row.label)
  const acts = actsOfRow(row, list, free)
  const words: Record<RowActName, string> = {
    call: t('act.call-number', { number }),
    resume: t('act.resume-number', { number }),
    return: t('act.came'),
    'no-show': t('act.no-show'),
    restore: t('act.restore'),
    prioritise: t('act.prioritise'),
    unprioritise: t('act.unprioritise'),
    transfer: t('counter.transfer'),
    cancel: t('act.cancel'),
  }
  const face = (
    <>
      <TicketNumber label={row.label} />
      <span className="line-words">
        <span className="line-service">{pick(row.serviceName)}</span>
        {away ? (
          <AwayState at={away} />
        ) : (
          <RowState row={row} live={live} timeZone={timeZone} returnAfter={returnAfter} />
        )}
      </span>
      <span className="line-wait">
        {t('line.minutes', { n: minutes })}
        {next && <small>{t('line.next')}</small>}
      </span>
    </>
  )
  if (acts.length === 0) {
    return (
      <li>
        <p className="line-row">{face}</p>
      </li>
    )
  }
  return (
    <li className={next ? 'line-next' : undefined}>
      <MenuTrigger>
        <Button className="line-row" isDisabled={!linked}>
          {face}
        </Button>
        <Popover className="menu-layer" placement="bottom end">
          <Menu
            className="menu"
            aria-label={number}
            disabledKeys={acts.filter(({ enabled }) => !enabled).map(({ name }) => name)}
            onAction={(name) => onAct({ name: name as RowActName, row })}
          >
            {acts.map(({ name }) => (
              <MenuItem key={name} id={name} className="menu-item" textValue={words[name]}>
                {name.endsWith('prioritise') ? <StatusShape state="priority" /> : <Icon name={icons[name]} />}
                <span>{words[name]}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  )
}

const awayStates: Partial<Record<AwayRow['at']['state'], StatusState>> = {
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
}

/** Where somebody is who comes back here afterwards (R5.7). */
function AwayState({ at }: { at: AwayRow['at'] }) {
  const { t } = useMessages<CounterKey>()
  return (
    <small>
      <Status state={awayStates[at.state] ?? 'waiting'} />
      <span>{t('line.away-at', { sign: at.sign })}</span>
    </small>
  )
}

/** The second line of a row: priority, why it waits apart, when it comes back. */
function RowState({ row, live, timeZone, returnAfter }: Pick<Props, 'row' | 'live' | 'timeZone' | 'returnAfter'>) {
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const { hold, items, bookedAt, paper } = row
  const returnAt = hold?.returnAt ?? null
  const read = useCallback(
    (now: number) => (returnAt === null ? 0 : Math.max(0, Math.ceil((returnAt - now) / 60_000))),
    [returnAt],
  )
  const minutesLeft = useHallReading(live.hallNow, read)
  const words = [
    row.paused && t('line.paused', { n: returnAfter }),
    row.returned && t('line.returned'),
    bookedAt !== null && t('field.booked', { time: timeText(bookedAt, timeZone) }),
    items > 1 && t('field.items', { n: items }),
    paper && t('field.paper'),
    returnAt !== null && t('line.returns', { time: timeText(returnAt, timeZone), n: minutesLeft }),
    hold?.keepUntil != null && t('line.keeps', { time: timeText(hold.keepUntil, timeZone) }),
    hold && hold.missing.length > 0 && t('line.missing', { n: hold.missing.length }),
    hold && hold.missing.length === 0 && reasonText(hold.reason, messages),
  ].filter((word): word is string => typeof word === 'string')
  if (!row.priority && words.length === 0) return null
  return (
    <small>
      {row.priority && (
        <span className="line-priority">
          <StatusShape state="priority" />
          {t('status.priority')}
        </span>
      )}
      {words.length > 0 && <span>{words.join(', ')}</span>}
    </small>
  )
}
