import type { ReactNode } from 'react'
import type { EstimateWire } from '../../server/contract/api.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { whenText } from '../closing-words.ts'
import {
  boothClosure,
  boothSummary,
  type Closure,
  type Errand,
  errandServices,
  type KioskBooth,
  type KioskService,
  serviceClosure,
} from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'

/** "Buka 10.00" or "Kembali 10.00"; empty when nobody knows. */
export function useOpensText(): (closure: Closure) => string {
  const { snapshot, hallNow } = useKiosk()
  const { t, locale } = useWords()
  return ({ state, opensAt }) => {
    if (opensAt === null) return ''
    const when = whenText(opensAt, hallNow(), snapshot.site.timeZone, locale)
    return t(state === 'break' ? 'kiosk.back-at' : 'kiosk.opens', { when })
  }
}

/** "tunggu 20–35 menit", "langsung dilayani", or nothing where there is no estimate. */
export function useWaitText(): (waiting: number, estimate: EstimateWire | null, bare?: boolean) => string {
  const { t } = useWords()
  return (waiting, estimate, bare = false) => {
    if (!estimate) return ''
    const [a, b] = estimate.minutes
    if (waiting === 0 && b <= 5) return t('list.now')
    return t(bare ? 'time.minutes' : 'list.wait', { a, b })
  }
}

export function BoothRow({ booth }: { booth: KioskBooth }) {
  const { snapshot, journey, send, portrait } = useKiosk()
  const { t, locale } = useWords()
  const waitText = useWaitText()
  const services = snapshot.services.filter((service) => service.booth.code === booth.code)
  const only = services.length === 1 && services[0] ? services[0].code : null
  const closure = boothClosure(booth, snapshot)
  const compact = journey.modes.large || journey.modes.low
  const floor = t('place.floor', { level: booth.floor })
  const detail = closure ? t('kiosk.see-papers') : waitText(booth.waiting, booth.estimate, !portrait)
  return (
    <Row sign={booth.sign} closure={closure} onPress={() => send({ type: 'booth', booth: booth.code, only })}>
      {compact ? (
        <span className="row-text">
          <b>{booth.short}</b>
          {closure ? <Closed closure={closure} short /> : <Waiting booth={booth} />}
        </span>
      ) : (
        <>
          <span className="row-text">
            <b>{booth.short}</b>
            <span className="row-sub">{boothSummary(booth.code, snapshot, locale)}</span>
            <span className="row-place">{detail ? `${floor} · ${detail}` : floor}</span>
          </span>
          {closure ? <Closed closure={closure} /> : <People waiting={booth.waiting} />}
        </>
      )}
    </Row>
  )
}

export function ServiceRow({ service, name, ofBooth }: { service: KioskService; name?: ReactNode; ofBooth?: boolean }) {
  const { snapshot, send } = useKiosk()
  const { t, pick } = useWords()
  const waitText = useWaitText()
  const closure = serviceClosure(service)
  const booth = snapshot.booths.find(({ code }) => code === service.booth.code)
  const waiting = booth?.waiting ?? service.waiting
  const floor = t('place.floor', { level: service.booth.floor })
  const wait = closure ? t('kiosk.see-papers') : waitText(waiting, service.estimate)
  const detail = ofBooth ? [wait || t('list.waiting', { n: waiting })] : [floor, wait].filter(Boolean)
  const choose = () => send({ type: 'service', booth: service.booth.code, service: service.code })
  return (
    <Row sign={ofBooth ? null : service.booth.sign} closure={closure} onPress={choose}>
      <span className="row-text">
        <b>{name ?? pick(service.name)}</b>
        {!ofBooth && <span className="row-sub">{booth?.short ?? service.agency.short}</span>}
        <span className="row-place">{detail.join(' · ')}</span>
      </span>
      {closure ? <Closed closure={closure} /> : ofBooth ? <Icon name="caret-right" /> : <People waiting={waiting} />}
    </Row>
  )
}

/** The booths that an errand leads to, in order, under its name. */
export function ErrandRow({ errand, name }: { errand: Errand; name?: ReactNode }) {
  const { snapshot, send } = useKiosk()
  const { t, pick } = useWords()
  const { all, first } = errandServices(errand, snapshot)
  const signs = all.map(({ booth }) => booth.sign)
  return (
    <Row
      sign={null}
      closure={null}
      onPress={() => first && send({ type: 'errand', errand: errand.code, service: first.code })}
    >
      <span className="row-text">
        <b>{name ?? pick(errand.name)}</b>
        <span className="row-place">{t('kiosk.errand.booths', { signs: signs.join(' → ') })}</span>
      </span>
      <Icon name="caret-right" />
    </Row>
  )
}

function Row(props: { sign: string | null; closure: Closure | null; onPress: () => void; children: ReactNode }) {
  const { sign, closure, onPress, children } = props
  const classes = ['row', closure && 'row-closed k-hatch', sign === null && 'row-plain'].filter(Boolean).join(' ')
  return (
    <button type="button" className={classes} onClick={onPress}>
      {sign !== null && <BoothSign sign={sign} off={closure !== null} />}
      {children}
    </button>
  )
}

function Waiting({ booth }: { booth: KioskBooth }) {
  const { t } = useWords()
  const wait = useWaitText()(booth.waiting, booth.estimate, true)
  return <span className="row-sub">{[t('list.waiting', { n: booth.waiting }), wait].filter(Boolean).join(', ')}</span>
}

function People({ waiting }: { waiting: number }) {
  const { t } = useWords()
  return (
    <span className="row-wait">
      <b>{waiting}</b> <span>{t('kiosk.waiting-word')}</span>
    </span>
  )
}

function Closed({ closure, short = false }: { closure: Closure; short?: boolean }) {
  const opens = useOpensText()(closure)
  if (short) return <Status state={closure.state}>{opens || undefined}</Status>
  return (
    <span className="row-wait row-wait-closed">
      <Status state={closure.state} />
      {opens && <span>{opens}</span>}
    </span>
  )
}
