import { useEffect, useId, useState } from 'react'
import type { ClosingAnswer, SummaryWire } from '../../server/contract/standstill.ts'
import { Button } from '../../ui-kit/button.tsx'
import { TicketNumber } from '../../ui-kit/number.tsx'
import { useAlertWords, useHub } from './use-alerts.ts'
import { Window } from './window.tsx'

/** First what closing would end, then the day in figures. */
export function CloseWindow({ kiosks, onClose }: { kiosks: readonly string[]; onClose: () => void }) {
  const { t } = useAlertWords()
  const { get, send, trouble } = useHub()
  const [closing, setClosing] = useState<ClosingAnswer | null>(null)
  const [summary, setSummary] = useState<SummaryWire | null>(null)
  useEffect(() => {
    void get<ClosingAnswer>('/api/day/closing').then((answer) => {
      setClosing(answer)
      if (answer?.closed)
        void get<{ summary: SummaryWire }>('/api/day/summary').then((told) => told && setSummary(told.summary))
    })
  }, [get])
  const close = async () => {
    const answer = await send<{ summary: SummaryWire }>('/api/day/close', { confirm: true })
    if (answer) setSummary(answer.summary)
  }
  if (summary) return <Summary summary={summary} kiosks={kiosks} onClose={onClose} />
  return (
    <Window title={t('close.ask')} onClose={onClose}>
      {closing && <ClosingList closing={closing} />}
      <p role="status">{trouble}</p>
      <footer>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button main disabled={!closing} onClick={() => void close()}>
          {t(closing && closing.left.length > 0 ? 'close.anyway' : 'close.do')}
        </Button>
      </footer>
    </Window>
  )
}

function ClosingList({ closing: { left, openCounters, systemsDown } }: { closing: ClosingAnswer }) {
  const { t } = useAlertWords()
  return (
    <>
      <p>{left.length === 0 ? t('close.none') : t('close.left', { n: left.length })}</p>
      {left.length > 0 && (
        <>
          <ul className="alert-left">
            {left.map(({ label }) => (
              <li key={label}>
                <TicketNumber label={label} />
              </li>
            ))}
          </ul>
          <p>{t('close.end')}</p>
        </>
      )}
      {openCounters.length > 0 && <p>{t('close.open', { n: openCounters.length })}</p>}
      {systemsDown.length > 0 && <p>{t('close.down', { names: systemsDown.map(({ name }) => name).join(', ') })}</p>}
    </>
  )
}

const figures = ['issued', 'served', 'noShow', 'expired', 'cancelled'] as const
type Fate = 'printed' | 'refused' | 'unknown' | 'waiting'

function Summary(props: { summary: SummaryWire; kiosks: readonly string[]; onClose: () => void }) {
  const { summary, kiosks, onClose } = props
  const { t } = useAlertWords()
  const { send, trouble } = useHub()
  const [kiosk, setKiosk] = useState(kiosks[0] ?? '')
  const [said, setSaid] = useState('')
  const field = useId()
  const print = async () => {
    const answer = await send<{ print: Fate }>('/api/day/summary/print', { kiosk })
    if (answer) setSaid(t(answer.print === 'unknown' ? 'summary.waiting' : `summary.${answer.print}`))
  }
  return (
    <Window title={t('summary.title')} onClose={onClose}>
      <ul className="alert-figures">
        {figures.map((figure) => (
          <li key={figure}>
            <b>{summary.total[figure]}</b> {t(`summary.${figure}`)}
          </li>
        ))}
        {summary.total.medianWait !== null && (
          <li>
            <b>{summary.total.medianWait}</b> {t('summary.wait')}
          </li>
        )}
      </ul>
      <label className="alert-time" htmlFor={field}>
        {t('summary.kiosk')}
        <select id={field} value={kiosk} onChange={(event) => setKiosk(event.target.value)}>
          {kiosks.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <p role="status">{trouble || said}</p>
      <footer>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button main disabled={kiosk === ''} onClick={() => void print()}>
          {t('summary.print')}
        </Button>
      </footer>
    </Window>
  )
}
