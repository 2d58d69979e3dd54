import type { CounterSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Clock } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import type { Live, LiveState } from '../ui-kit/live.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { counterName } from './counter-name.ts'
import type { Language } from './language.ts'
import type { CounterKey } from './messages.ts'

interface Props extends Language {
  live: Live<CounterSnapshot>
  state: LiveState<CounterSnapshot>
  snapshot: CounterSnapshot
  onOpen: () => void
  onBreak: () => void
  onClose: () => void
}

/** Where this is, who sits here, and whether the counter is open. */
export function HeaderBar({ live, state, snapshot, onOpen, onBreak, onClose, locale, onLocale }: Props) {
  const { t } = useMessages<CounterKey>()
  const { site, counter } = snapshot
  const name = counterName(counter.label, counter.number, t)
  const officer = /\d+/.exec(counter.label ?? '')?.[0] ?? counter.number
  const act = { open: onOpen, break: onBreak, closed: onClose }
  const linked = state.link === 'connected'
  return (
    <header className="bar">
      <BoothSign sign={counter.sign} className="bar-sign" />
      <h1 className="bar-place">
        <b>{counter.agency}</b>
        <i className="bar-rule" />
        <b>{name}</b>
      </h1>
      <i className="bar-rule" />
      <span className="bar-officer">{t('head.officer', { n: officer })}</span>
      <DemoBanner demo={state.hub?.demo ?? false} />
      <fieldset className="switch bar-end" aria-label={t('head.status')}>
        {(['open', 'break', 'closed'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={counter.state === each}
            aria-description={counter.pending === each ? t(`head.after-${counter.pending}`) : undefined}
            data-pending={counter.pending === each}
            disabled={!linked}
            onClick={act[each]}
          >
            <StatusShape state={each} />
            {t(each === 'break' ? 'act.break' : `status.${each}`)}
          </button>
        ))}
      </fieldset>
      <span className="bar-link" role="status">
        {state.link === 'lost' && state.lostSince !== null ? (
          <>
            <StatusShape state="offline" />
            {t('status.offline', { time: timeText(state.lostSince, site.timeZone) })}
          </>
        ) : (
          <>
            <Icon name="check-circle-fill" />
            {t('head.connected')}
          </>
        )}
      </span>
      <LanguageButton locale={locale} onChange={onLocale} short className="bar-language" />
      <Clock hallNow={live.hallNow} timeZone={site.timeZone} className="bar-clock" />
    </header>
  )
}
