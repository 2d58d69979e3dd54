import type { BoothSnapshot } from '../server/contract/live.ts'
import { TicketNumber } from '../ui-kit/number.tsx'
import { Plate } from '../ui-kit/plate.tsx'
import { Status, StatusShape } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { type DoorCounter, doorState } from './door-state.ts'
import { fitted } from './fit.ts'
import { useCut } from './use-cut.ts'
import { counterText, useWords } from './words.ts'

/** The booth's sign, what is going on, and who is next. */
export function Booth({ snapshot }: { snapshot: BoothSnapshot }) {
  const { booth, counters, next, site } = snapshot
  const state = doorState(counters)
  return (
    <main className="door">
      <Sign booth={booth} />
      {state.kind === 'calling' && <Calling name={booth.short} counter={state.counter} named={counters.length > 1} />}
      {state.kind === 'serving' && <Serving name={booth.short} counters={state.counters} named={counters.length > 1} />}
      {state.kind === 'break' && (
        <Rest state="break" name={booth.short} until={state.until} reason={state.reason} timeZone={site.timeZone} />
      )}
      {state.kind === 'closed' && (
        <Rest state="closed" name={booth.short} until={null} reason={null} timeZone={site.timeZone} />
      )}
      {state.kind === 'calling' || state.kind === 'serving' ? (
        <Next labels={next} />
      ) : (
        <Weave width={324} height={400} cell={20} axisRow={9} className="door-cloth" />
      )}
    </main>
  )
}

function Sign({ booth }: { booth: BoothSnapshot['booth'] }) {
  const { t } = useWords()
  return (
    <section className="door-sign">
      <small>{t('place.booth')}</small>
      <b>{booth.sign}</b>
      <small>{t('place.floor', { level: booth.floor })}</small>
    </section>
  )
}

type CallingCounter = DoorCounter & { ticket: NonNullable<DoorCounter['ticket']> }

function Calling({ name, counter, named }: { name: string; counter: CallingCounter; named: boolean }) {
  const words = useWords()
  return (
    <section className="door-middle">
      <div className="door-name">
        <span style={fitted(name, 48, named ? 480 : 660)}>{name}</span>
        <span>{named ? counterText(counter.label, words) : words.t('status.called')}</span>
      </div>
      <div role="alert" style={{ ...fitted(counter.ticket.label, 196, 770, 'number'), display: 'grid' }}>
        <Plate label={counter.ticket.label} />
      </div>
    </section>
  )
}

const rowsOnPage = 3

function Serving({ name, counters, named }: { name: string; counters: readonly DoorCounter[]; named: boolean }) {
  const words = useWords()
  const page = useCut(Math.ceil(counters.length / rowsOnPage))
  const shown = counters.slice(page * rowsOnPage, (page + 1) * rowsOnPage)
  const serving = counters.some(({ ticket }) => ticket)
  const word = words.t(serving ? 'status.serving' : 'status.open')
  return (
    <section className="door-middle">
      <div className="door-name">
        <span style={fitted(name, 48, serving ? 280 : 480)}>{name}</span>
        <span>
          <StatusShape state={serving ? 'serving' : 'open'} />
          {word}
        </span>
      </div>
      <ul className="door-rows">
        {shown.map((counter) => (
          <li key={counter.number} className={counter.ticket?.state === 'called' ? 'door-called' : undefined}>
            <small>{named ? counterText(counter.label, words) : words.t('place.booth')}</small>
            {counter.ticket ? <TicketNumber label={counter.ticket.label} /> : <Status state={counter.state} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RestProps {
  state: 'break' | 'closed'
  name: string
  until: number | null
  reason: string | null
  timeZone: string
}

function Rest({ state, name, until, reason, timeZone }: RestProps) {
  const { t } = useWords()
  const word = t(`status.${state}`)
  const sentence = {
    break:
      until === null
        ? t('door.paused', { booth: name })
        : t('door.return', { booth: name, time: timeText(until, timeZone) }),
    closed: t('door.shut', { booth: name }),
  }[state]
  return (
    <section className="door-rest" role="status">
      <StatusShape state={state} />
      <div>
        <b>{word}</b>
        <span>{sentence}</span>
        {reason && reason !== word && <small>{reason}</small>}
      </div>
    </section>
  )
}

function Next({ labels }: { labels: readonly string[] }) {
  const { t } = useWords()
  return (
    <section className="door-next">
      <h2>{t('door.next')}</h2>
      {labels.length === 0 ? (
        <p>{t('door.nobody')}</p>
      ) : (
        <ul>
          {labels.slice(0, 3).map((label) => (
            <li key={label}>
              <TicketNumber label={label} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
