import type { CounterSnapshot, LegStep, LineRow } from '../server/contract/live.ts'

/** What stands in the big field; its colour, its words and its buttons follow. */
export type Field = 'closed' | 'break' | 'idle' | 'next' | 'calling' | 'serving'

export type ActionName =
  | 'open'
  | 'call-next'
  | 'pick'
  | 'resume'
  | 'walk-in'
  | 'paper'
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
  | 'hand-over'
  | 'note'
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
  const { ticket, counter, waiting, held, missed, undo, rules, others, standstill } = snapshot
  const calling = standstill.pause === null && !standstill.closed
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
      second: action('recall', calling && ticket.calls < rules.callsAtMost),
      row: [action('miss'), undoing, action('transfer')],
      more: [action('hold'), action('requeue'), ...shared(ticket)],
    }
  }
  if (ticket) {
    return {
      ...base,
      field: 'serving',
      label: ticket.label,
      main: action('finish'),
      second: action('finish-next', calling && waiting.length > 0 && counter.pending === null),
      row: [action('transfer'), action('hold'), action('papers')],
      more: [action('requeue'), ...shared(ticket)],
    }
  }
  if (counter.state !== 'open') {
    return { ...base, field: counter.state, label: null, main: action('open', !standstill.closed), row: [] }
  }
  return {
    ...base,
    field: waiting.length > 0 ? 'next' : 'idle',
    label: next?.label ?? null,
    main: action('call-next', calling && waiting.length > 0),
    row: [
      action('pick', calling && waiting.length + missed.length > 0),
      action('resume', held.length > 0),
      action('walk-in', calling),
    ],
    more: [action('paper', calling)],
  }

  /** What may be done with a number at the counter, called or in service. */
  function shared({ priority }: { priority: boolean }): Action[] {
    return [
      action('note'),
      action('add-service'),
      action('hand-over', calling && others.some(({ takesOver }) => takesOver)),
      action(priority ? 'unprioritise' : 'prioritise'),
      action('cancel'),
    ]
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

/** How long before a planned break the screen says so. */
const breakSoonMs = 30 * 60_000

/** The planned break of this counter that is under way or near. */
export const plannedBreak = (breaks: CounterSnapshot['counter']['breaks'], now: number) =>
  breaks.find(({ from, to }) => from - breakSoonMs <= now && now < to) ?? null

/** Seconds until something happens by itself (R5.5); null while nothing will. */
export const automaticSecondsLeft = (automatic: CounterSnapshot['automatic'], now: number): number | null =>
  automatic && Math.max(0, Math.ceil((automatic.at - now) / 1000))

/** Where the visit goes on after this leg: the sender who waits for it, else the next leg, or those it may be. */
export function nextPlaces(steps: readonly LegStep[]): readonly LegStep[] {
  const sender = steps.filter(({ present, state }) => !present && state === 'held')
  return sender.length > 0 ? sender : steps.filter(({ standing }) => standing === 'next' || standing === 'free')
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
