import { useCallback } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { LineRow } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon, type IconName } from '../ui-kit/icon.tsx'
import { labelText, TicketNumber } from '../ui-kit/number.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { reasonText } from './reasons.ts'
import { actsOfRow, type LineTab, type RowAct, type RowActName } from './row-acts.ts'
import { waitedMinutes } from './stage.ts'

interface Props {
  row: LineRow
  tab: LineTab
  next: boolean
  free: boolean
  linked: boolean
  live: { hallNow(): number }
  timeZone: string
  onAct: (act: RowAct) => void
}

const icons: Record<RowActName, IconName> = {
  call: 'megaphone',
  resume: 'play-fill',
  return: 'arrow-left',
  'no-show': 'user-minus',
  prioritise: 'check',
  unprioritise: 'minus',
  transfer: 'arrows-left-right',
  cancel: 'x-circle',
}

/** One number of a list; pressing it offers what may be done with it. */
export function LineRowButton({ row, tab, next, free, linked, live, timeZone, onAct }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const read = useCallback((now: number) => waitedMinutes(row.since, now), [row.since])
  const minutes = useHallReading(live.hallNow, read)
  const number = labelText(row.label)
  const acts = actsOfRow(row, tab, free)
  const words: Record<RowActName, string> = {
    call: t('act.call-number', { number }),
    resume: t('act.resume-number', { number }),
    return: t('act.requeue'),
    'no-show': t('act.no-show'),
    prioritise: t('act.prioritise'),
    unprioritise: t('act.unprioritise'),
    transfer: t('counter.transfer'),
    cancel: t('act.cancel'),
  }
  return (
    <li className={next ? 'line-next' : undefined}>
      <MenuTrigger>
        <Button className="line-row" isDisabled={!linked}>
          <TicketNumber label={row.label} />
          <span className="line-words">
            <span className="line-service">{pick(row.serviceName)}</span>
            <RowState row={row} timeZone={timeZone} />
          </span>
          <span className="line-wait">
            {t('line.minutes', { n: minutes })}
            {next && <small>{t('line.next')}</small>}
          </span>
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

/** The second line of a row: priority, why it waits apart, when it comes back. */
function RowState({ row, timeZone }: { row: LineRow; timeZone: string }) {
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const { hold } = row
  const words = [
    row.paused && t('line.paused'),
    row.returned && t('line.returned'),
    hold && reasonText(hold.reason, messages),
    hold?.returnAt != null && t('line.returns', { time: timeText(hold.returnAt, timeZone) }),
    hold?.keepUntil != null && t('line.keeps', { time: timeText(hold.keepUntil, timeZone) }),
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
