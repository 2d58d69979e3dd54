import { useState } from 'react'
import type { ServiceWire } from '../server/contract/api.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { isFound } from './find.ts'
import type { CounterKey } from './messages.ts'
import { useServices } from './use-services.ts'

interface Props {
  /** Only these services; absent = every one of the building. */
  only?: readonly string[]
  /** Only the services of this booth. */
  booth?: string
  selected: string | null
  onSelect: (service: string) => void
  focusFirst?: boolean
}

/** A service out of a list, by words or arrows. */
export function ServicePicker({ only, booth, selected, onSelect, focusFirst = true }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const { services, failed } = useServices()
  const [query, setQuery] = useState('')
  const options = (services ?? [])
    .filter((service) => (!only || only.includes(service.code)) && (!booth || service.booth.code === booth))
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
      focusFirst={focusFirst}
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
