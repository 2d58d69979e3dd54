import type { ReactNode } from 'react'
import type { BoothSnapshot } from '../server/contract/live.ts'
import { TicketNumber } from '../ui-kit/number.tsx'
import { type StillScene, stillScene, useStandstillWords } from '../ui-kit/standstill/words.ts'
import { Status, StatusShape, type StatusState } from '../ui-kit/status.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { type DoorCounter, doorState } from './door-state.ts'
import { FitLine } from './fit-line.tsx'
import { useLongUnchanged } from './rest.ts'
import { useCut } from './use-cut.ts'
import { counterText, useWords } from './words.ts'

/** The booth's sign, what is going on, and who is next. */
export function Booth({ snapshot }: { snapshot: BoothSnapshot }) {
  const { booth, counters, next, site } = snapshot
  const { t } = useWords()
  const state = doorState(counters)
  const words = useStandstillWords()
  const still = stillScene(snapshot.standstill, words, site.timeZone)
  const returning = (until: number | null) =>
    until === null
      ? t('door.paused', { booth: booth.short })
      : t('door.return', { booth: booth.short, time: timeText(until, site.timeZone) })
  if (still) return <Still booth={booth} scene={still} word={words.t('pause.short')} />
  const isDown = snapshot.standstill.systems.length > 0 && state.kind !== 'calling' && state.kind !== 'serving'
  if (isDown) {
    return (
      <Resting booth={booth}>
        <Rest state="action" word={words.t('system.title')} sentence={words.t('system.kept')} long />
      </Resting>
    )
  }
  return (
    <div className="door">
      <h1 className="k-sr">{`${t('place.booth-sign', { sign: booth.sign })}, ${booth.short}`}</h1>
      <Sign booth={booth} what={JSON.stringify(counters.map(({ ticket }) => ticket))} />
      {state.kind === 'calling' && <Calling name={booth.short} counter={state.counter} named={counters.length > 1} />}
      {state.kind === 'serving' && <Serving name={booth.short} counters={state.counters} named={counters.length > 1} />}
      {state.kind === 'ready' && <Rest state="open" sentence={t('door.ready')} />}
      {state.kind === 'break' && <Rest state="break" sentence={returning(state.until)} reason={state.reason} />}
      {state.kind === 'closed' && <Rest state="closed" sentence={t('door.shut', { booth: booth.short })} />}
      {state.kind === 'break' || state.kind === 'closed' ? (
        <Weave width={320} height={400} cell={20} className="door-cloth" />
      ) : (
        <Next labels={next} />
      )}
    </div>
  )
}

/** `what` is going on here: where that has long been the same, the white of the sign gives way. */
function Sign({ booth, what = '' }: { booth: BoothSnapshot['booth']; what?: string }) {
  const { t } = useWords()
  const isQuiet = useLongUnchanged(what)
  return (
    <section className={isQuiet ? 'door-sign door-sign-quiet' : 'door-sign'}>
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
        <FitLine size={48} room={named ? 480 : 660}>
          {name}
        </FitLine>
        <span>{named ? counterText(counter.label, words) : words.t('status.called')}</span>
      </div>
      <div key={`${counter.ticket.label} ${counter.ticket.call}`} className="door-plate" role="alert">
        <FitLine size={196} room={680}>
          <TicketNumber label={counter.ticket.label} />
        </FitLine>
      </div>
    </section>
  )
}

const rowsOnPage = 3
/** A longer name leaves no room for the word beside it; the shape stays. */
const longName = 14

function Serving({ name, counters, named }: { name: string; counters: readonly DoorCounter[]; named: boolean }) {
  const { t } = useWords()
  const state = counters.some(({ ticket }) => ticket?.state === 'called') ? 'called' : 'serving'
  const long = name.length > longName
  const [only] = counters
  return (
    <section className="door-middle">
      <div className="door-name">
        <FitLine size={48} room={long ? 610 : 300}>
          {name}
        </FitLine>
        <span>
          <StatusShape state={state} />
          <span className={long ? 'k-sr' : undefined}>{t(`status.${state}`)}</span>
        </span>
      </div>
      {only?.ticket && !named ? (
        <div className="door-plate door-plate-quiet">
          <FitLine size={196} room={680}>
            <TicketNumber label={only.ticket.label} />
          </FitLine>
        </div>
      ) : (
        <CounterRows counters={counters} />
      )}
    </section>
  )
}

function CounterRows({ counters }: { counters: readonly DoorCounter[] }) {
  const words = useWords()
  const page = useCut(Math.ceil(counters.length / rowsOnPage))
  return (
    <ul className="door-rows">
      {counters.slice(page * rowsOnPage, (page + 1) * rowsOnPage).map((counter) => (
        <li key={counter.number} className={counter.ticket?.state === 'called' ? 'door-called' : undefined}>
          <small>{counterText(counter.label, words)}</small>
          {counter.ticket ? <TicketNumber label={counter.ticket.label} /> : <Status state={counter.state} />}
        </li>
      ))}
    </ul>
  )
}

/** The booth's sign and cloth, with what it says meanwhile between them. */
function Resting({ booth, children }: { booth: BoothSnapshot['booth']; children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="door">
      <h1 className="k-sr">{`${t('place.booth-sign', { sign: booth.sign })}, ${booth.short}`}</h1>
      <Sign booth={booth} />
      {children}
      <Weave width={320} height={400} cell={20} className="door-cloth" />
    </div>
  )
}

function Still({ booth, scene, word }: { booth: BoothSnapshot['booth']; scene: StillScene; word: string }) {
  const [first, ...more] = scene.lines
  return (
    <Resting booth={booth}>
      {scene.kind === 'closed' ? (
        <Rest state="closed" sentence={scene.title} />
      ) : (
        <Rest state="held" word={word} sentence={first ?? ''} reason={[scene.reason, more.at(-1)].join(' · ')} long />
      )}
    </Resting>
  )
}

interface RestProps {
  state: Extract<StatusState, 'open' | 'break' | 'closed' | 'held' | 'action'>
  /** Instead of the word of the state. */
  word?: string
  /** The word is a longer one. */
  long?: boolean
  sentence: string
  reason?: string | null
}

function Rest({ state, sentence, reason = null, long = false, ...said }: RestProps) {
  const { t } = useWords()
  const word = said.word ?? t(`status.${state}`)
  return (
    <section className={`door-rest door-rest-${state}${long ? ' door-rest-long' : ''}`} role="status">
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
