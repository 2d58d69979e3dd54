import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { boothsOn } from '../directory.ts'
import { allShelf, errandShelf } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { BuildingMap } from '../parts/building-map.tsx'
import { PagedList } from '../parts/paged-list.tsx'
import { BoothRow, ErrandRow } from '../parts/rows.tsx'
import { shelfNamed, shelvesOf } from '../parts/shelves.ts'
import { StepPage } from '../parts/step-page.tsx'

export function AgenciesPage() {
  const { snapshot, journey, send, portrait } = useKiosk()
  const words = useWords()
  const { t } = words
  const { large, low } = journey.modes
  const shelves = shelvesOf(snapshot, words)
  const shelf = shelfNamed(journey.shelf, shelves, words)
  const booths = boothsOn(journey.shelf, snapshot)
  const raised = low && portrait
  const rail = !large && !raised
  const all = journey.shelf === allShelf
  return (
    <StepPage name="agencies" tell={raised && <WhereThingsAre />}>
      {!raised && (
        <h1 className="k-sr" tabIndex={-1}>
          {t('kiosk.choose-agency')}
        </h1>
      )}
      <div className="find-line">
        <button type="button" className="find" onClick={() => send({ type: 'search' })}>
          <Icon name="magnifying-glass" />
          <span>{raised && large ? t('kiosk.search') : t('search.hint')}</span>
          <span className="find-type">
            <Icon name="keyboard" />
            <b>{t('kiosk.type')}</b>
          </span>
        </button>
        {!rail && (
          <button
            type="button"
            className="shelf-picker"
            aria-haspopup="dialog"
            onClick={() => send({ type: 'sheet', sheet: 'shelves' })}
          >
            <Icon name={shelf.icon} />
            <span>{shelf.name}</span>
            <Icon name="caret-down" />
          </button>
        )}
      </div>
      <div className="directory">
        {rail && (
          <nav className="rail" aria-label={t('kiosk.categories')} data-arrows>
            {shelves.map(({ code, name, icon }) => (
              <button
                key={code}
                type="button"
                aria-current={code === journey.shelf ? 'true' : undefined}
                onClick={() => send({ type: 'shelf', shelf: code })}
              >
                <Icon name={icon} />
                <span>{name}</span>
              </button>
            ))}
          </nav>
        )}
        {journey.shelf === errandShelf ? (
          <PagedList
            key={journey.shelf}
            className="booths"
            items={snapshot.journeys}
            keyOf={({ code }) => code}
            rowHeight={large ? 176 : 122}
            label={t('kiosk.errands')}
          >
            {(errand) => <ErrandRow errand={errand} />}
          </PagedList>
        ) : (
          <PagedList
            key={journey.shelf}
            className="booths"
            items={booths}
            keyOf={({ code }) => code}
            rowHeight={large ? (raised ? 176 : 200) : raised ? 122 : 140}
            columns={(raised && !large) || !portrait ? 2 : 1}
            label={t('kiosk.booths')}
            {...(all
              ? {}
              : {
                  note: t('kiosk.shown-booths', { shown: booths.length, n: snapshot.booths.length }),
                  action: !large && (
                    <Button icon="squares-four" onClick={() => send({ type: 'shelf', shelf: allShelf })}>
                      {t('list.all')}
                    </Button>
                  ),
                })}
          >
            {(booth) => <BoothRow booth={booth} />}
          </PagedList>
        )}
      </div>
    </StepPage>
  )
}

/** In low reach the upper part of the screen holds no buttons: it shows the floor. */
function WhereThingsAre() {
  const { kiosk } = useKiosk().snapshot
  const { t } = useWords()
  return (
    <div className="where">
      <div>
        <h1 tabIndex={-1}>{t('kiosk.choose-agency')}</h1>
        <p>{t('kiosk.map-note')}</p>
        <p className="where-you">
          <i />
          {t('kiosk.you-are-here')}
        </p>
      </div>
      <BuildingMap level={kiosk.floor} />
    </div>
  )
}
