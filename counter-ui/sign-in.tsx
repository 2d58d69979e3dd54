import { useState } from 'react'
import type { BoothSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { Button } from '../ui-kit/button.tsx'
import { LanguageButton } from '../ui-kit/language-button.tsx'
import { Logo } from '../ui-kit/logo.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useLive } from '../ui-kit/use-live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { counterName } from './counter-name.ts'
import type { Language } from './counter-page.tsx'
import { isFound } from './find.ts'
import type { CounterKey } from './messages.ts'
import { type Seat, signIn } from './session.ts'
import { useServices } from './use-services.ts'

interface Props extends Language {
  onSeat: (seat: Seat) => void
  /** The counter that the address names and that is not open to this browser yet. */
  asked: number | null
}

interface BoothChoice {
  readonly id: string
  readonly sign: string
  readonly name: string
  readonly short: string
}

/** The door in demo mode: booth, counter, in. */
export function SignIn({ onSeat, asked, locale, onLocale }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const { services, failed } = useServices()
  const [query, setQuery] = useState('')
  const [booth, setBooth] = useState<BoothChoice | null>(null)
  const [step, setStep] = useState<'ready' | 'trying' | 'not-demo' | 'failed'>('ready')

  const booths = new Map<string, BoothChoice>()
  for (const { booth: place, agency } of services ?? []) {
    booths.set(place.code, { id: place.code, sign: place.sign, name: pick(agency.name), short: agency.short })
  }
  const found = [...booths.values()].filter((each) => isFound(query, each.sign, each.name, each.short))

  const enter = async (counter: number) => {
    setStep('trying')
    const answer = await signIn(counter)
    if (typeof answer === 'string') setStep(answer)
    else onSeat(answer)
  }
  const busy = step === 'trying'

  return (
    <div className="door">
      <header className="bar">
        <Logo size={32} />
        <b>{t('page.title')}</b>
        <LanguageButton locale={locale} onChange={onLocale} className="bar-language bar-end" />
      </header>
      <main className="door-card">
        <h1>{t('sign.title')}</h1>
        {asked !== null && (
          <div className="door-asked">
            <p>{t('sign.ended')}</p>
            <p>{t('sign.number', { n: asked })}</p>
            <Button main icon="identification-card" disabled={busy} onClick={() => void enter(asked)}>
              {t('sign.enter')}
            </Button>
          </div>
        )}
        <p className="door-hint">{t('sign.hint')}</p>
        <div className="door-choice">
          <ComboList
            label={t('sign.search')}
            listLabel={t('sign.booths')}
            empty={services ? t('sign.none') : failed ? t('sign.failed') : t('sign.loading')}
            query={query}
            onQuery={setQuery}
            options={found}
            selected={booth?.id ?? null}
            onSelect={setBooth}
            focusFirst={asked === null}
            render={(each) => (
              <>
                <BoothSign sign={each.sign} />
                <span className="combo-words">
                  <b>{each.short}</b>
                  <small>{each.name}</small>
                </span>
              </>
            )}
          />
          <section className="door-counters" aria-live="polite">
            {booth ? (
              <Counters key={booth.id} booth={booth} busy={busy} asked={asked} onEnter={(n) => void enter(n)} />
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
  booth: BoothChoice
  busy: boolean
  asked: number | null
  onEnter: (counter: number) => void
}

function Counters({ booth, busy, asked, onEnter }: CountersProps) {
  const { t } = useMessages<CounterKey>()
  const { state } = useLive<BoothSnapshot>({ view: 'booth', booth: booth.id })
  if (!state.snapshot) return <p>{t('link.waiting')}</p>
  return (
    <>
      <h2>{t('sign.counters', { sign: booth.sign })}</h2>
      <ul>
        {state.snapshot.counters.map((counter, index) => {
          const name = counterName(counter.label, counter.number, t)
          return (
            <li key={counter.number}>
              <Status state={counter.state} />
              <Button main={asked === null && index === 0} disabled={busy} onClick={() => onEnter(counter.number)}>
                {t('sign.enter-counter', { counter: name })}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
