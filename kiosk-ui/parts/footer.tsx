import { Button } from '../../ui-kit/button.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { Countdown } from './countdown.tsx'

/** Always in this order and in these places: back, language, access, officer. With a number in hand there is no way back. */
export function Footer() {
  const { journey, send } = useKiosk()
  const { t, locale } = useWords()
  const { large, contrast, low } = journey.modes
  const other = locale === 'id' ? 'en' : 'id'
  return (
    <nav className="foot" aria-label={t('access.title')}>
      {journey.step === 'ticket' || journey.step === 'booked' ? (
        <div className="foot-countdown">{!large && <Countdown words="ticket.close" />}</div>
      ) : (
        <Button className="foot-back" icon="arrow-left" onClick={() => send({ type: 'back' })}>
          {t('nav.back')}
        </Button>
      )}
      <Button icon="globe" lang={other} onClick={() => send({ type: 'locale', locale: other })}>
        {t('kiosk.other-language')}
      </Button>
      <Button
        icon={low ? 'wheelchair' : large ? 'text-aa' : contrast ? 'circle-half' : 'person-arms-spread'}
        aria-haspopup="dialog"
        data-in-use={large || contrast || low || undefined}
        onClick={() => send({ type: 'sheet', sheet: 'access' })}
      >
        {t('kiosk.access')}
      </Button>
      <Button icon="call-bell" aria-haspopup="dialog" onClick={() => send({ type: 'sheet', sheet: 'help' })}>
        {t('kiosk.officer')}
      </Button>
    </nav>
  )
}
