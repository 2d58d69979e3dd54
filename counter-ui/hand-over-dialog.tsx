import { useMessages } from '../ui-kit/use-messages.ts'
import { counterName } from './counter-name.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { QuickChoice } from './quick-choice.tsx'
import { useSubmit } from './use-submit.ts'

/** A colleague of this booth who is free goes on with the visitor; the number and its time go along. */
export function HandOverDialog({ id, label, snapshot, press, onClose }: DialogProps & { id: string; label: string }) {
  const { t } = useMessages<CounterKey>()
  const { submit, fault, busy } = useSubmit(press, onClose)
  const free = snapshot.others.filter(({ takesOver }) => takesOver)
  const [only] = free
  const one = free.length === 1 ? only : undefined
  const giveTo = (number: number) => void (busy || submit(presses.handOver(id, number)))
  return (
    <DialogFrame
      title={t('over.title')}
      label={label}
      submit={one ? t('over.submit', { counter: counterName(one.label, one.number, t) }) : t('over.pick')}
      able={one !== undefined}
      focusSubmit
      busy={busy}
      fault={fault}
      onSubmit={() => one && giveTo(one.number)}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('over.text')}</p>
        {free.length > 0 ? (
          <QuickChoice
            legend={t('over.legend')}
            options={free.map((each) => ({ id: String(each.number), word: counterName(each.label, each.number, t) }))}
            onChoose={(number) => giveTo(Number(number))}
          />
        ) : (
          <p role="status">{t('over.none')}</p>
        )}
      </div>
    </DialogFrame>
  )
}
