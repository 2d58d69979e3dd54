import { useState } from 'react'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { cancelReasons, recordedReason, restoreReasons, wordsOf } from './reasons.ts'
import { useSubmit } from './use-submit.ts'

/** The end of a number for the day: asked again, because the visitor pays for a slip. */
export function CancelDialog({ id, label, press, onClose }: DialogProps & { id: string; label: string }) {
  const { t } = useMessages<CounterKey>()
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
      onSubmit={() => void submit(presses.cancel(id, recordedReason(reason)))}
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

/** R3.22: a number that was given up as absent stands in line again, at its end; the reason is recorded. */
export function RestoreDialog({ id, label, press, onClose }: DialogProps & { id: string; label: string }) {
  const { t, pick } = useMessages<CounterKey>()
  const [reason, setReason] = useState(() => pick(wordsOf('came-back')))
  const { submit, fault, busy } = useSubmit(press, onClose)
  const number = labelText(label)
  return (
    <DialogFrame
      title={t('restore.title')}
      label={label}
      submit={t('restore.submit', { number })}
      able={reason.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit(presses.comeBack(id, recordedReason(reason)))}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('restore.text', { number })}</p>
        <ReasonField
          label={t('reason.label')}
          value={reason}
          onChange={setReason}
          examples={restoreReasons}
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
