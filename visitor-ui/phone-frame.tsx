import { type ReactNode, useEffect, useState } from 'react'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import type { Locale } from '../ui-kit/messages/create-messages.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'

interface Props {
  /** The building's short name. */
  name: string
  page: 'mine' | 'services' | 'booking'
  /** Where "my number" leads; absent while none is known. */
  mine: string | null
  demo: boolean
  /** The whole page is the yellow field of a call. */
  calling?: boolean
  onLocale: (locale: Locale) => void
  children: ReactNode
}

/** What both pages of the visitor share: the bar with language and text size, and the two ways at the foot. */
export function PhoneFrame({ name, page, mine, demo, calling = false, onLocale, children }: Props) {
  const { t, locale } = useMessages<VisitorKey>()
  const [isLarge, setIsLarge] = useState(false)
  useEffect(() => {
    document.documentElement.dataset.size = isLarge ? 'large' : 'normal'
  }, [isLarge])
  return (
    <div className={calling ? 'phone phone-calling' : 'phone'}>
      <header>
        <DemoBanner demo={demo} className="demo-strip" />
        <div className="top">
          <Logo size="1.9rem" />
          <b>{name}</b>
          <div className="tools">
            <LanguageButton short locale={locale} onChange={onLocale} className="tool" />
            <button type="button" className="tool" aria-pressed={isLarge} onClick={() => setIsLarge(!isLarge)}>
              <Icon name="text-aa" label={t('size.large')} />
            </button>
          </div>
        </div>
      </header>
      <main className="content">{children}</main>
      <nav className="foot" aria-label={t('nav.menu')}>
        {mine && (
          <a href={mine} aria-current={page === 'mine' ? 'page' : undefined}>
            <Icon name={page === 'mine' ? 'ticket-fill' : 'ticket'} />
            {t('nav.mine')}
          </a>
        )}
        <a href="/visit" aria-current={page === 'services' ? 'page' : undefined}>
          <Icon name={page === 'services' ? 'storefront-fill' : 'storefront'} />
          {t('nav.services')}
        </a>
      </nav>
    </div>
  )
}
