import { useMemo, useState } from 'react'
import type { TicketSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { floorPlan } from '../ui-kit/floor-plan.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { FloorMap } from '../ui-kit/map.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import { counterText } from './where-text.ts'

/** Floor, booth and the way there: a piece of the map, and the whole floor on one touch. */
export function Way({ snapshot }: { snapshot: TicketSnapshot }) {
  const messages = useMessages<VisitorKey>()
  const { t } = messages
  const { floors, booths } = snapshot
  const { where } = snapshot.ticket
  const [isWhole, setIsWhole] = useState(false)
  // A phone does not know where it is: people come to this floor by its door, or up by the lift.
  const plan = useMemo(() => {
    const floor = floorPlan(floors, booths, where.floor)
    return floor && { ...floor, from: floor.entrance }
  }, [floors, booths, where.floor])
  const counter = counterText(where, messages)
  return (
    <section className={isWhole ? 'way way-whole' : 'way'} aria-label={t('way.title')}>
      {plan && (
        <div className="way-map">
          {isWhole ? (
            <FloorMap floor={plan} goal={where.booth} />
          ) : (
            <FloorMap floor={plan} goal={where.booth} aspect={0.92} />
          )}
        </div>
      )}
      <div className="way-text">
        <p>{t('place.floor', { level: where.floor })}</p>
        <p>
          {t('place.booth')} <BoothSign sign={where.sign} />
        </p>
        {counter && <p>{counter}</p>}
        {plan && (
          <button type="button" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            <Icon name="path" />
            {t(isWhole ? 'way.hide' : 'way.show')}
          </button>
        )}
      </div>
    </section>
  )
}
