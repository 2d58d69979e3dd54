import type { HallBooth } from '../../server/contract/live.ts'
import { FloorMap } from '../../ui-kit/map.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { openCounters } from '../booth-rows.ts'
import { dipOf, dips, minutesBetween } from '../load-ramp.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { useConsole } from './console-context.ts'

/** Both floors as they are now: how many wait at each booth, and how long. */
export function LiveMap() {
  const { site, hall, setting } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const live = hall?.booths ?? []
  const liveOf = (code: string) => live.find((booth) => booth.code === code)
  const waitingOn = (level: number) =>
    live.filter((booth) => booth.floor === level).reduce((sum, booth) => sum + booth.waiting, 0)
  return (
    <section className="live-map card" aria-label={t('map.title')}>
      {site.floors.map((floor) => {
        const booths = site.booths.filter((booth) => booth.floor === floor.level)
        return (
          <div key={floor.level}>
            <h2>
              {setting.messages.pick(floor.name)}
              <small>{t('map.figures', { waiting: waitingOn(floor.level), booths: booths.length })}</small>
            </h2>
            <FloorMap
              floor={{
                level: floor.level,
                ...floor.map,
                booths: booths.map(({ code, sign, place }) => ({ code, sign, ...place })),
                kiosks: site.kiosks.filter((kiosk) => kiosk.floor === floor.level).map(({ at }) => at),
              }}
              label={t('map.about', { name: setting.messages.pick(floor.name), waiting: waitingOn(floor.level) })}
              paintBooth={(booth) => <Figures box={booth} live={liveOf(booth.code)} />}
            />
          </div>
        )
      })}
      <div className="ramp" aria-hidden="true">
        {t('ramp.title')}
        {dips.map(({ range }, dip) => (
          <i key={range} className={`dip-${dip}`}>
            {range}
          </i>
        ))}
      </div>
    </section>
  )
}

type BoxOf = { x: number; y: number; w: number; h: number; sign: string }

function Figures({ box, live }: { box: BoxOf; live: HallBooth | undefined }) {
  const { now } = useConsole()
  const isOpen = live ? openCounters(live) > 0 : false
  const dip = live?.longestSince == null ? 0 : dipOf(minutesBetween(live.longestSince, now))
  const middle = box.x + box.w / 2
  return (
    <g className={isOpen ? `booth-live dip-${dip}` : 'booth-live booth-closed'}>
      <rect x={box.x} y={box.y} width={box.w} height={box.h} rx="4" />
      <text x={middle} y={box.y + box.h / 2 - 4}>
        {box.sign}
      </text>
      <text x={middle} y={box.y + box.h / 2 + 20} className="booth-count">
        {isOpen || (live?.waiting ?? 0) > 0 ? live?.waiting : '–'}
      </text>
    </g>
  )
}
