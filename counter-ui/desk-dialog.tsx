import { BreakDialog } from './break-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import { CancelDialog, CloseDialog, RestoreDialog } from './confirm-dialogs.tsx'
import type { DialogProps, DialogRequest } from './dialog-request.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { AddServiceDialog, WalkInDialog } from './service-dialogs.tsx'
import type { Field } from './stage.ts'
import { TransferDialog } from './transfer-dialog.tsx'

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
    case 'paper':
      return <PaperDialog {...shared} />
    case 'outcome':
      return <OutcomeDialog {...request} {...shared} />
    case 'note':
      return <NoteDialog {...request} {...shared} />
    case 'hand-over':
      return <HandOverDialog {...request} {...shared} />
    case 'restore':
      return <RestoreDialog {...request} {...shared} />
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
