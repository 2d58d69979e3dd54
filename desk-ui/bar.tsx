import type { ReactNode } from 'react'
import { Clock } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { DeskKey } from './messages.ts'

export interface Language {
  locale: Locale
  onLocale: (locale: Locale) => void
}

interface Props extends Language {
  place?: string
  demo?: boolean
  clock?: { hallNow: () => number; timeZone: string }
  children?: ReactNode
}

/** The head of the page; what the desk itself needs up there stands between. */
export function Bar({ place, demo = false, clock, locale, onLocale, children }: Props) {
  const { t } = useMessages<DeskKey>()
  return (
    <header className="bar">
      <Logo size={32} />
      <b>{t('title')}</b>
      {place && (
        <>
          <i className="bar-rule" />
          <span className="bar-place">{place}</span>
        </>
      )}
      <DemoBanner demo={demo} />
      <div className="bar-end">
        {children}
        <LanguageButton locale={locale} onChange={onLocale} short className="bar-language" />
        {clock && <Clock {...clock} className="bar-clock" />}
      </div>
    </header>
  )
}
