import type { DisplayCall, DisplaySnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { type Arrow, arrowTo } from './arrows.ts'
import { FitLine } from './fit-line.tsx'
import { counterText, displayMessages, useWords } from './words.ts'

/** The field says its sentence in the hall's second language too, so that nobody is told apart by it. */
const otherWords = { id: displayMessages('en'), en: displayMessages('id') }

/** What the sentence in the other language leaves beside the sign, px of the drawing. */
const besideSign = { id: 620, en: 530 }

interface Props {
  calls: readonly DisplayCall[]
  zone: DisplaySnapshot['zone']
  timeZone: string
  /** It folds into the first row and is heard no more. */
  leaving?: boolean
}

/** The field that a call takes: whole for one, shared by two. */
export function Takeover({ calls, zone, timeZone, leaving = false }: Props) {
  const [first, second] = calls
  if (!first) return null
  const classes = ['takeover', second ? 'takeover-two' : 'takeover-one', leaving && 'takeover-leaving']
  return (
    <section className={classes.filter(Boolean).join(' ')} {...(leaving ? { 'aria-hidden': true } : { role: 'alert' })}>
      {second ? (
        <>
          <Half call={first} arrow={arrowTo(first, zone.floor)} />
          <Edge />
          <Half call={second} arrow={arrowTo(second, zone.floor)} />
        </>
      ) : (
        <>
          <One call={first} timeZone={timeZone} />
          <Edge />
          <Where call={first} arrow={arrowTo(first, zone.floor)} />
        </>
      )}
    </section>
  )
}

const Edge = () => <Weave width={1920} height={44} yellowRow={0} dark className="takeover-edge" />

function One({ call, timeZone }: { call: DisplayCall; timeZone: string }) {
  const { t } = useWords()
  const again = call.call > 1 ? `${t('hall.again', { n: call.call })} · ` : ''
  return (
    <div className="takeover-field">
      <div className="takeover-top">
        <FitLine size={92} room={again ? 1100 : 1500}>
          {call.agency}
        </FitLine>
        <small>
          {again}
          {timeText(call.at, timeZone)}
        </small>
      </div>
      <FitLine className="takeover-number" size={440} room={1792}>
        <TicketNumber label={call.label} />
      </FitLine>
    </div>
  )
}

function Where({ call, arrow }: { call: DisplayCall; arrow: Arrow | null }) {
  const words = useWords()
  const { t, locale } = words
  const other = otherWords[locale]
  const floor = t('place.floor', { level: call.floor })
  const figure = /\d+/.exec(call.counterLabel ?? '')?.[0]
  return (
    <div className="takeover-where">
      <span className="takeover-arrow">{arrow && <Icon name={arrow} />}</span>
      <Sign sign={call.sign} />
      <div className="takeover-counter">
        {call.counterLabel ? (
          <>
            {floor}
            <Desk room={besideSign[locale]}>{counterText(call.counterLabel, words)}</Desk>
          </>
        ) : (
          <Desk room={besideSign[locale]}>{floor}</Desk>
        )}
      </div>
      <p className="takeover-other" lang={other.locale}>
        {other.t('hall.go')}
        <br />
        {other.t('hall.go-booth', { sign: call.sign })}
        {figure && (
          <>
            ,<br />
            {other.t('hall.go-counter', { n: figure })}
          </>
        )}
      </p>
    </div>
  )
}

const Desk = ({ room, children }: { room: number; children: string }) => (
  <b>
    <FitLine size={182} room={room}>
      {children}
    </FitLine>
  </b>
)

function Half({ call, arrow }: { call: DisplayCall; arrow: Arrow | null }) {
  const words = useWords()
  return (
    <div className="takeover-half">
      <div className="takeover-field">
        <FitLine className="takeover-agency" size={92} room={1180}>
          {call.agency}
        </FitLine>
        <FitLine className="takeover-number" size={336} room={1210}>
          <TicketNumber label={call.label} />
        </FitLine>
      </div>
      <div className="takeover-to">
        <Sign sign={call.sign} />
        {arrow && <Icon name={arrow} />}
        <FitLine className="takeover-desk" size={76} room={268}>
          {call.counterLabel ? counterText(call.counterLabel, words) : words.t('place.floor', { level: call.floor })}
        </FitLine>
      </div>
    </div>
  )
}

function Sign({ sign }: { sign: string }) {
  const { t } = useWords()
  return (
    <div className="takeover-sign">
      <small>{t('place.booth')}</small>
      <b>{sign}</b>
    </div>
  )
}
