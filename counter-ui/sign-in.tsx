import { useState } from 'react'
import type { BoothSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Button } from '../ui-kit/button.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useLive } from '../ui-kit/use-live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { counterName } from './counter-name.ts'
import { isFound } from './find.ts'
import type { Language } from './language.ts'
import type { CounterKey } from './messages.ts'
import { type Seat, signIn } from './session.ts'
import { type DemoBooth, useDemoBooths } from './use-demo-booths.ts'

interface Props extends Language {
  onSeat: (seat: Seat) => void
  /** The counter that the address names and that is not open to this browser. */
  asked: number | null
}

/** The door in demo mode: booth, counter, in. */
export function SignIn({ onSeat, asked, locale, onLocale }: Props) {
  const { t } = useMessages<CounterKey>()
  const demo = useDemoBooths()
  const booths = typeof demo === 'string' ? [] : demo
  const [query, setQuery] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [step, setStep] = useState<'ready' | 'trying' | 'not-demo' | 'failed'>('ready')
  const booth =
    booths.find(({ code }) => code === picked) ??
    booths.find(({ counters }) => picked === null && asked !== null && counters.includes(asked))

  const enter = async (counter: number) => {
    setStep('trying')
    const answer = await signIn(counter)
    if (typeof answer === 'string') setStep(answer)
    else onSeat(answer)
  }

  return (
    <div className="door">
      <header className="bar">
        <Logo size={32} />
        <b>{t('page.title')}</b>
        <DemoBanner demo={typeof demo !== 'string'} />
        <LanguageButton locale={locale} onChange={onLocale} className="bar-language bar-end" />
      </header>
      <main className="door-card">
        <h1>{t('sign.title')}</h1>
        <p className="door-hint">{t(asked === null ? 'sign.hint' : 'sign.ended')}</p>
        <div className="door-choice">
          <ComboList
            label={t('sign.search')}
            listLabel={t('sign.booths')}
            empty={t(typeof demo === 'string' ? `sign.${demo}` : 'sign.none')}
            query={query}
            onQuery={setQuery}
            options={booths
              .filter(({ sign, short }) => isFound(query, sign, short))
              .map((each) => ({ ...each, id: each.code }))}
            selected={booth?.code ?? null}
            onSelect={({ code }) => setPicked(code)}
            focusFirst={asked === null}
            render={(each) => (
              <>
                <BoothSign sign={each.sign} />
                <span className="combo-words">
                  <b>{each.short}</b>
                </span>
              </>
            )}
          />
          <section className="door-counters" aria-live="polite">
            {booth ? (
              <Counters
                key={booth.code}
                booth={booth}
                busy={step === 'trying'}
                asked={asked}
                onEnter={(counter) => void enter(counter)}
              />
            ) : (
              <p>{t('sign.pick')}</p>
            )}
          </section>
        </div>
        <p className="door-note">{t('sign.takeover')}</p>
        <p className="door-fault" role="alert">
          {(step === 'not-demo' || step === 'failed') && t(`sign.${step}`)}
        </p>
      </main>
    </div>
  )
}

interface CountersProps {
  booth: DemoBooth
  busy: boolean
  asked: number | null
  onEnter: (counter: number) => void
}

/** The counters of a booth as they stand now; the one that was asked for is the main button. */
function Counters({ booth, busy, asked, onEnter }: CountersProps) {
  const { t } = useMessages<CounterKey>()
  const { state } = useLive<BoothSnapshot>({ view: 'booth', booth: booth.code })
  if (!state.snapshot) return <p>{t('link.waiting')}</p>
  const { counters } = state.snapshot
  const main = counters.find(({ number }) => number === asked) ?? counters[0]
  return (
    <>
      <h2>{t('sign.counters', { sign: booth.sign })}</h2>
      <ul>
        {counters.map((counter) => (
          <li key={counter.number}>
            <Button
              main={counter === main}
              disabled={busy}
              autoFocus={counter.number === asked}
              onClick={() => onEnter(counter.number)}
            >
              {t('sign.enter-counter', { counter: counterName(counter.label, counter.number, t) })}
            </Button>
            <Status state={counter.state} />
          </li>
        ))}
      </ul>
    </>
  )
}
