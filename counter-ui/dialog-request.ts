import type { CounterSnapshot, LineRow } from '../server/contract/live.ts'
import type { Commands } from './use-commands.ts'

/** The question that is open, with what it is about. */
export type DialogRequest =
  | { kind: 'help' }
  | { kind: 'break' }
  | { kind: 'walk-in' }
  | { kind: 'close'; waiting: number }
  | { kind: 'call'; row: LineRow | null }
  | { kind: 'hold'; id: string; label: string; papers: boolean }
  | { kind: 'transfer'; id: string; label: string; since: number; atDesk: boolean }
  | { kind: 'add-service'; id: string; label: string }
  | { kind: 'cancel'; id: string; label: string }

export interface DialogProps {
  readonly snapshot: CounterSnapshot
  readonly press: Commands['press']
  readonly hallNow: () => number
  readonly onClose: () => void
}
