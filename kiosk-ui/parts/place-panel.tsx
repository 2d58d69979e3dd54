import { useMemo } from 'react'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import type { KioskBooth } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { wayTo } from '../way.ts'
import { BuildingMap } from './building-map.tsx'

/** Floor, sign and way to a booth, with the piece of the map that shows it. `height` in px. */
export function PlacePanel(props: {
  booth: KioskBooth
  title: 'kiosk.place' | 'kiosk.go-to'
  height: number
  bare?: boolean
}) {
  const { booth, title, height, bare = false } = props
  const { t } = useWords()
  return (
    <div className={bare ? 'place' : 'place panel'}>
      <div className="place-map" style={{ minHeight: height }}>
        <BuildingMap level={booth.floor} goal={booth.code} aspect={572 / height} />
      </div>
      <div className="place-text">
        <p className="label">{t(title)}</p>
        <p className="place-big">{t('place.floor', { level: booth.floor })}</p>
        <p className="place-big">
          {t('place.booth')} <BoothSign sign={booth.sign} />
        </p>
        <WayWords booth={booth} />
      </div>
    </div>
  )
}

/** The same in one line, where there is no room for a map. */
export function PlaceLine({ booth }: { booth: KioskBooth }) {
  const { t } = useWords()
  return (
    <div className="place-line panel">
      <p className="place-big">
        {t('place.floor', { level: booth.floor })} · {t('place.booth')} <BoothSign sign={booth.sign} />
      </p>
      <WayWords booth={booth} />
    </div>
  )
}

function WayWords({ booth }: { booth: KioskBooth }) {
  const { snapshot } = useKiosk()
  const { t } = useWords()
  const { code } = booth
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way depends on the plan, which does not change with the waits
  const way = useMemo(() => wayTo(booth, snapshot), [code, snapshot.floors, snapshot.kiosk])
  const [a, b] = way.beside
  const beside = a === undefined ? '' : b === undefined ? t('kiosk.next-to', { a }) : t('kiosk.between', { a, b })
  const walk = way.metres === null ? t('kiosk.other-floor') : t('kiosk.metres', { n: way.metres })
  return <p className="place-way">{`${beside} ${walk}`.trim()}</p>
}
