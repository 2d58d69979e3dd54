import type { HallSnapshot } from '../server/contract/live.ts'
import { Clock, DateLine } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import type { Live } from '../ui-kit/live.ts'
import { Logo } from '../ui-kit/logo.tsx'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { hashOf, type Tab, tabs } from './console/route.ts'
import type { ShellKey } from './messages/shell.ts'

interface Props {
  hall: HallSnapshot | null
  live: Live<HallSnapshot>
  locale: Locale
  demo: boolean
  /** Null where nobody is signed in. */
  tab: Tab | null
  onLocale: (locale: Locale) => void
  /** In the demo: signs in as somebody else. */
  onSwitch: (() => void) | null
}

/** The dark bar of every tab: which building, where in the console, and the time in the building. */
export function Bar({ hall, live, locale, demo, tab, onLocale, onSwitch }: Props) {
  const { t } = useMessages<ShellKey>()
  return (
    <header className="bar">
      <Logo size={32} />
      <div className="whose">
        <b>{hall?.site.short ?? 'Antrean'}</b>
        <DemoBanner demo={demo} />
      </div>
      {tab && (
        <nav className="tabs" aria-label={t('tabs.title')}>
          {tabs.map((each) => (
            <a key={each} href={hashOf({ tab: each })} aria-current={each === tab ? 'page' : undefined}>
              {t(`tab.${each}`)}
            </a>
          ))}
        </nav>
      )}
      <div className="right">
        {onSwitch && (
          <button type="button" className="language" onClick={onSwitch}>
            {t('sign-in.switch')}
          </button>
        )}
        <LanguageButton locale={locale} onChange={onLocale} short={tab !== null} className="language" />
        {hall && (
          <>
            <DateLine hallNow={live.hallNow} timeZone={hall.site.timeZone} locale={locale} short className="date" />
            <Clock hallNow={live.hallNow} timeZone={hall.site.timeZone} className="time" />
          </>
        )}
      </div>
    </header>
  )
}
