import type { LineRow } from '../server/contract/live.ts'

export type RowActName =
  | 'call'
  | 'resume'
  | 'return'
  | 'no-show'
  | 'restore'
  | 'prioritise'
  | 'unprioritise'
  | 'transfer'
  | 'cancel'

export interface RowAct {
  readonly name: RowActName
  readonly row: LineRow
}

export type LineTab = 'waiting' | 'held' | 'missed'

/** The lists of rows: those of the tabs, and those that stand below them. */
export type RowList = LineTab | 'away' | 'gone'

/** What may be done with a row of each list; `free` is whether this counter is open with nobody at it. */
export function actsOfRow(row: LineRow, list: RowList, free: boolean): { name: RowActName; enabled: boolean }[] {
  const act = (name: RowActName, enabled = true) => ({ name, enabled })
  const mark = act(row.priority ? 'unprioritise' : 'prioritise')
  switch (list) {
    case 'waiting':
      return [act('call', free), mark, act('transfer'), act('cancel')]
    case 'held':
      return [act('resume', free), act('return'), mark, act('transfer'), act('cancel')]
    case 'missed':
      return [act('call', free), act('return'), act('no-show'), mark, act('transfer'), act('cancel')]
    case 'gone':
      return [act('restore')]
    // Another counter has them in hand.
    case 'away':
      return []
  }
}
