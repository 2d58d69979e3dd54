import { useState } from 'react'
import type { HallSnapshot } from '../../server/contract/live.ts'
import { SoundBanners, SoundButton } from '../sound/sound-control.tsx'
import { SoundFrame } from '../sound/sound-frame.tsx'
import { SoundWindow } from '../sound/sound-window.tsx'
import { CloseWindow } from './close-window.tsx'
import { HelpBanners } from './help-banners.tsx'
import { PauseWindow } from './pause-window.tsx'
import { StillBanners } from './still-banners.tsx'
import { SystemsWindow } from './systems-window.tsx'
import { useAlertWords } from './use-alerts.ts'

interface Props {
  hall: HallSnapshot
  hallNow: () => number
  token: string | undefined
  /** The live tab has it all; beside the others only help stays in sight. */
  isLive: boolean
}

/** Help that counters ask for, what stands still, and the switches for it: pause, central systems, the end of the day. */
export function Alerts({ hall, hallNow, token, isLive }: Props) {
  const { t } = useAlertWords()
  const [open, setOpen] = useState<'pause' | 'systems' | 'sound' | 'close' | null>(null)
  const { standstill, helps, site, kiosks } = hall
  const shut = () => setOpen(null)
  return (
    <SoundFrame token={token} isOn={isLive}>
      <section className="alerts" aria-label={t('title')}>
        <HelpBanners helps={helps} timeZone={site.timeZone} />
        {isLive && <StillBanners hall={hall} />}
        {isLive && <SoundBanners timeZone={site.timeZone} />}
        <p className="alert-acts" hidden={!isLive}>
          {!standstill.pause && !standstill.closed && (
            <button type="button" onClick={() => setOpen('pause')}>
              {t('act.pause')}
            </button>
          )}
          {isLive && <SoundButton onOpen={() => setOpen('sound')} />}
          <button type="button" onClick={() => setOpen('systems')}>
            {t('act.systems')}
          </button>
          <button type="button" onClick={() => setOpen('close')}>
            {t(standstill.closed ? 'summary.title' : 'act.close')}
          </button>
        </p>
        {open === 'pause' && <PauseWindow hallNow={hallNow} timeZone={site.timeZone} onClose={shut} />}
        {open === 'systems' && (
          <SystemsWindow version={standstill.systems.map(({ code }) => code).join(' ')} onClose={shut} />
        )}
        {open === 'sound' && <SoundWindow timeZone={site.timeZone} onClose={shut} />}
        {open === 'close' && <CloseWindow kiosks={kiosks} onClose={shut} />}
      </section>
    </SoundFrame>
  )
}
