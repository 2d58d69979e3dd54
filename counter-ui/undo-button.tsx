import { useCallback } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import type { LiveState } from '../ui-kit/live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { KeyCap } from './key-cap.tsx'
import type { CounterKey } from './messages.ts'
import { type ActionName, undoSecondsLeft } from './stage.ts'

interface Props {
  undo: CounterSnapshot['undo']
  live: { hallNow(): number }
  state: LiveState<CounterSnapshot>
  onAct: (name: ActionName) => void
  /** In the head of the field, only while there is something to undo; else a button that stays in its place. */
  small?: boolean
}

/** Takes the last action back while the seconds run (R5.6). */
export function UndoButton({ undo, live, state, onAct, small = false }: Props) {
  const { t } = useMessages<CounterKey>()
  const read = useCallback((now: number) => undoSecondsLeft(undo, now), [undo])
  const seconds = useHallReading(live.hallNow, read)
  const able = seconds > 0 && state.link === 'connected'
  if (small && !able) return null
  return (
    <button
      type="button"
      className={small ? 'undo-small' : 'act'}
      aria-disabled={!able}
      onClick={() => able && onAct('undo')}
    >
      <Icon name="undo" />
      <span className="act-word">{able ? t('counter.undo', { n: seconds }) : t('act.undo')}</span>
      <KeyCap name="Ctrl Z" />
    </button>
  )
}
