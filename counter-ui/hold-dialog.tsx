import { useState } from 'react'
import { labelText } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { MinuteChoice } from './minute-choice.tsx'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { holdReasons, recordedReason } from './reasons.ts'
import { useSubmit } from './use-submit.ts'

/** R5.10: why, when it comes back by itself, and until when it is kept; the two times are not needed. */
export function HoldDialog(props: DialogProps & { id: string; label: string; papers: boolean }) {
  const { id, label, papers, snapshot, press, hallNow, onClose } = props
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const [reason, setReason] = useState(() => (papers ? t('reason.papers') : ''))
  const [returnIn, setReturnIn] = useState<number | null>(null)
  const [keepFor, setKeepFor] = useState<number | null>(null)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const ahead = (minutes: number | null) => (minutes === null ? null : hallNow() + minutes * 60_000)
  const clock = (minutes: number) => timeText(hallNow() + minutes * 60_000, snapshot.site.timeZone)
  return (
    <DialogFrame
      title={t('hold.title')}
      label={label}
      submit={t('hold.submit', { number: labelText(label) })}
      able={reason.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit(presses.hold(id, recordedReason(reason, messages), ahead(returnIn), ahead(keepFor)))}
      onClose={onClose}
    >
      <div className="frame-body">
        <ReasonField label={t('reason.label')} value={reason} onChange={setReason} examples={holdReasons} focusFirst />
        <MinuteChoice
          legend={t('hold.return')}
          minutes={[10, 15, 30, 60]}
          value={returnIn}
          onChange={setReturnIn}
          wordOf={(each) => (each === null ? t('hold.return-none') : t('hold.return-in', { time: clock(each) }))}
        />
        <MinuteChoice
          legend={t('hold.keep')}
          minutes={[60, 120]}
          value={keepFor}
          onChange={setKeepFor}
          wordOf={(each) => (each === null ? t('hold.keep-none') : t('hold.keep-in', { time: clock(each) }))}
        />
      </div>
    </DialogFrame>
  )
}
