import type { CounterSnapshot, LineRow } from '../server/contract/live.ts'
import type { Api } from '../ui-kit/api.ts'
import type { Commands } from './use-commands.ts'

/** The question that is open, with what it is about. */
export type DialogRequest =
  | { kind: 'help' }
  | { kind: 'break' }
  | { kind: 'walk-in' }
  | { kind: 'paper' }
  | { kind: 'outcome'; id: string; label: string; next: boolean }
  | { kind: 'note' | 'hand-over' | 'restore'; id: string; label: string }
  | { kind: 'close'; waiting: number }
  | { kind: 'call'; row: LineRow | null }
  | { kind: 'hold'; id: string; label: string; papers: boolean }
  | { kind: 'transfer'; id: string; label: string; since: number; atDesk: boolean }
  | { kind: 'add-service'; id: string; label: string }
  | { kind: 'cancel'; id: string; label: string }

export interface DialogProps {
  readonly snapshot: CounterSnapshot
  readonly press: Commands['press']
  readonly api: Api
  readonly hallNow: () => number
  /** Told at the desk, after the dialog has closed. */
  readonly onFault: (text: string) => void
  readonly onClose: () => void
}
