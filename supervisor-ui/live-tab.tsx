import type { HallSnapshot } from '../server/contract/live.ts'
import type { Api } from '../ui-kit/api.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { HelpBanners } from './alerts/help-banners.tsx'
import { TokenContext } from './alerts/use-alerts.ts'
import { BoothPanel } from './booth/booth-panel.tsx'
import { BoothTable } from './booth-table.tsx'
import { hashOf, type Way } from './console/route.ts'
import { KeyFigures } from './key-figures.tsx'
import type { SupervisorKey } from './messages.ts'
import { OutOfOrder } from './out-of-order.tsx'

interface Props {
  hall: HallSnapshot
  /** Epoch ms of the hall, to the minute. */
  now: number
  token: string | undefined
  api: Api
  way: Way
}

/** The hall now: where to act. `#langsung/DUKC` has one booth open beside it. */
export function LiveTab({ hall, now, token, api, way: { route, go } }: Props) {
  const { t } = useMessages<SupervisorKey>()
  const { timeZone } = hall.site
  return (
    <>
      <h1 className="k-sr">{t('title')}</h1>
      <KeyFigures hall={hall} now={now} />
      <BoothTable booths={hall.booths} presence={hall.presence} now={now} timeZone={timeZone} />
      <OutOfOrder hall={hall} />
      {route.code !== null && (
        <BoothPanel
          key={route.code}
          api={api}
          code={route.code}
          news={hall}
          now={now}
          timeZone={timeZone}
          over={
            <TokenContext value={token}>
              <HelpBanners helps={hall.helps} timeZone={timeZone} />
            </TokenContext>
          }
          onClose={() => go(hashOf({ tab: 'langsung' }))}
        />
      )}
    </>
  )
}
