import { useCallback } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import type { LiveState } from '../ui-kit/live.ts'
import { labelText } from '../ui-kit/number.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { actionWords } from './action-words.ts'
import { KeyCap } from './key-cap.tsx'
import { keyOf } from './keys.ts'
import type { CounterKey } from './messages.ts'
import { type Action, type ActionName, recallWaitSeconds, type Stage } from './stage.ts'
import { UndoButton } from './undo-button.tsx'

interface Props {
  stage: Stage
  snapshot: CounterSnapshot
  live: { hallNow(): number }
  state: LiveState<CounterSnapshot>
  busy: boolean
  onAct: (name: ActionName) => void
}

/** The buttons under the number: one big, one beside it, a row of three, and the rest behind "more". */
export function ActionGrid({ stage, snapshot, live, state, busy, onAct }: Props) {
  const { field, main, second, row, more, next } = stage
  const { t } = useMessages<CounterKey>()
  const wordOf = (name: ActionName) => {
    const number = next ? labelText(next.label) : ''
    if (name === 'call-next' && number) return t('counter.call', { number })
    if (name === 'finish-next' && number) return t('counter.finishnext', { number })
    if (name === 'open' && field === 'break') return t('act.reopen')
    return t(actionWords[name].key)
  }
  const shared = { field, onAct }
  return (
    <div className="acts" data-busy={busy}>
      <ActButton
        key={main.name}
        action={main}
        word={wordOf(main.name)}
        className="act-main"
        wide={!second}
        {...shared}
      />
      {second?.name === 'recall' && snapshot.ticket ? (
        <RecallButton action={second} ticket={snapshot.ticket} rules={snapshot.rules} live={live} {...shared} />
      ) : (
        second && (
          <ActButton key={second.name} action={second} word={wordOf(second.name)} className="act-second" {...shared} />
        )
      )}
      <div className="acts-row">
        {row.map((action) =>
          action.name === 'undo' ? (
            <UndoButton key="undo" undo={snapshot.undo} live={live} state={state} onAct={onAct} />
          ) : (
            <ActButton key={action.name} action={action} word={wordOf(action.name)} {...shared} />
          ),
        )}
        {more.length > 0 && <MoreButton actions={more} field={field} onAct={onAct} />}
      </div>
    </div>
  )
}

interface ButtonProps {
  action: Action
  word: string
  field: Stage['field']
  onAct: (name: ActionName) => void
  className?: string
  wide?: boolean
}

function ActButton({ action, word, field, onAct, className = '', wide = false }: ButtonProps) {
  const key = keyOf(field, action.name)
  return (
    <button
      type="button"
      className={`act ${className}${wide ? ' act-wide' : ''}`}
      data-action={action.name}
      aria-disabled={!action.enabled}
      // The second of two quick clicks belongs to the button that stood here before.
      onClick={({ detail }) => action.enabled && detail < 2 && onAct(action.name)}
    >
      {action.name === 'hold' ? <StatusShape state="held" /> : <Icon name={actionWords[action.name].icon} />}
      <span className="act-word">{word}</span>
      {key && <KeyCap name={key} />}
    </button>
  )
}

type Ticket = NonNullable<CounterSnapshot['ticket']>

/** Not sooner than the cool-down, and not more often than allowed (R5.3). */
function RecallButton({
  action,
  ticket,
  rules,
  live,
  ...shared
}: Omit<ButtonProps, 'word'> & { ticket: Ticket; rules: CounterSnapshot['rules']; live: { hallNow(): number } }) {
  const { t } = useMessages<CounterKey>()
  const calledAt = ticket.calledAt ? Date.parse(ticket.calledAt) : ticket.since
  const read = useCallback(
    (now: number) => recallWaitSeconds(calledAt, rules.recallSeconds, now),
    [calledAt, rules.recallSeconds],
  )
  const seconds = useHallReading(live.hallNow, read)
  const waits = action.enabled && seconds > 0
  return (
    <ActButton
      action={{ ...action, enabled: action.enabled && !waits }}
      word={waits ? t('act.recall-wait', { n: seconds }) : t('counter.recall')}
      className="act-second"
      {...shared}
    />
  )
}

function MoreButton({
  actions,
  field,
  onAct,
}: {
  actions: readonly Action[]
  field: Stage['field']
  onAct: (name: ActionName) => void
}) {
  const { t } = useMessages<CounterKey>()
  const off = actions.filter(({ enabled }) => !enabled).map(({ name }) => name)
  return (
    <MenuTrigger>
      <AriaButton className="act act-more">
        <span className="act-word">{t('act.more')}</span>
        <Icon name="caret-down" />
      </AriaButton>
      <Popover className="menu-layer" placement="top end">
        <Menu className="menu" disabledKeys={off} onAction={(name) => onAct(name as ActionName)}>
          {actions.map(({ name }) => {
            const key = keyOf(field, name)
            return (
              <MenuItem key={name} id={name} className="menu-item" textValue={t(actionWords[name].key)}>
                {name.endsWith('prioritise') ? (
                  <StatusShape state="priority" />
                ) : (
                  <Icon name={actionWords[name].icon} />
                )}
                <span>{t(actionWords[name].key)}</span>
                {key && <KeyCap name={key} />}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
