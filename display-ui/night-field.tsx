import type { DisplaySnapshot } from '../server/contract/live.ts'
import { Clock, DateLine } from '../ui-kit/clock.tsx'
import { DemoBanner } from '../ui-kit/demo-banner.tsx'
import type { Live } from '../ui-kit/live.ts'
import { useSpot } from './rest.ts'
import { useWords } from './words.ts'

interface Props {
  live: Live<DisplaySnapshot>
  site: DisplaySnapshot['site']
  demo: boolean
}

/** Far from the hours of service: dark, with a faint clock that does not stay where it is. A call still takes the field. */
export function NightField({ live, site, demo }: Props) {
  const { locale } = useWords()
  return (
    <section className="night">
      <div className="night-words" style={useSpot()}>
        <Clock hallNow={live.hallNow} timeZone={site.timeZone} className="night-clock" />
        <DateLine hallNow={live.hallNow} timeZone={site.timeZone} locale={locale} />
        <span>{site.short}</span>
        <DemoBanner demo={demo} className="night-demo" />
      </div>
    </section>
  )
}
