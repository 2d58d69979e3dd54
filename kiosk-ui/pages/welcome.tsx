import { useCallback } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { useHallReading } from '../../ui-kit/clock.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { Weave } from '../../ui-kit/weave.tsx'
import type { Mode } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { hoursToday } from '../opening-hours.ts'
import { modeButtons } from '../parts/mode-buttons.ts'
import { StepPage } from '../parts/step-page.tsx'

export function WelcomePage() {
  const { snapshot, journey, send, portrait, known } = useKiosk()
  const { t, locale } = useWords()
  const tell = (
    <>
      <div className="welcome-weave">
        {portrait ? (
          <Weave width={1080} height={432} cell={27} yellowRow={7} />
        ) : (
          <Weave width={864} height={540} cell={27} yellowRow={9} />
        )}
      </div>
      <div className="welcome-words">
        <h1 tabIndex={-1}>{t('welcome.title')}</h1>
        <p className="welcome-ask">{t('welcome.ask')}</p>
        {known ? <OpenToday /> : <p className="welcome-hours">&nbsp;</p>}
      </div>
    </>
  )
  return (
    <StepPage name="welcome" tell={tell}>
      <div className={snapshot.takesBookings ? 'welcome-actions welcome-three' : 'welcome-actions'} data-arrows>
        <button type="button" className="welcome-take" onClick={() => send({ type: 'start' })}>
          <Icon name="ticket-fill" />
          <span>
            <b>{t('welcome.take')}</b>
            <small>{t('welcome.take.sub')}</small>
          </span>
          <Icon name="arrow-right" />
        </button>
        {snapshot.takesBookings && (
          <button type="button" onClick={() => send({ type: 'code' })}>
            <Icon name="qr-code" />
            <span>
              <b>{t('welcome.booked')}</b>
              <small>{t('welcome.booked.sub')}</small>
            </span>
          </button>
        )}
        <button type="button" className="welcome-unsure" onClick={() => send({ type: 'guide' })}>
          <Icon name="signpost" />
          <span>
            <b>{t('welcome.unsure')}</b>
            <small>{t('kiosk.unsure.sub')}</small>
          </span>
        </button>
      </div>
      <div className="welcome-foot">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid row everywhere */}
        <div className="welcome-languages" role="group" aria-label={t('kiosk.language')}>
          {(['id', 'en'] as const).map((each) => (
            <Button
              key={each}
              lang={each}
              aria-pressed={locale === each}
              onClick={() => send({ type: 'locale', locale: each })}
              {...(locale === each ? { icon: 'check' as const } : {})}
            >
              {each === 'id' ? 'Bahasa Indonesia' : 'English'}
            </Button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div className="welcome-access" role="group" aria-label={t('access.title')}>
          {(Object.keys(modeButtons) as Mode[]).map((mode) => (
            <button
              key={mode}
              type="button"
              aria-pressed={journey.modes[mode]}
              onClick={() => send({ type: 'mode', mode })}
            >
              <Icon name={modeButtons[mode].icon} />
              <span>{t(modeButtons[mode].words)}</span>
            </button>
          ))}
          <button type="button" aria-haspopup="dialog" onClick={() => send({ type: 'sheet', sheet: 'help' })}>
            <Icon name="call-bell" />
            <span>{t('access.officer')}</span>
          </button>
        </div>
      </div>
    </StepPage>
  )
}

/** The building's hours today; "tutup hari ini" also when every service says so, as on a holiday. */
function OpenToday() {
  const { snapshot, hallNow } = useKiosk()
  const { t } = useWords()
  const { site, services } = snapshot
  const read = useCallback(
    (now: number) => JSON.stringify(hoursToday(site.hours, now, site.timeZone)),
    [site.hours, site.timeZone],
  )
  const hours = JSON.parse(useHallReading(hallNow, read)) as ReturnType<typeof hoursToday>
  const closed = services.length > 0 && services.every(({ refusal }) => refusal?.name === 'closed-today')
  const open = hours.length > 0 && !closed
  const range = hours.map(({ from, to }) => `${from}–${to}`).join(', ')
  return (
    <p className="welcome-hours">
      <StatusShape state={open ? 'open' : 'closed'} />
      {open ? t('kiosk.open-today', { hours: range, zone: site.zoneAbbreviation }) : t('kiosk.closed-today')}
    </p>
  )
}
