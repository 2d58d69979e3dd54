import { useId, useState } from 'react'
import type { RefusalWire } from '../server/contract/api.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { BoothEntry } from './booth-list.ts'
import type { VisitorKey } from './messages.ts'
import { shutBy } from './refusal-text.ts'

interface Props {
  booth: BoothEntry
  opened: boolean
  /** When the figures were true, epoch ms. */
  now: number
  timeZone: string
}

/** A booth with its wait; one touch shows its services. `opened` shows them by itself, as after a search. */
export function BoothLine({ booth, opened, now, timeZone }: Props) {
  const { t, pick } = useMessages<VisitorKey>()
  const [touched, setTouched] = useState<boolean | null>(null)
  const list = useId()
  const isOpen = touched ?? opened
  const { refusal, services } = booth
  const names = services.map(({ name }) => pick(name)).join(', ')
  return (
    <li className={refusal ? 'shut k-hatch' : undefined}>
      <button
        type="button"
        className="booth"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setTouched(!isOpen)}
      >
        <BoothSign sign={booth.sign} off={refusal !== null} />
        <span className="who">
          <b>{booth.agency.short}</b>
          <small>{names}</small>
        </span>
        <span className="wait">
          {refusal ? (
            <Refused refusal={refusal} now={now} timeZone={timeZone} />
          ) : (
            <>
              <b>{waitText(booth)}</b>
              <small>{t('services.waiting', { n: booth.waiting })}</small>
            </>
          )}
        </span>
      </button>
      <div id={list} hidden={!isOpen}>
        {isOpen && (
          <>
            <p className="place">{t('services.where', { sign: booth.sign, floor: booth.floor })}</p>
            <ul className="services">
              {services.map((service) => (
                <li key={service.code}>
                  <span>{pick(service.name)}</span>
                  <span className="wait">
                    {service.refusal ? (
                      <Refused refusal={service.refusal} now={now} timeZone={timeZone} />
                    ) : (
                      <b>{waitText({ minutes: service.estimate?.minutes ?? null, waiting: service.waiting })}</b>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )

  function waitText({ minutes, waiting }: Pick<BoothEntry, 'minutes' | 'waiting'>): string {
    if (!minutes) return t('services.unknown')
    if (minutes[1] <= 5 && waiting === 0) return t('services.direct')
    return t('services.minutes', { a: minutes[0], b: minutes[1] })
  }
}

function Refused({ refusal, now, timeZone }: { refusal: RefusalWire; now: number; timeZone: string }) {
  const { t, pick, locale } = useMessages<VisitorKey>()
  const { state, opens } = shutBy(refusal, now, timeZone, locale)
  return (
    <span className="refused">
      <StatusShape state={state} />
      {opens ? t(`shut.${opens.at}`, { text: opens.text }) : pick(refusal.message)}
    </span>
  )
}
