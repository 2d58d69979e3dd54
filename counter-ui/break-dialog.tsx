import { useState } from 'react'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { MinuteChoice } from './minute-choice.tsx'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { breakReasons, recordedReason, wordsOf } from './reasons.ts'
import { useSubmit } from './use-submit.ts'

/** R5.9: a break has a reason and a promised return, both shown to the public. */
export function BreakDialog({ snapshot, press, hallNow, onClose }: DialogProps) {
  const { t, pick } = useMessages<CounterKey>()
  const [reason, setReason] = useState(() => pick(wordsOf('rest')))
  const [minutes, setMinutes] = useState<number | null>(15)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const { counter, ticket, site } = snapshot
  const back = (each: number) => hallNow() + each * 60_000
  return (
    <DialogFrame
      title={t('break.title')}
      submit={t('break.submit')}
      able={reason.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() =>
        void submit(presses.pause(counter.number, recordedReason(reason), minutes === null ? null : back(minutes)))
      }
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('break.public')}</p>
        <ReasonField
          label={t('reason.label')}
          value={reason}
          onChange={setReason}
          examples={breakReasons}
          mostLetters={60}
          focusFirst
        />
        <MinuteChoice
          legend={t('break.until')}
          minutes={[10, 15, 30, 60]}
          value={minutes}
          onChange={setMinutes}
          wordOf={(each) => (each === null ? t('break.until-none') : timeText(back(each), site.timeZone))}
        />
        {ticket && <p>{t('break.after')}</p>}
      </div>
    </DialogFrame>
  )
}
