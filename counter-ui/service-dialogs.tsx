import { useState } from 'react'
import type { ServiceWire } from '../server/contract/api.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import { isFound } from './find.ts'
import { type CounterKey, counterCatalogue } from './messages.ts'
import { presses } from './presses.ts'
import { useServices } from './use-services.ts'
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
        <ServicePicker booth={null} selected={service} onSelect={setService} />
      </div>
    </DialogFrame>
  )
}

/** R5.11: somebody at the desk without a number gets one and is served at once; the call is out of order and says so. */
export function WalkInDialog({ snapshot, press, onClose }: DialogProps) {
  const { t } = useMessages<CounterKey>()
  const [service, setService] = useState<string | null>(null)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const { counter } = snapshot
  const serve = (code: string) =>
    submit(
      presses.issue(code),
      (issued) => presses.call(counter.number, ticketIdOf(issued), recordedWalkIn),
      (called) => presses.start(ticketIdOf(called)),
    )
  return (
    <DialogFrame
      title={t('walk.title')}
      submit={service ? t('walk.submit') : t('service.pick')}
      able={service !== null}
      busy={busy}
      fault={fault}
      onSubmit={() => service && void serve(service)}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('walk.text')}</p>
        <ServicePicker booth={counter.booth} selected={service} onSelect={setService} />
      </div>
    </DialogFrame>
  )
}

/** The call is recorded in the building's language, like every ready reason. */
const recordedWalkIn = counterCatalogue.id['walk.reason']

/** The ticket that an answer of the hub is about. */
function ticketIdOf(answer: unknown): string {
  return (answer as { ticket: { id: string } }).ticket.id
}

interface PickerProps {
  /** Only the services of this booth. */
  booth: string | null
  selected: string | null
  onSelect: (service: string) => void
}

function ServicePicker({ booth, selected, onSelect }: PickerProps) {
  const { t, pick } = useMessages<CounterKey>()
  const { services, failed } = useServices()
  const [query, setQuery] = useState('')
  const options = (services ?? [])
    .filter((service) => booth === null || service.booth.code === booth)
    .filter((service) =>
      isFound(query, pick(service.name), service.agency.short, service.booth.sign, ...service.keywords),
    )
    .map((service): ServiceWire & { id: string } => ({ ...service, id: service.code }))
  return (
    <ComboList
      label={t('service.search')}
      listLabel={t('service.list')}
      empty={services ? t('service.none') : failed ? t('sign.failed') : t('link.waiting')}
      query={query}
      onQuery={setQuery}
      options={options}
      selected={selected}
      onSelect={({ code }) => onSelect(code)}
      render={(service) => (
        <>
          <BoothSign sign={service.booth.sign} />
          <span className="combo-words">
            <b>{pick(service.name)}</b>
            <small>{service.agency.short}</small>
          </span>
        </>
      )}
    />
  )
}
