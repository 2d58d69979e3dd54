import type { HallSnapshot } from '../server/contract/live.ts'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { counterText } from './counter-text.ts'
import { type SupervisorKey, supervisorCatalogue } from './messages.ts'

type ReasonKey = Extract<SupervisorKey, `order.${string}`>

const isReasonKey = (key: string): key is ReasonKey => key in supervisorCatalogue.id

/** R4.10: every call that went before somebody, latest first, with the rule that chose it. */
export function OutOfOrder({ hall }: { hall: HallSnapshot }) {
  const messages = useMessages<SupervisorKey>()
  const { t } = messages
  return (
    <div className="order card">
      <header>
        <h2 id="order-title">{t('order.title')}</h2>
        <span>{hall.figures.outOfOrder}</span>
      </header>
      {hall.outOfOrder.length === 0 ? (
        <p className="quiet">{t('order.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-labelledby="order-title">
          <ul>
            {hall.outOfOrder.map((call) => {
              const booth = hall.booths.find(({ counters }) => counters.some(({ number }) => number === call.counter))
              const counter = booth?.counters.find(({ number }) => number === call.counter)
              const key = `order.${call.name}`
              return (
                <li key={call.id}>
                  <time>{timeText(call.at, hall.site.timeZone)}</time>
                  <div>
                    <p>
                      <TicketNumber label={call.label} />
                      {booth && counter && (
                        <span>
                          <BoothSign sign={booth.sign} /> {booth.counters.length > 1 && counterText(counter, messages)}
                        </span>
                      )}
                    </p>
                    <p>{isReasonKey(key) ? t(key) : call.name}</p>
                    <small className="rule">
                      {t('order.overtook', { n: call.overtook })}, {t('order.rule', { rule: call.rule })}
                    </small>
                  </div>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </div>
  )
}
