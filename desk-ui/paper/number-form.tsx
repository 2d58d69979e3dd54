import { type FormEvent, type RefObject, useId, useState } from 'react'
import { readNumberList } from '../../server/contract/label.ts'
import { Button } from '../../ui-kit/button.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { instantOfTime, readTime } from '../clock-time.ts'
import { useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'

interface Props {
  field: RefObject<HTMLInputElement | null>
  prefix: string
  busy: boolean
  onEnter: (numbers: readonly number[], takenAt: string, priority: boolean) => void
}

/** One number, or several with commas between, and the time written on them. Enter enters and is ready for the next. */
export function NumberForm({ field, prefix, busy, onEnter }: Props) {
  const { t } = useMessages<DeskKey>()
  const { hall, hallNow, linked } = useDesk()
  const { timeZone } = hall.site
  const [text, setText] = useState('')
  const [time, setTime] = useState('')
  const [priority, setPriority] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [numberId, timeId, priorityId] = [useId(), useId(), useId()]
  const minutes = time.trim() === '' ? null : readTime(time)
  const isTimeWrong = time.trim() !== '' && minutes === null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || !linked) return
    const { numbers, unread } = readNumberList(text)
    const strange = numbers.filter((one) => one.prefix !== null && one.prefix !== prefix)
    if (unread.length > 0) return setFault(t('paper.unread', { text: unread.join(', ') }))
    if (strange.length > 0)
      return setFault(t('paper.other-series', { prefix, text: strange.map((one) => one.prefix).join(', ') }))
    if (isTimeWrong) return setFault(t('paper.bad-time'))
    if (numbers.length === 0) return
    setFault(null)
    const now = hallNow()
    onEnter(
      numbers.map((one) => one.number),
      minutes === null ? new Date(now).toISOString() : instantOfTime(minutes, now, timeZone),
      priority,
    )
    setText('')
    setPriority(false)
    field.current?.focus()
  }

  return (
    <form className="number-form" onSubmit={submit}>
      <div className="labelled number-field">
        <label htmlFor={numberId}>{t('paper.number')}</label>
        <span>
          <b aria-hidden="true">{prefix}</b>
          <input
            ref={field}
            id={numberId}
            autoComplete="off"
            inputMode="text"
            placeholder="051"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
      </div>
      <div className="labelled">
        <label htmlFor={timeId}>{t('paper.time')}</label>
        <input
          id={timeId}
          className="time-field"
          autoComplete="off"
          inputMode="numeric"
          placeholder={timeText(hallNow(), timeZone)}
          aria-invalid={isTimeWrong}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <label className="check" htmlFor={priorityId}>
        <input
          id={priorityId}
          type="checkbox"
          checked={priority}
          onChange={(event) => setPriority(event.target.checked)}
        />
        {t('paper.priority')}
      </label>
      <Button main type="submit" disabled={busy || !linked}>
        {t('paper.enter')}
        <kbd>Enter</kbd>
      </Button>
      <p className="quiet number-hint">{t('paper.hint')}</p>
      <Fault text={fault} onClose={() => setFault(null)} />
    </form>
  )
}
