import { useId, useState } from 'react'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { overrideReasons, recordedReason } from './reasons.ts'
import { ServicePicker } from './service-picker.tsx'
import { useSubmit } from './use-submit.ts'

/** R5.8: a further service under the same number. */
export function AddServiceDialog({ id, label, press, onClose }: DialogProps & { id: string; label: string }) {
  const { t } = useMessages<CounterKey>()
  const [service, setService] = useState<string | null>(null)
  const { submit, fault, busy } = useSubmit(press, onClose)
  return (
    <DialogFrame
      title={t('add.title')}
      label={label}
      submit={service ? t('add.submit', { number: labelText(label) }) : t('service.pick')}
      able={service !== null}
      busy={busy}
      fault={fault}
      onSubmit={() => service && void submit(presses.addService(id, service))}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('add.text')}</p>
        <ServicePicker selected={service} onSelect={setService} />
      </div>
    </DialogFrame>
  )
}

/** R6.3: refusals of a number against which staff may give one, with a reason. */
const overridable: ReadonlySet<string | null> = new Set([
  'closed-today',
  'closed-now',
  'cut-off',
  'quota-full',
  'closing-soon',
])

/** R5.11: somebody at the desk without a number gets one and is served at once; the call is out of order and says so. */
export function WalkInDialog({ snapshot, press, onClose }: DialogProps) {
  const { t } = useMessages<CounterKey>()
  const itemsField = useId()
  const [service, setService] = useState<string | null>(null)
  const [priority, setPriority] = useState(false)
  const [items, setItems] = useState(1)
  const [override, setOverride] = useState('')
  const { submit, fault, refused, busy } = useSubmit(press, onClose)
  const { counter } = snapshot
  const asksWhy = overridable.has(refused)
  const given = asksWhy ? recordedReason(override) : ''
  return (
    <DialogFrame
      title={t('walk.title')}
      submit={service ? t('walk.submit') : t('service.pick')}
      able={service !== null && (!asksWhy || given !== '')}
      busy={busy}
      fault={fault}
      onSubmit={() =>
        service && void submit(presses.walkIn(counter.number, { service, priority, items, override: given }))
      }
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('walk.text')}</p>
        <ServicePicker only={counter.services} selected={service} onSelect={setService} />
        <div className="walk-more">
          <label className="check">
            <input type="checkbox" checked={priority} onChange={() => setPriority(!priority)} />
            <span>{t('status.priority')}</span>
          </label>
          <label htmlFor={itemsField}>{t('walk.items')}</label>
          <input
            id={itemsField}
            className="text-field"
            type="number"
            min={1}
            max={20}
            value={items}
            onChange={(event) => setItems(Math.min(20, Math.max(1, Math.floor(Number(event.target.value)) || 1)))}
          />
        </div>
        {asksWhy && (
          <ReasonField
            label={t('walk.override')}
            value={override}
            onChange={setOverride}
            examples={overrideReasons}
            focusFirst
          />
        )}
      </div>
    </DialogFrame>
  )
}
