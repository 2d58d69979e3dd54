import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Button } from '../../ui-kit/button.tsx'
import { PriorityFigure } from '../../ui-kit/priority-figure.tsx'
import { refusalWords } from '../../ui-kit/refusal-words.ts'
import { Status } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { Choice } from '../choice.tsx'
import { type DeskService, useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { useSend } from '../use-send.ts'
import { waitText } from '../wait-text.ts'
import type { Taken } from './taken.ts'

const priorities = ['elderly', 'disability', 'pregnancy', 'infant'] as const
const overrides = ['vulnerable', 'official-error', 'came-from-far', 'other'] as const
const deliveries = ['print', 'screen', 'none'] as const
/** R6.3: what nobody can override. */
const firm: readonly string[] = ['not-yet-open', 'system-down']

interface Props {
  service: DeskService
  onTaken: (ticket: Taken, printed: boolean) => void
  onLeave: () => void
}

/** One screen from service to number. Enter takes the number as it stands; Esc leaves. */
export function IssueForm({ service, onTaken, onLeave }: Props) {
  const messages = useMessages<DeskKey>()
  const { t, pick, locale } = messages
  const { facts, hall, hallNow, printer, linked } = useDesk()
  const { send, busy } = useSend()
  const [priority, setPriority] = useState<(typeof priorities)[number] | 'none'>('none')
  const [items, setItems] = useState(1)
  const [language, setLanguage] = useState(locale)
  const [delivery, setDelivery] = useState<(typeof deliveries)[number]>('print')
  const [journey, setJourney] = useState('')
  const [override, setOverride] = useState<(typeof overrides)[number] | null>(null)
  const [fault, setFault] = useState<{ text: string; name: string | null } | null>(null)
  const first = useRef<HTMLFormElement>(null)
  const itemsField = useId()
  const journeyField = useId()
  const journeys = facts.journeys.filter(({ services }) => services[0] === service.code)
  const refusal = service.refusal
  const why = refusal && refusalWords(refusal, hallNow(), hall.site.timeZone, locale)
  const mayOverride = (refusal ?? fault?.name) && !firm.includes(refusal?.name ?? fault?.name ?? '')
  const able = linked && !busy && (refusal === null || override !== null)

  // The first question is who stands here; an answer is chosen already, so Enter goes on.
  useEffect(() => first.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])

  const take = async (event: FormEvent) => {
    event.preventDefault()
    if (!able) return
    const sent = await send<{ ticket: Taken }>('/api/tickets', {
      service: service.code,
      delivery,
      locale: language,
      ...(delivery === 'print' ? { kiosk: printer } : {}),
      ...(priority === 'none' ? {} : { priority }),
      ...(items > 1 ? { items } : {}),
      ...(journey ? { journey } : {}),
      ...(override && mayOverride ? { override } : {}),
    })
    if ('answer' in sent) onTaken(sent.answer.ticket, delivery === 'print')
    else setFault({ text: sent.fault, name: sent.name })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
  }

  return (
    <form ref={first} className="issue" onSubmit={(event) => void take(event)} onKeyDown={keys}>
      <header className="issue-head">
        <BoothSign sign={service.booth.sign} off={!service.open} />
        <div>
          <h1 id="issue-title">{pick(service.name)}</h1>
          <p>
            {service.agency.short}, {t('place.floor', { level: service.booth.floor })}
          </p>
        </div>
        <div className="issue-state">
          <Status state={service.open ? 'open' : 'closed'} />
          {service.open && (
            <b>
              <small>{t('issue.wait')}</small> {waitText(service, messages)}
            </b>
          )}
        </div>
      </header>
      {why && (
        <div className="notice" role="status">
          <p>
            <b>{why.reason}</b> {why.step}
          </p>
        </div>
      )}
      {service.open && service.promise === 'amber' && (
        <div className="notice">
          <Status state="action">{t('issue.amber')}</Status>
        </div>
      )}
      {mayOverride && (
        <Choice
          legend={t('override')}
          name="override"
          options={overrides.map((each) => ({ value: each, text: t(`override.${each}`) }))}
          chosen={override}
          onChoose={setOverride}
        />
      )}
      <Choice
        legend={t('priority')}
        name="priority"
        className="choice-priority"
        options={[
          ...priorities.map((each) => ({
            value: each,
            text: t(`priority.${each}`),
            figure: <PriorityFigure priority={each} className="figure" />,
          })),
          { value: 'none' as const, text: t('priority.none') },
        ]}
        chosen={priority}
        onChoose={setPriority}
      />
      <div className="issue-row">
        <Choice
          legend={t('delivery')}
          name="delivery"
          options={deliveries.map((each) => ({ value: each, text: t(`delivery.${each}`) }))}
          chosen={delivery}
          onChoose={setDelivery}
        />
        <Choice
          legend={t('slip-language')}
          name="language"
          options={[
            { value: 'id' as const, text: 'Indonesia' },
            { value: 'en' as const, text: 'English' },
          ]}
          chosen={language}
          onChoose={setLanguage}
        />
        <div className="labelled">
          <label htmlFor={itemsField}>{t('items')}</label>
          <input
            id={itemsField}
            type="number"
            min={1}
            max={20}
            value={items}
            onChange={(event) => setItems(Math.max(1, Math.min(20, Math.trunc(Number(event.target.value)) || 1)))}
          />
        </div>
        {journeys.length > 0 && (
          <div className="labelled">
            <label htmlFor={journeyField}>{t('journey')}</label>
            <select id={journeyField} value={journey} onChange={(event) => setJourney(event.target.value)}>
              <option value="">{t('journey.none')}</option>
              {journeys.map(({ code, name }) => (
                <option key={code} value={code}>
                  {pick(name)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {service.requirements.length > 0 && (
        <section className="bring" aria-label={t('bring')}>
          <h2>{t('bring')}</h2>
          <ul>
            {service.requirements.map((text) => (
              <li key={text.id}>{pick(text)}</li>
            ))}
          </ul>
        </section>
      )}
      <Fault text={fault?.text ?? null} onClose={() => setFault(null)} />
      <footer className="acts">
        <Button main type="submit" icon="ticket" disabled={!able}>
          {t('issue.take')}
          <kbd>Enter</kbd>
        </Button>
        <Button onClick={onLeave}>
          {t('issue.leave')}
          <kbd>Esc</kbd>
        </Button>
      </footer>
    </form>
  )
}
