import { useId, useState } from 'react'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import type { DeskKey } from '../messages.ts'

const reasons = ['came', 'not-heard', 'wrong-number', 'asked', 'other'] as const

interface Props {
  title: string
  submit: string
  required: boolean
  onSubmit: (reason: string) => Promise<string | null>
  onClose: () => void
}

/** A reason in a word, from a list: it is kept for ever, so it is never free text that could name somebody. */
export function ReasonDialog({ title, submit, required, onSubmit, onClose }: Props) {
  const { t } = useMessages<DeskKey>()
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <DialogFrame
      title={title}
      submit={submit}
      able={!required || reason !== ''}
      onSubmit={() => onSubmit(reason)}
      onClose={onClose}
    >
      <div className="labelled">
        <label htmlFor={id}>{t('reason')}</label>
        {/* biome-ignore lint/a11y/noAutofocus: a dialog just opened on request begins at its question */}
        <select id={id} autoFocus value={reason} onChange={(event) => setReason(event.target.value)}>
          <option value="">{t(required ? 'reason.choose' : 'reason.none')}</option>
          {reasons.map((each) => (
            <option key={each} value={each}>
              {t(`reason.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </DialogFrame>
  )
}
