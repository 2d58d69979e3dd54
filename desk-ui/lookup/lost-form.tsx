import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { instantOfTime, readTime } from '../clock-time.ts'
import { type DeskService, useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'
import { ServiceList } from '../service-list.tsx'
import type { Asked } from './asked.ts'

/** A slip that is gone: which service, and about when it was taken. */
export function LostForm({ onAsk, onDone }: { onAsk: (asked: Asked) => void; onDone: () => void }) {
  const { t, pick } = useMessages<DeskKey>()
  const { hall, hallNow } = useDesk()
  const { timeZone } = hall.site
  const [service, setService] = useState<DeskService | null>(null)
  const [time, setTime] = useState(() => timeText(hallNow(), timeZone))
  const timeField = useRef<HTMLInputElement>(null)
  const id = useId()
  const minutes = readTime(time)
  const able = service !== null && minutes !== null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!service || minutes === null) return
    onAsk({ service: service.code, at: instantOfTime(minutes, hallNow(), timeZone) })
    onDone()
  }

  return (
    <form className="lost-form" onSubmit={submit}>
      <ServiceList
        label={t('lost.service')}
        chosen={service?.code ?? null}
        plain
        onChoose={(chosen) => {
          setService(chosen)
          timeField.current?.focus()
          timeField.current?.select()
        }}
      />
      <p className="lost-chosen">{service ? pick(service.name) : t('lost.choose')}</p>
      <div className="lost-time">
        <label htmlFor={id}>{t('lost.time')}</label>
        <input
          ref={timeField}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={time}
          aria-invalid={minutes === null}
          onChange={(event) => setTime(event.target.value)}
        />
        <Button type="submit" disabled={!able}>
          {t('lost.act')}
        </Button>
      </div>
    </form>
  )
}
