import type { DisplayCall } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { FitLine } from './fit-line.tsx'
import { counterText, useWords } from './words.ts'

const rows = 4

/** The latest call on yellow, the three before it under it; a strand runs down between number and booth. `stepping`: a
 *  call has just come down from the field. */
export function CallList({ calls, stepping }: { calls: readonly DisplayCall[]; stepping: boolean }) {
  const words = useWords()
  const [latest, ...earlier] = calls.slice(0, rows)
  const empty = ['second', 'third', 'fourth'].slice(earlier.length)
  return (
    <section className={stepping ? 'calls calls-stepping' : 'calls'} aria-label={words.t('hall.calls')}>
      <div className="calls-strand" />
      {latest ? (
        <div className="call call-latest call-over" key={latest.id}>
          <div className="call-number">
            <FitLine className="call-agency" size={60} room={770}>
              {latest.agency}
            </FitLine>
            <TicketNumber label={latest.label} />
          </div>
          <div className="call-to">
            <small>{words.t('place.booth')}</small>
            <b>{latest.sign}</b>
            {latest.counterLabel && <small>{counterText(latest.counterLabel, words)}</small>}
          </div>
        </div>
      ) : (
        <div className="call call-none call-over">{words.t('hall.none')}</div>
      )}
      {earlier.map((call, index) => (
        <div key={call.id} className={index % 2 === 1 ? 'call call-over' : 'call'}>
          <div className="call-number">
            <TicketNumber label={call.label} />
          </div>
          <div className="call-to">
            <Icon name="arrow-right" />
            <span>{call.sign}</span>
          </div>
        </div>
      ))}
      {empty.map((place) => (
        <div key={place} className={place === 'third' ? 'call call-over' : 'call'} />
      ))}
    </section>
  )
}
