import type { DisplayCall } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { FitLine } from './fit-line.tsx'
import { useLongUnchanged } from './rest.ts'
import { counterText, useWords } from './words.ts'

const rows = 4

interface Props {
  calls: readonly DisplayCall[]
  /** A call has just come down from the field. */
  stepping: boolean
  /** The media field stands beside it. */
  narrow?: boolean
}

/** The latest call on yellow, the three before it under it; a strand runs down between number and booth. */
export function CallList({ calls, stepping, narrow = false }: Props) {
  const words = useWords()
  const [latest, ...earlier] = calls.slice(0, rows)
  const isQuiet = useLongUnchanged(latest?.id ?? '')
  const empty = ['second', 'third', 'fourth'].slice(earlier.length)
  const classes = ['calls', stepping && 'calls-stepping', narrow && 'calls-narrow']
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-label={words.t('hall.calls')}>
      <div className="calls-strand" />
      {latest ? (
        <div className={`call call-latest call-over${isQuiet ? ' call-quiet' : ''}`} key={latest.id}>
          <div className="call-number">
            <FitLine className="call-agency" size={60} room={narrow ? 620 : 770}>
              {latest.agency}
            </FitLine>
            <CallNumber label={latest.label} size={200} room={narrow ? 650 : 780} />
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
            <CallNumber label={call.label} size={168} room={narrow ? 650 : 780} />
          </div>
          <div className="call-to">
            {!narrow && <Icon name="arrow-right" />}
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

const CallNumber = ({ label, size, room }: { label: string; size: number; room: number }) => (
  <FitLine className="call-figure" size={size} room={room}>
    <TicketNumber label={label} />
  </FitLine>
)

const stripRows = 4

/** Beside large media: the latest calls, one above the other. */
export function CallStrip({ calls }: { calls: readonly DisplayCall[] }) {
  const { t } = useWords()
  const isQuiet = useLongUnchanged(calls[0]?.id ?? '')
  if (calls.length === 0) return <p className="strip strip-none">{t('hall.none')}</p>
  return (
    <ol className="strip" aria-label={t('hall.calls')}>
      {calls.slice(0, stripRows).map((call, index) => (
        <li key={call.id} className={index === 0 && !isQuiet ? 'strip-latest' : undefined}>
          <FitLine size={92} room={280}>
            <TicketNumber label={call.label} />
          </FitLine>
          <span className="strip-to">{t('place.booth-sign', { sign: call.sign })}</span>
        </li>
      ))}
    </ol>
  )
}

const gridRows = 10

/** For a room without counters: as many numbers as can be read, in two columns, the latest first. */
export function CallGrid({ calls }: { calls: readonly DisplayCall[] }) {
  const words = useWords()
  const isQuiet = useLongUnchanged(calls[0]?.id ?? '')
  if (calls.length === 0) return <p className="grid-none">{words.t('hall.none')}</p>
  return (
    <ol className="grid" aria-label={words.t('hall.calls')}>
      {calls.slice(0, gridRows).map((call, index) => (
        <li key={call.id} className={index === 0 && !isQuiet ? 'grid-latest' : undefined}>
          <FitLine className="grid-number" size={128} room={450}>
            <TicketNumber label={call.label} />
          </FitLine>
          <div className="grid-words">
            <FitLine size={46} room={165}>
              {call.agency}
            </FitLine>
            <FitLine size={40} room={165}>
              {call.counterLabel
                ? counterText(call.counterLabel, words)
                : words.t('place.floor', { level: call.floor })}
            </FitLine>
          </div>
          <b>{call.sign}</b>
        </li>
      ))}
    </ol>
  )
}
