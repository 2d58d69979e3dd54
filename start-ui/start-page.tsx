import { useEffect, useMemo } from 'react'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import { createMessages, type Locale } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext, useMessages } from '../ui-kit/use-messages.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { type Demo, useDemo } from './demo-hub.ts'
import { type StartKey, startCatalogue } from './messages.ts'
import { Screens } from './screens.tsx'
import { SimulationPanel } from './simulation-panel.tsx'

/** The first page of the product: what it is, where to begin, a day on all screens, and every screen. */
export function StartPage() {
  const [locale, setLocale] = useLocale()
  const messages = useMemo(() => createMessages(locale, kitCatalogue, startCatalogue), [locale])
  const { t } = messages
  const { data: demo, isPending, isError } = useDemo()
  useEffect(() => {
    document.title = t('title')
  }, [t])
  return (
    <MessagesContext value={messages}>
      <Hero demo={demo ?? null} locale={locale} onLocale={setLocale} />
      <main className={demo ? 'wide' : 'wide wide-plain'}>
        <p className="lost" role="status">
          {isError && (
            <>
              <StatusShape state="offline" />
              {t('lost')}
            </>
          )}
        </p>
        {demo && <SimulationPanel demo={demo} />}
        {demo && <FirstSteps demo={demo} />}
        {!isPending && <Screens demo={demo ?? null} />}
      </main>
      <Foot address={demo?.address} />
    </MessagesContext>
  )
}

function Hero({ demo, locale, onLocale }: { demo: Demo | null; locale: Locale; onLocale: (locale: Locale) => void }) {
  const { t } = useMessages<StartKey>()
  return (
    <header className={demo ? 'hero' : 'hero hero-plain'}>
      <Weave width={676} height={520} cell={26} yellowRow={4} />
      <div className="wide">
        <div className="hero-bar">
          <Logo size={44} />
          <b>{t('title')}</b>
          <fieldset className="languages">
            <legend className="k-sr">{t('language')}</legend>
            <button type="button" lang="id" aria-pressed={locale === 'id'} onClick={() => onLocale('id')}>
              Bahasa Indonesia
            </button>
            <button type="button" lang="en" aria-pressed={locale === 'en'} onClick={() => onLocale('en')}>
              English
            </button>
          </fieldset>
          <DemoBanner demo={demo !== null} />
        </div>
        <h1>
          <span>{demo ? t('hero.first', { n: demo.booths.length }) : t('hero.first.plain')}</span>{' '}
          <span>{t('hero.second')}</span>
        </h1>
        <p className="hero-text">{t('hero.text')}</p>
      </div>
    </header>
  )
}

function FirstSteps({ demo }: { demo: Demo }) {
  const { t } = useMessages<StartKey>()
  const kiosk = demo.kiosks[0]?.code ?? ''
  const zone = demo.zones[0]?.code ?? ''
  const steps = [
    { n: 1, href: `/kiosk?device=${encodeURIComponent(kiosk)}` },
    { n: 2, href: '/counter' },
    { n: 3, href: `/display?zone=${encodeURIComponent(zone)}` },
  ] as const
  return (
    <section className="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('steps.title')}</h2>
      <ol>
        {steps.map(({ n, href }) => (
          <li key={n}>
            <a href={href}>
              <BoothSign sign={String(n)} />
              <span>
                <b>{t(`steps.${n}`)}</b> <small>{t(`steps.${n}.at`)}</small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Foot({ address }: { address: string | undefined }) {
  const { t } = useMessages<StartKey>()
  const facts = ['offline', 'nameless', 'open'] as const
  return (
    <footer>
      <ul className="wide">
        {facts.map((fact) => (
          <li key={fact}>
            <b className="fact">{t(`foot.${fact}`)}</b> {t(`foot.${fact}.text`)}
          </li>
        ))}
        <li>
          <b className="fact">{t('foot.address')}</b> {address ?? t('foot.production')}
        </li>
      </ul>
    </footer>
  )
}
