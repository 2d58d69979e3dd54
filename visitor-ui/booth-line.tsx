import { useId, useState } from 'react'
import type { RefusalWire, ServiceWire } from '../server/contract/api.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { refusalText } from '../ui-kit/refusal-words.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
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
  /** R7.3: how often its estimates were right, as a share of 1; null where too little is known. */
  accuracy: number | null
}

/** A booth with its wait; one touch shows its services. `opened` shows them by itself, as after a search. */
export function BoothLine({ booth, opened, now, timeZone, accuracy }: Props) {
  const { t, pick, locale } = useMessages<VisitorKey>()
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
            {refusal && <p className="place">{refusalText(refusal, now, timeZone)[locale]}</p>}
            {accuracy !== null && <p className="place">{t('services.accuracy', { n: Math.round(accuracy * 100) })}</p>}
            <ul className="services">
              {services.map((service) => (
                <li key={service.code}>
                  <span>
                    {pick(service.name)}
                    {(!refusal || service.refusal?.name !== refusal.name) && (
                      <Explained service={service} now={now} timeZone={timeZone} />
                    )}
                  </span>
                  <span className="wait">
                    {service.refusal ? (
                      <Refused bare refusal={service.refusal} now={now} timeZone={timeZone} />
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

/** Under a service's name: why it gives no numbers and what would work, when it starts, whether there is time enough. */
function Explained({ service, now, timeZone }: { service: ServiceWire; now: number; timeZone: string }) {
  const { t, locale } = useMessages<VisitorKey>()
  const { refusal, startsAt, closesAt, promise } = service
  if (refusal) {
    return <small className="why">{refusalText(refusal, now, timeZone)[locale]}</small>
  }
  if (startsAt !== null)
    return <small className="why">{t('services.starts', { time: timeText(startsAt, timeZone) })}</small>
  if (promise !== 'amber' || closesAt === null) return null
  return (
    <small className="why uncertain">
      <StatusShape state="action" />
      {t('services.uncertain', { time: timeText(closesAt, timeZone) })}
    </small>
  )
}

interface RefusedProps {
  refusal: RefusalWire
  now: number
  timeZone: string
  /** The reason stands elsewhere. */
  bare?: boolean
}

function Refused({ refusal, now, timeZone, bare = false }: RefusedProps) {
  const { t, locale } = useMessages<VisitorKey>()
  const { state, opens } = shutBy(refusal, now, timeZone, locale)
  if (bare) {
    return (
      <span className="refused">
        <StatusShape state={state} />
        {t('services.no-number')}
      </span>
    )
  }
  return (
    <span className="refused">
      <StatusShape state={state} />
      {opens
        ? t(`shut.${opens.at}`, { text: opens.text })
        : t(state === 'held' ? 'shut.stopped' : 'services.no-number')}
    </span>
  )
}
