import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { BoothTicketsAnswer } from '../../server/contract/booth-tickets.ts'
import type { Api } from '../../ui-kit/api.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { refusalText } from '../../ui-kit/refusal-words.ts'
import { CounterRow } from './counter-row.tsx'
import { useBoothWords } from './messages.ts'
import { TicketList } from './ticket-list.tsx'
import { BoothContext, type BoothDoing, useBooth } from './use-booth.ts'
import './booth.css'

interface Props {
  api: Api
  code: string
  /** Whatever is another when something has happened in the hall. */
  news: unknown
  /** Epoch ms of the hall, to the minute. */
  now: number
  timeZone: string
  /** What must be seen over any booth: calls for help. */
  over?: ReactNode
  onClose: () => void
}

/** One booth from near, beside the table: what stands there, and what a supervisor does there. Escape goes back. */
export function BoothPanel({ api, code, news, now, timeZone, over, onClose }: Props) {
  const { t, pick } = useBoothWords()
  const { told, failure, busy, send } = useBooth(api, code, news, now)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDialogElement>(null)
  const middle = useRef<HTMLElement>(null)
  const title = useId()
  const clock = useRef(now)
  clock.current = now
  // Closed before it goes, so that the focus returns to where it came from.
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  // A row that has gone must not take the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows come and go with what is told
  useEffect(() => {
    if (document.activeElement === document.body) middle.current?.focus()
  }, [told, said])

  const doing = useMemo((): BoothDoing => {
    const act: BoothDoing['act'] = async (path, body, words) => {
      const refusal = await send(path, body)
      const why = (refused: Exclude<typeof refusal, 'failed' | null>) =>
        pick(refusalText(refused, clock.current, timeZone))
      setSaid(refusal === null ? words : refusal === 'failed' ? t('act.failed') : why(refusal))
      return refusal === null
    }
    const may = told?.may ?? { act: false, reopen: false }
    return { timeZone, busy, may, send, act, say: setSaid, now: () => clock.current }
  }, [timeZone, busy, told, send, t, pick])

  return (
    <dialog ref={box} className="booth-panel" aria-labelledby={title} onClose={onClose}>
      <header>
        {told && <BoothSign sign={told.booth.sign} off={told.counters.every(({ state }) => state !== 'open')} />}
        <h2 id={title}>{told?.booth.name ?? code}</h2>
        {told && <span>{t('place.floor', { level: told.booth.floor })}</span>}
        <button type="button" aria-label={t('panel.close')} onClick={() => box.current?.close()}>
          <Icon name="x" />
        </button>
      </header>
      <div className="booth-over">{over}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section ref={middle} className="booth-middle" tabIndex={0} aria-labelledby={title}>
        <BoothContext value={doing}>
          {told ? <Told told={told} /> : <p>{t(failure ? `panel.${failure}` : 'panel.loading')}</p>}
        </BoothContext>
      </section>
      <p className="booth-said" role="status">
        {told && failure ? t(`panel.${failure}`) : said}
      </p>
    </dialog>
  )
}

function Told({ told: { counters, tickets, may } }: { told: BoothTicketsAnswer }) {
  const { t } = useBoothWords()
  const title = useId()
  return (
    <>
      {!may.act && <p>{t('panel.read-only')}</p>}
      <section aria-labelledby={title}>
        <h3 id={title} className="k-sr">
          {t('counters')}
        </h3>
        <ul className="booth-counters">
          {counters.map((counter) => (
            <CounterRow key={counter.number} counter={counter} all={counters} />
          ))}
        </ul>
      </section>
      <div className="booth-lists">
        <TicketList name="waiting" tickets={tickets} counters={counters} />
        <div>
          <TicketList name="done" tickets={tickets} counters={counters} />
          <TicketList name="held" tickets={tickets} counters={counters} />
          <TicketList name="missed" tickets={tickets} counters={counters} />
          <TicketList name="no-show" tickets={tickets} counters={counters} />
        </div>
      </div>
    </>
  )
}
