import type { DownSystem } from '../server/contract/standstill.ts'
import { agenciesText, boothsText, useStandstillWords } from '../ui-kit/standstill/words.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { FitLine } from './fit-line.tsx'
import { Marks } from './notices.tsx'
import { useCut } from './use-cut.ts'

/** In the place of the notices while a central system is down: whom it stops, and that their numbers hold. */
export function SystemNotice({ systems }: { systems: readonly DownSystem[] }) {
  const words = useStandstillWords()
  const at = useCut(systems.length)
  const system = systems[at] ?? systems[0]
  if (!system) return null
  return (
    <section className="notices notices-system" role="status">
      <p className="notices-alert">
        <StatusShape state="action" />
        <FitLine size={48} room={450}>
          {words.t('system.title')}
        </FitLine>
      </p>
      <b className="notices-where">
        <FitLine size={72} room={530}>
          {boothsText(system, words)}
        </FitLine>
        <FitLine size={48} room={530}>
          {agenciesText(system)}
        </FitLine>
      </b>
      <p className="notices-kept">{words.t('system.kept')}</p>
      {systems.length > 1 && <Marks count={systems.length} at={at} className="notices-marks" />}
    </section>
  )
}
