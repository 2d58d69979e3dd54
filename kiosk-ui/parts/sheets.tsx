import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { informationDesk } from '../directory.ts'
import { allShelf, type Mode, type Sheet as SheetName } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { BuildingMap } from './building-map.tsx'
import { modeButtons } from './mode-buttons.ts'
import { Sheet } from './sheet.tsx'
import { shelfNamed, shelvesOf } from './shelves.ts'

const sheets = { access: AccessSheet, help: HelpSheet, shelves: ShelvesSheet, uncertain: UncertainSheet }

export function Sheets({ sheet }: { sheet: SheetName }) {
  const Chosen = sheets[sheet]
  return <Chosen />
}

function useClose() {
  const { send } = useKiosk()
  return () => send({ type: 'sheet', sheet: null })
}

function AccessSheet() {
  const { journey, send } = useKiosk()
  const { t } = useWords()
  const close = useClose()
  return (
    <Sheet title={t('access.title')}>
      <div className="sheet-modes">
        {(Object.keys(modeButtons) as Mode[]).map((mode) => (
          <button
            key={mode}
            type="button"
            aria-pressed={journey.modes[mode]}
            onClick={() => send({ type: 'mode', mode })}
          >
            <Icon name={modeButtons[mode].icon} />
            <span>{t(modeButtons[mode].words)}</span>
            <Icon name="check" className="sheet-mode-on" />
          </button>
        ))}
        <button
          type="button"
          aria-pressed={journey.spoken}
          onClick={() => send({ type: 'spoken', on: !journey.spoken })}
        >
          <Icon name="headphones" />
          <span>{t('guide.name')}</span>
          <Icon name="check" className="sheet-mode-on" />
        </button>
      </div>
      <p className="sheet-note">{t('kiosk.access.note')}</p>
      <Button main onClick={close}>
        {t('kiosk.continue')}
      </Button>
    </Sheet>
  )
}

/** Where people are helped. */
function HelpSheet() {
  const { snapshot, journey } = useKiosk()
  const { t } = useWords()
  const close = useClose()
  const desk = informationDesk(snapshot)
  return (
    <Sheet title={t('kiosk.help')}>
      <p className="sheet-text">{t('kiosk.help.where')}</p>
      {desk && (
        <div className="place panel">
          {!journey.modes.large && (
            <div className="place-map" style={{ minHeight: 320 }}>
              <BuildingMap level={desk.floor} {...(desk.booth ? { goal: desk.booth.code, aspect: 500 / 320 } : {})} />
            </div>
          )}
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
      <Button main onClick={close}>
        {t('kiosk.close')}
      </Button>
    </Sheet>
  )
}

/** R6.2, amber: the visitor chooses, before there is a number. */
function UncertainSheet() {
  const { snapshot, journey, send } = useKiosk()
  const { t } = useWords()
  const service = snapshot.services.find(({ code }) => code === journey.service)
  const closesAt = service?.closesAt ?? null
  return (
    <Sheet title={t('kiosk.uncertain')} alert>
      <p className="sheet-text">
        {closesAt !== null && t('kiosk.uncertain.closes', { time: timeText(closesAt, snapshot.site.timeZone) })}{' '}
        {t('kiosk.uncertain.choose')}
      </p>
      <Button main icon="ticket-fill" onClick={() => send({ type: 'ask-priority' })}>
        {t('kiosk.uncertain.take')}
      </Button>
      <Button icon="calendar" onClick={() => send({ type: 'other-day' })}>
        {t('kiosk.uncertain.other-day')}
      </Button>
    </Sheet>
  )
}

function ShelvesSheet() {
  const { snapshot, journey, send } = useKiosk()
  const words = useWords()
  const close = useClose()
  const shelves = shelvesOf(snapshot, words)
  return (
    <Sheet title={words.t('kiosk.categories')}>
      <div className="sheet-shelves">
        {[...shelves, shelfNamed(allShelf, shelves, words)].map(({ code, name, icon }) => (
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
      </div>
      <Button icon="arrow-left" onClick={close}>
        {words.t('nav.back')}
      </Button>
    </Sheet>
  )
}
