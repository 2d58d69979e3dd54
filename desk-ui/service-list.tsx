import { type KeyboardEvent, memo, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { searchServices } from '../ui-kit/service-search.ts'
import { Status } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { type DeskService, useDesk } from './desk-context.ts'
import type { DeskKey } from './messages.ts'
import { waitText } from './wait-text.ts'

interface Props {
  label: string
  /** Code of the one that is chosen. */
  chosen: string | null
  onChoose: (service: DeskService) => void
  /** Only these; all of them by default. */
  among?: (service: DeskService) => boolean
  field?: RefObject<HTMLInputElement | null>
  /** Without waits, where the room is short. */
  plain?: boolean
}

/** Every service, found by typing: arrows move, Enter chooses. */
export function ServiceList({ label, chosen, onChoose, among, field, plain = false }: Props) {
  const { t } = useMessages<DeskKey>()
  const { hall } = useDesk()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const rows = useRef<HTMLDivElement>(null)
  const found = useMemo(() => {
    const services = among ? hall.services.filter(among) : hall.services
    return query.trim() === '' ? services : searchServices(query, { services })
  }, [hall.services, among, query])
  const current = Math.min(at, Math.max(0, found.length - 1))

  useEffect(() => {
    rows.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.min(found.length - 1, Math.max(0, current + step)))
    }
    const service = found[current]
    // In a form, Enter on what is chosen already goes on with the form.
    const goesOn = service?.code === chosen && event.currentTarget.form !== null
    if (event.key === 'Enter' && service && !goesOn) {
      event.preventDefault()
      onChoose(service)
    }
  }

  return (
    <div className="services">
      <search className="find">
        <Icon name="magnifying-glass" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? `${list}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
      </search>
      <p className="k-sr" role="status">
        {query.trim() !== '' && t(found.length > 0 ? 'services.found' : 'services.none', { n: found.length })}
      </p>
      {found.length === 0 && <p className="quiet">{t('services.none')}</p>}
      <div ref={rows} className="service-rows" id={list} role="listbox" aria-label={label}>
        {found.map((service, index) => (
          <ServiceRow
            key={service.code}
            id={`${list}-${index}`}
            service={service}
            active={index === current}
            chosen={service.code === chosen}
            plain={plain}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  service: DeskService
  active: boolean
  chosen: boolean
  plain: boolean
  onChoose: (service: DeskService) => void
}

const ServiceRow = memo(function ServiceRow({ id, service, active, chosen, plain, onChoose }: RowProps) {
  const messages = useMessages<DeskKey>()
  const { t, pick } = messages
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-active={active}
      className={service.open ? 'service-row' : 'service-row k-hatch'}
      onClick={() => onChoose(service)}
    >
      <BoothSign sign={service.booth.sign} off={!service.open} />
      <span className="service-words">
        <b>{pick(service.name)}</b>
        <small>{service.agency.short}</small>
      </span>
      {!plain && (
        <span className="service-wait">
          {service.open ? (
            <>
              {service.estimate && <b>{waitText(service, messages)}</b>}
              <small>{t('services.waiting', { n: service.waiting })}</small>
            </>
          ) : (
            <Status state="closed" />
          )}
        </span>
      )}
    </div>
  )
})
