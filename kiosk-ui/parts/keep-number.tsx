import { useState } from 'react'
import { isRefused } from '../../ui-kit/api.ts'
import { Icon, type IconName } from '../../ui-kit/icon.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { informationDesk } from '../directory.ts'
import type { Taken } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { kioskApi } from '../use-attempt.ts'
import { PhoneCode } from './phone-code.tsx'

export function NotPrinted() {
  const { t } = useWords()
  return (
    <div className="not-printed" role="alert">
      <StatusShape state="action" />
      <div>
        <b>{t('kiosk.not-printed')}</b>
        <p>{t('paper.valid')}</p>
      </div>
    </div>
  )
}

/** Three ways of keeping a number without paper, and the touch that puts it in line. */
export function KeepNumber({ taken }: { taken: Taken }) {
  const { snapshot, send } = useKiosk()
  const { t } = useWords()
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open')
  const desk = informationDesk(snapshot)
  const sign = desk?.booth ? `${t('place.booth-sign', { sign: desk.booth.sign })}, ` : ''
  const where = desk ? `${sign}${t('place.floor', { level: desk.floor })}. ` : ''

  const keep = () => {
    setState('sending')
    kioskApi.command(`/api/tickets/${taken.publicCode}/accept`).then(
      (answer) => {
        if (isRefused(answer)) return setState('failed')
        send({ type: 'phase', phase: 'kept' })
      },
      () => setState('failed'),
    )
  }
  return (
    <>
      <h2 className="keep-title">{t('paper.keep')}</h2>
      <div className="keep">
        <div className="keep-way keep-scan">
          <PhoneCode url={`${snapshot.publicUrl}/t/${taken.publicCode}`} label={t('kiosk.qr')} />
          <p>
            <b>{t('kiosk.scan')}</b>
            <span>{t('kiosk.scan.sub')}</span>
          </p>
        </div>
        <Way icon="camera" title={t('paper.photo')} text={t('kiosk.photo.sub')} />
        <Way icon="printer" title={t('paper.desk')} text={`${where}${t('kiosk.desk.sub')}`} />
      </div>
      {state === 'failed' && (
        <p className="keep-failed" role="alert">
          {t('kiosk.keep-failed')}
        </p>
      )}
      <button type="button" className="cta" disabled={state === 'sending'} onClick={keep}>
        <Icon name="check" />
        {t('paper.kept')}
      </button>
    </>
  )
}

function Way({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <div className="keep-way">
      <Icon name={icon} />
      <p>
        <b>{title}</b>
        <span>{text}</span>
      </p>
    </div>
  )
}
