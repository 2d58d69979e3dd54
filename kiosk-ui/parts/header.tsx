import { Clock, DateLine } from '../../ui-kit/clock.tsx'
import { DemoBanner } from '../../ui-kit/demo-banner.tsx'
import { Logo } from '../../ui-kit/logo.tsx'
import type { Step } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

const stages = ['steps.agency', 'steps.service', 'steps.priority', 'steps.ticket'] as const
const stageOf: Readonly<Record<Step, number>> = {
  welcome: -1,
  guide: 0,
  agencies: 0,
  search: 0,
  services: 1,
  service: 1,
  errand: 1,
  code: -1,
  booking: -1,
  'other-day': 1,
  booked: -1,
  mine: -1,
  priority: 2,
  ticket: 3,
}

export function Header() {
  const { snapshot, known, journey, hallNow, demo } = useKiosk()
  const { t, pick, locale } = useWords()
  const { site } = snapshot
  const now = stageOf[journey.step]
  return (
    <header className="top">
      <div className="top-line">
        <Logo size={64} />
        <p className="top-name">
          {pick(site.name)}
          <small>{pick(site.place)}</small>
        </p>
        <DemoBanner demo={demo} />
        {known && (
          <p className="top-clock">
            <Clock hallNow={hallNow} timeZone={site.timeZone} />
            <small>
              <DateLine hallNow={hallNow} timeZone={site.timeZone} locale={locale} short />
            </small>
          </p>
        )}
      </div>
      {now >= 0 && (
        <ol className="steps" aria-label={t('kiosk.steps')}>
          {stages.map((stage, index) => (
            <li
              key={stage}
              className={index < now ? 'step-past' : undefined}
              aria-current={index === now ? 'step' : undefined}
            >
              {index + 1} {t(stage)}
            </li>
          ))}
        </ol>
      )}
    </header>
  )
}
