import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { errandServices, type KioskService, serviceClosure } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { RefusalLines } from '../parts/refusal-lines.tsx'
import { useWaitText } from '../parts/rows.tsx'
import { StepPage } from '../parts/step-page.tsx'

/** An errand over several booths: its steps with place and wait, and one number for all of them. */
export function ErrandPage() {
  const { snapshot, journey, send } = useKiosk()
  const { t, pick } = useWords()
  const errand = snapshot.journeys.find(({ code }) => code === journey.errand)
  if (!errand) return null
  const { all, first, inOrder } = errandServices(errand, snapshot)
  const closure = first && serviceClosure(first)
  const tell = (
    <div className="service-title">
      <h1 tabIndex={-1}>{pick(errand.name)}</h1>
      <p className="errand-note">{t('kiosk.errand.note', { n: all.length })}</p>
      {!inOrder && <p className="errand-note">{t('kiosk.errand.free')}</p>}
    </div>
  )
  return (
    <StepPage name="errand" tell={tell}>
      <ol className="errand-steps">
        {all.map((service, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an errand may lead to one service twice
          <ErrandStep key={index} service={service} />
        ))}
      </ol>
      {!first || closure ? (
        <div className="no-number k-hatch" role="status">
          <Status state={closure?.state ?? 'closed'} />
          {closure?.refusal ? <RefusalLines refusal={closure.refusal} /> : <p>{t('kiosk.no-number')}</p>}
        </div>
      ) : (
        <button type="button" className="cta" onClick={() => send({ type: 'ask-priority' })}>
          <Icon name="ticket-fill" />
          {t('kiosk.errand.take')}
        </button>
      )}
    </StepPage>
  )
}

function ErrandStep({ service }: { service: KioskService }) {
  const { t, pick } = useWords()
  const { booth, agency, waiting, estimate } = service
  const closure = serviceClosure(service)
  const wait = useWaitText()(waiting, estimate)
  return (
    <li>
      <BoothSign sign={booth.sign} off={closure !== null} />
      <span className="row-text">
        <b>{pick(service.name)}</b>
        <span className="row-sub">{agency.short}</span>
        <span className="row-place">
          {[t('place.floor', { level: booth.floor }), closure ? null : wait].filter(Boolean).join(' · ')}
        </span>
      </span>
      {closure && <Status state={closure.state} />}
    </li>
  )
}
