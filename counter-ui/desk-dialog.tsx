import type { CounterSnapshot, LineRow } from '../server/contract/live.ts'
import { BreakDialog } from './break-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import { CancelDialog, CloseDialog } from './confirm-dialogs.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { AddServiceDialog, WalkInDialog } from './service-dialogs.tsx'
import type { Field } from './stage.ts'
import { TransferDialog } from './transfer-dialog.tsx'
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

interface Props extends DialogProps {
  request: DialogRequest | null
  field: Field
  letters: boolean
  onLetters: (on: boolean) => void
}

export function DeskDialog({ request, field, letters, onLetters, ...shared }: Props) {
  switch (request?.kind) {
    case 'help':
      return <HelpDialog field={field} letters={letters} onLetters={onLetters} onClose={shared.onClose} />
    case 'break':
      return <BreakDialog {...shared} />
    case 'walk-in':
      return <WalkInDialog {...shared} />
    case 'close':
      return <CloseDialog waiting={request.waiting} {...shared} />
    case 'call':
      return <CallDialog row={request.row} {...shared} />
    case 'hold':
      return <HoldDialog {...request} {...shared} />
    case 'transfer':
      return <TransferDialog {...request} {...shared} />
    case 'add-service':
      return <AddServiceDialog {...request} {...shared} />
    case 'cancel':
      return <CancelDialog {...request} {...shared} />
    case undefined:
      return null
  }
}
