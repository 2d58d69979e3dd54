import type { Text } from '../../server/contract/site.ts'
import { TicketNumber } from '../../ui-kit/number.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'

/** A number that was typed here, and what became of it. */
export interface PaperEntry {
  readonly key: number
  readonly label: string
  readonly service: Text
  readonly takenAt: string
  /** Null = it is in line. */
  readonly fault: string | null
}

/** What was entered at this desk since the page was opened, the latest on top. */
export function Entered({ entries }: { entries: readonly PaperEntry[] }) {
  const { t, pick } = useMessages<DeskKey>()
  const { hall } = useDesk()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <section className="entered" aria-label={t('paper.entered')} tabIndex={0}>
      <p className="k-sr" role="status">
        {entries[0] && `${entries[0].label}: ${entries[0].fault ?? t('paper.in-line')}`}
      </p>
      {entries.length === 0 && <p className="quiet">{t('paper.none')}</p>}
      <ul>
        {entries.map(({ key, label, service, takenAt, fault }) => (
          <li key={key} className={fault === null ? undefined : 'entered-fault'}>
            <TicketNumber label={label} />
            <span>{pick(service)}</span>
            <time>{timeText(takenAt, hall.site.timeZone)}</time>
            <b>
              <StatusShape state={fault === null ? 'waiting' : 'action'} />
              {fault ?? t('paper.in-line')}
            </b>
          </li>
        ))}
      </ul>
    </section>
  )
}
