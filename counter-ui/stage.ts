import type { CounterSnapshot, LineRow } from '../server/contract/live.ts'

/** What stands in the big field; its colour, its words and its buttons follow. */
export type Field = 'closed' | 'break' | 'idle' | 'next' | 'calling' | 'serving'

export type ActionName =
  | 'open'
  | 'call-next'
  | 'pick'
  | 'resume'
  | 'walk-in'
  | 'start'
  | 'recall'
  | 'miss'
  | 'undo'
  | 'transfer'
  | 'hold'
  | 'papers'
  | 'finish'
  | 'finish-next'
  | 'add-service'
  | 'requeue'
  | 'cancel'
  | 'prioritise'
  | 'unprioritise'
  | 'break'
  | 'close'
  | 'search'
  | 'help'

export interface Action {
  readonly name: ActionName
  readonly enabled: boolean
}

export interface Stage {
  readonly field: Field
  /** The number in the field: the one at the counter, or else the one that comes next. */
  readonly label: string | null
  /** The first callable row of the line, in the hub's order. */
  readonly next: LineRow | null
  readonly main: Action
  readonly second: Action | null
  /** The row under the big buttons. */
  readonly row: readonly Action[]
  /** Behind the button "more". */
  readonly more: readonly Action[]
}

/** Everything the field needs, from the snapshot alone; `linked` is false while the hub is out of reach. */
export function readStage(snapshot: CounterSnapshot, linked: boolean): Stage {
  const { ticket, counter, waiting, held, missed, undo, rules } = snapshot
  const next = waiting.find((row) => !row.paused) ?? null
  const action = (name: ActionName, enabled = true): Action => ({ name, enabled: linked && enabled })
  const undoing = action('undo', undo !== null)
  const base = { next, second: null, more: [] }

  if (ticket?.state === 'called') {
    return {
      ...base,
      field: 'calling',
      label: ticket.label,
      main: action('start'),
      second: action('recall', ticket.calls < rules.callsAtMost),
      row: [action('miss'), undoing, action('transfer')],
      more: [action('hold'), action('requeue'), action('add-service'), markPriority(ticket), action('cancel')],
    }
  }
  if (ticket) {
    return {
      ...base,
      field: 'serving',
      label: ticket.label,
      main: action('finish'),
      second: action('finish-next', waiting.length > 0 && counter.pending === null),
      row: [action('transfer'), action('hold'), action('papers')],
      more: [action('add-service'), action('requeue'), markPriority(ticket), action('cancel')],
    }
  }
  if (counter.state !== 'open') {
    return { ...base, field: counter.state, label: null, main: action('open'), row: [] }
  }
  return {
    ...base,
    field: waiting.length > 0 ? 'next' : 'idle',
    label: next?.label ?? null,
    main: action('call-next', waiting.length > 0),
    row: [action('pick', waiting.length + missed.length > 0), action('resume', held.length > 0), action('walk-in')],
  }

  function markPriority({ priority }: { priority: boolean }): Action {
    return action(priority ? 'unprioritise' : 'prioritise')
  }
}

/** Whether this action may be done now, wherever on the screen it stands. */
export function isOffered(stage: Stage, name: ActionName): boolean {
  const all = [stage.main, stage.second, ...stage.row, ...stage.more]
  return all.some((action) => action?.name === name && action.enabled)
}

/** Seconds until the number may be called again (R5.3); 0 when it may. */
export function recallWaitSeconds(calledAt: number, recallSeconds: number, now: number): number {
  return Math.max(0, Math.ceil((calledAt + recallSeconds * 1000 - now) / 1000))
}

/** Seconds in which the last action can still be undone (R5.6); 0 when it cannot. */
export function undoSecondsLeft(undo: CounterSnapshot['undo'], now: number): number {
  return undo ? Math.max(0, Math.ceil((undo.until - now) / 1000)) : 0
}

export const waitedMinutes = (since: number, now: number): number => Math.max(0, Math.floor((now - since) / 60_000))

/**
 * One bar a minute of the mean visit, each filled from 0 to 1. At most twelve bars: a longer mean has longer bars.
 * Null while the counter has no mean yet.
 */
export function paceBars(elapsedMs: number, meanMs: number | null): number[] | null {
  if (meanMs === null || meanMs <= 0) return null
  const bars = Math.min(12, Math.max(1, Math.round(meanMs / 60_000)))
  const passed = (elapsedMs / meanMs) * bars
  return Array.from({ length: bars }, (_, bar) => Math.min(1, Math.max(0, passed - bar)))
}
