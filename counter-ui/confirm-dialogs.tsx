import { useState } from 'react'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { cancelReasons, recordedReason } from './reasons.ts'
import { useSubmit } from './use-submit.ts'

/** The end of a number for the day: asked again, because the visitor pays for a slip. */
export function CancelDialog({ id, label, press, onClose }: DialogProps & { id: string; label: string }) {
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const [reason, setReason] = useState('')
  const { submit, fault, busy } = useSubmit(press, onClose)
  const number = labelText(label)
  return (
    <DialogFrame
      alert
      title={t('cancel.title')}
      label={label}
      submit={t('cancel.submit', { number })}
      back={t('cancel.keep')}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit(presses.cancel(id, recordedReason(reason, messages)))}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('cancel.text', { number })}</p>
        <ReasonField
          label={t('reason.optional')}
          value={reason}
          onChange={setReason}
          examples={cancelReasons}
          focusFirst
        />
      </div>
    </DialogFrame>
  )
}

/** R5.9: the last open counter of a service asks before it leaves people alone. */
export function CloseDialog({ waiting, snapshot, press, onClose }: DialogProps & { waiting: number }) {
  const { t } = useMessages<CounterKey>()
  const { submit, fault, busy } = useSubmit(press, onClose)
  return (
    <DialogFrame
      alert
      title={t('close.title')}
      focusSubmit
      submit={t('close.submit')}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit(presses.close(snapshot.counter.number, true))}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('close.waiting', { n: waiting })}</p>
      </div>
    </DialogFrame>
  )
}
