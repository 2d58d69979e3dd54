import { useEffect, useRef } from 'react'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { bounceMs, QuickChoice } from './quick-choice.tsx'
import { useSubmit } from './use-submit.ts'

interface Props extends DialogProps {
  id: string
  label: string
  /** Call the next one in the same step. */
  next: boolean
}

/** R5.5: what came of it, by one figure. Where the service does not ask for it, Enter finishes without. */
export function OutcomeDialog({ id, label, next, snapshot, press, onClose }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const { submit, fault, busy } = useSubmit(press, onClose)
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])
  const { outcomes, outcomeRequired } = snapshot.ticket ?? { outcomes: [], outcomeRequired: false }
  const finish = (outcome: string | null) => void (busy || submit(presses.finish(id, next, outcome)))
  return (
    <DialogFrame
      alert
      title={t('outcome.title')}
      label={label}
      submit={outcomeRequired ? t('outcome.pick') : t('outcome.without')}
      able={!outcomeRequired}
      focusSubmit
      busy={busy}
      fault={fault}
      onSubmit={() => performance.now() - openedAt.current >= bounceMs && finish(null)}
      onClose={onClose}
    >
      <div className="frame-body">
        {next && <p>{t('outcome.next', { number: labelText(label) })}</p>}
        <QuickChoice
          legend={t('outcome.legend')}
          options={outcomes.map(({ code, name }) => ({ id: code, word: pick(name) }))}
          onChoose={finish}
        />
      </div>
    </DialogFrame>
  )
}
