import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { isUncertain, serviceClosure } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PlaceLine, PlacePanel } from '../parts/place-panel.tsx'
import { OtherDayButton, RefusalLines } from '../parts/refusal-lines.tsx'
import { areLong, Requirements } from '../parts/requirements.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { WaitPanel } from '../parts/wait-panel.tsx'

export function ServicePage() {
  const { snapshot, journey, send, portrait } = useKiosk()
  const { t, pick } = useWords()
  const { large, low } = journey.modes
  const service = snapshot.services.find(({ code }) => code === journey.service)
  const booth = snapshot.booths.find(({ code }) => code === service?.booth.code)
  if (!service || !booth) return null
  const closure = serviceClosure(service)
  const missing = service.requirements.filter((_, index) => !journey.ticked.includes(index))
  const begun = journey.ticked.length > 0 && missing.length > 0
  const uncertain = isUncertain(service)
  const isFull = low || (service.requirements.length > 3 && areLong(service.requirements.map(pick)))
  const tight = portrait && isFull
  // Across, the warning takes the map's room.
  const place =
    large || (uncertain && !portrait) ? null : tight ? (
      <PlaceLine booth={booth} />
    ) : (
      <PlacePanel booth={booth} title="kiosk.place" height={portrait ? 310 : 270} />
    )
  const tell = (
    <>
      <div className="service-title">
        <p className="from">
          <BoothSign sign={booth.sign} off={closure !== null} />
          {booth.short}
          {large && ` · ${t('place.floor', { level: booth.floor })}`}
        </p>
        <h1 tabIndex={-1}>{pick(service.name)}</h1>
        <p className="tags">
          {service.free && (
            <span>
              <Icon name="coins" />
              {t('service.free')}
            </span>
          )}
          <span>
            <Icon name="timer" />
            {t('kiosk.desk-time', { n: Math.round(service.minutes) })}
          </span>
        </p>
      </div>
      {!closure && <WaitPanel booth={booth} service={service} />}
      {!portrait && place}
    </>
  )
  return (
    <StepPage name="service" tell={tell}>
      {portrait && place}
      <Requirements requirements={service.requirements} />
      {begun && !large && (
        <p className="missing" role="status">
          {t('service.missing')} <b>{missing.map(pick).join(', ')}</b>
        </p>
      )}
      {closure ? (
        <div className="no-number k-hatch" role="status">
          <Status state={closure.state}>{closure.state === 'held' ? t('kiosk.stopped') : undefined}</Status>
          {closure.refusal ? <RefusalLines refusal={closure.refusal} /> : <p>{t('kiosk.no-number')}</p>}
          <OtherDayButton service={service} />
        </div>
      ) : (
        <button
          type="button"
          className="cta"
          onClick={() => send(uncertain ? { type: 'sheet', sheet: 'uncertain' } : { type: 'ask-priority' })}
        >
          <Icon name="ticket-fill" />
          {t('service.take')}
        </button>
      )}
    </StepPage>
  )
}
