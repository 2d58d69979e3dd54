import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { servicesAt } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PagedList } from '../parts/paged-list.tsx'
import { ServiceRow } from '../parts/rows.tsx'
import { StepPage } from '../parts/step-page.tsx'

export function ServicesPage() {
  const { snapshot, journey, portrait } = useKiosk()
  const { t, pick } = useWords()
  const { large, low } = journey.modes
  const booth = snapshot.booths.find(({ code }) => code === journey.booth)
  if (!booth) return null
  const tell = (
    <>
      <p className="from">
        <BoothSign sign={booth.sign} />
        {booth.short}
      </p>
      <h1 tabIndex={-1}>{t('kiosk.choose-service')}</h1>
      <p className="agency-name">{pick(booth.name)}</p>
      <p className="tags">
        <span>{t('place.floor', { level: booth.floor })}</span>
        <span>{t('list.waiting', { n: booth.waiting })}</span>
      </p>
    </>
  )
  return (
    <StepPage name="services" tell={tell}>
      <PagedList
        className="results"
        items={servicesAt(booth.code, snapshot)}
        keyOf={({ code }) => code}
        rowHeight={large ? 200 : low && portrait ? 122 : 132}
        label={t('kiosk.services')}
      >
        {(service) => <ServiceRow service={service} ofBooth />}
      </PagedList>
    </StepPage>
  )
}
