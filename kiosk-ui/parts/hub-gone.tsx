import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Logo } from '../../ui-kit/logo.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { type Building, informationDesk } from '../directory.ts'
import { useWords } from '../kiosk-context.ts'

/** Nothing can be done here now: where paper numbers are given, and that the kiosk comes back by itself. */
export function HubGone({ building }: { building: Building }) {
  const { t } = useWords()
  const desk = informationDesk(building)
  return (
    <div className="gone" role="alert">
      <StatusShape state="offline" />
      <h1>{t('kiosk.gone')}</h1>
      <p>{t('kiosk.gone.paper')}</p>
      {desk && (
        <p className="gone-place">
          {desk.booth && (
            <>
              {t('place.booth')} <BoothSign sign={desk.booth.sign} />
            </>
          )}
          {t('place.floor', { level: desk.floor })}
        </p>
      )}
      <p className="gone-again">{t('kiosk.gone.again')}</p>
    </div>
  )
}

/** The address names no kiosk of this building. */
export function NotAKiosk({ code }: { code: string | null }) {
  const { t } = useWords()
  return (
    <div className="gone" role="alert">
      <Logo size={120} />
      <h1>{code === null ? t('kiosk.no-device') : t('kiosk.unknown', { code })}</h1>
      <p>{t('kiosk.no-device.sub')}</p>
    </div>
  )
}
