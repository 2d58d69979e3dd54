import { useState } from 'react'
import type { BoothCounterWire } from '../../server/contract/booth-tickets.ts'
import { labelText } from '../../ui-kit/number.tsx'
import { counterText } from '../counter-text.ts'
import { AskedForm } from './asked-form.tsx'
import { useBoothWords } from './messages.ts'
import { useBoothDoing } from './use-booth.ts'

interface Props {
  ticket: NonNullable<BoothCounterWire['ticket']>
  /** Counters that are free for it. */
  to: readonly BoothCounterWire[]
  onClose: () => void
}

/** The visitor in hand goes on at a colleague's counter. */
export function HandOverForm({ ticket, to, onClose }: Props) {
  const words = useBoothWords()
  const { t } = words
  const { act } = useBoothDoing()
  const [wish, setWish] = useState<number>()
  const chosen = to.find(({ number }) => number === wish) ?? to[0]
  const label = labelText(ticket.label)
  const go = async () => {
    if (!chosen) return
    const said = t('said.handed', { label, counter: counterText(chosen, words) })
    if (await act(`/api/tickets/${ticket.id}/hand-over`, { counter: chosen.number }, said)) onClose()
  }
  return (
    <AskedForm title={t('hand.title', { label })} submit={t('hand.do')} onSubmit={() => void go()} onClose={onClose}>
      <label>
        {t('hand.to')}
        <select value={chosen?.number ?? ''} onChange={({ target }) => setWish(Number(target.value))}>
          {to.map((counter) => (
            <option key={counter.number} value={counter.number}>
              {counterText(counter, words)}
            </option>
          ))}
        </select>
      </label>
    </AskedForm>
  )
}
