import type { AffectedWire, MistakeWire } from '../../server/contract/site-wire.ts'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothName } from '../plans/options.ts'
import { useConsole } from './console-context.ts'

const boothsNamed = 4

/** Whom a change touches today, in figures that are not zero. */
export function Affected({ affected, needsConfirm = false }: { affected: AffectedWire; needsConfirm?: boolean }) {
  const { t } = useMessages<ConsoleKey>()
  const { setting } = useConsole()
  const people = (['waiting', 'serving', 'held', 'bookings'] as const).filter((part) => affected[part] > 0)
  const booths = affected.booths.map((code) => boothName(setting, code))
  return (
    <>
      <ul className="affected">
        {people.map((part) => (
          <li key={part}>{t(`affected.${part}`, { n: affected[part] })}</li>
        ))}
        {people.length === 0 && <li>{t('affected.nobody')}</li>}
        {booths.length > 0 && (
          <li>
            {t('affected.booths', { n: booths.length })}: {booths.slice(0, boothsNamed).join(', ')}
            {booths.length > boothsNamed && ` ${t('affected.more', { n: booths.length - boothsNamed })}`}
          </li>
        )}
        {affected.counters.length > 0 && <li>{t('affected.counters', { n: affected.counters.length })}</li>}
        {affected.services.length > 0 && <li>{t('affected.services', { n: affected.services.length })}</li>}
      </ul>
      {needsConfirm && (
        <p className="f-problem">
          <StatusShape state="action" />
          {t('affected.asks', { n: affected.waiting })}
        </p>
      )}
    </>
  )
}

/** What the hub finds wrong with the building as it would be. */
export function Mistakes({ mistakes }: { mistakes: readonly MistakeWire[] }) {
  const { t, pick } = useMessages<ConsoleKey>()
  if (mistakes.length === 0) return null
  return (
    <div className="mistakes" role="alert">
      <h4>
        <StatusShape state="action" />
        {t('mistakes.title', { n: mistakes.length })}
      </h4>
      <ul>
        {mistakes.map(({ path, rule, code, message }) => (
          <li key={`${path} ${rule}`}>
            {code && <b>{code} </b>}
            {pick(message)}
          </li>
        ))}
      </ul>
    </div>
  )
}
