import { type FormEvent, useId, useState } from 'react'
import type { PrintFate } from '../../server/contract/desk.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { type DeskService, useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { useSend } from '../use-send.ts'

const most = 50

/** Plain numbers on paper, printed ahead at a printer that still works. Nothing is issued by it. */
export function RollForm({ service, prefix }: { service: DeskService; prefix: string }) {
  const { t, pick } = useMessages<DeskKey>()
  const { facts, printer, linked } = useDesk()
  const { send, busy } = useSend()
  const highest = facts.services.find(({ code }) => code === service.code)?.highest ?? 0
  const [from, setFrom] = useState(highest + 1)
  const [count, setCount] = useState(20)
  const [fault, setFault] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [fromId, countId] = [useId(), useId()]
  const kiosk = facts.kiosks.find(({ code }) => code === printer)
  const name = kiosk ? pick(kiosk.name) : ''

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const sent = await send<{ print: PrintFate }>('/api/desk/roll', {
      service: service.code,
      from,
      count,
      kiosk: printer,
    })
    const refused =
      'fault' in sent ? sent.fault : sent.answer.print === 'refused' && t('print.refused', { kiosk: name })
    setFault(refused || null)
    setDone(refused ? null : t('roll.done', { kiosk: name }))
  }

  return (
    <form className="roll" onSubmit={(event) => void submit(event)}>
      <h2>{t('roll.title')}</h2>
      <div className="labelled">
        <label htmlFor={fromId}>{t('roll.from', { prefix })}</label>
        <input
          id={fromId}
          type="number"
          min={1}
          max={9950}
          value={from}
          onChange={(event) => setFrom(whole(event.target.value, 9950))}
        />
      </div>
      <div className="labelled">
        <label htmlFor={countId}>{t('roll.count')}</label>
        <input
          id={countId}
          type="number"
          min={1}
          max={most}
          value={count}
          onChange={(event) => setCount(whole(event.target.value, most))}
        />
      </div>
      <Button type="submit" icon="printer" disabled={busy || !linked}>
        {t('roll.act')}
      </Button>
      <p className="quiet" role="status">
        {done}
      </p>
      <Fault text={fault} onClose={() => setFault(null)} />
    </form>
  )
}

const whole = (text: string, max: number): number => Math.max(1, Math.min(max, Math.trunc(Number(text)) || 1))
