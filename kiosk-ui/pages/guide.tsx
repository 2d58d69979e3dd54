import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import { informationDesk, wantedServices } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { BuildingMap } from '../parts/building-map.tsx'
import { PagedList } from '../parts/paged-list.tsx'
import { ServiceRow } from '../parts/rows.tsx'
import { StepPage } from '../parts/step-page.tsx'

/** For somebody who does not know where to go: the information desk on the map, and what people come for most. */
export function GuidePage() {
  const { snapshot, journey, send, portrait } = useKiosk()
  const { t } = useWords()
  const { large, low } = journey.modes
  const desk = informationDesk(snapshot)
  const tell = (
    <>
      <h1 tabIndex={-1}>{t('kiosk.guide.title')}</h1>
      <p className="guide-text">{t('kiosk.guide.text')}</p>
      {desk && !(large && portrait) && (
        <div className="place panel">
          <div className="place-map" style={{ minHeight: low && portrait ? 230 : 344 }}>
            <BuildingMap
              level={desk.floor}
              {...(desk.booth ? { goal: desk.booth.code, aspect: 572 / (low && portrait ? 230 : 344) } : {})}
            />
          </div>
          <div className="place-text">
            <p className="label">{t('kiosk.desk')}</p>
            <p className="place-big">{t('place.floor', { level: desk.floor })}</p>
            {desk.booth && (
              <p className="place-big">
                {t('place.booth')} <BoothSign sign={desk.booth.sign} />
              </p>
            )}
          </div>
        </div>
      )}
    </>
  )
  return (
    <StepPage name="guide" tell={tell}>
      <PagedList
        className="results"
        items={wantedServices(snapshot)}
        keyOf={({ code }) => code}
        rowHeight={large ? 200 : 160}
        label={t('list.often')}
        action={
          !large && (
            <Button icon="magnifying-glass" onClick={() => send({ type: 'search' })}>
              {t('kiosk.search')}
            </Button>
          )
        }
        note={t('list.often')}
      >
        {(service) => <ServiceRow service={service} />}
      </PagedList>
    </StepPage>
  )
}
