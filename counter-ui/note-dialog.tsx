import { useId, useState } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { useSubmit } from './use-submit.ts'

const mostLetters = 240

/** R5.8: a note that the next officer reads, wherever the number goes; the visitor does not see it. */
export function NoteDialog({ id, label, press, onClose }: DialogProps & { id: string; label: string }) {
  const { t } = useMessages<CounterKey>()
  const field = useId()
  const [text, setText] = useState('')
  const { submit, fault, busy } = useSubmit(press, onClose)
  return (
    <DialogFrame
      title={t('act.note')}
      label={label}
      submit={t('note.submit')}
      able={text.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit(presses.note(id, text.trim()))}
      onClose={onClose}
    >
      <div className="frame-body reason">
        <label htmlFor={field}>{t('note.label')}</label>
        <input
          id={field}
          className="text-field"
          aria-describedby={`${field}-hint`}
          value={text}
          maxLength={mostLetters}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: a dialog just opened on request begins at its question
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        <small id={`${field}-hint`}>
          {t('dialog.privacy')} {t('note.kept')}
        </small>
      </div>
    </DialogFrame>
  )
}
