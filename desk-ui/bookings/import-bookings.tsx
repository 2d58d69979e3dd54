import { type FormEvent, useId, useState } from 'react'
import type { ImportBookingsAnswer } from '../../server/contract/booking-wire.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { useSend } from '../use-send.ts'
import type { BookingsKey } from './messages.ts'

/** A list is looked at first, with every mistake by its line; then all of it is taken, or none. */
export function ImportBookings({ onDone }: { onDone: () => void }) {
  const { t, pick } = useMessages<DeskKey | BookingsKey>()
  const { linked } = useDesk()
  const { send, busy } = useSend()
  const [csv, setCsv] = useState('')
  const [seen, setSeen] = useState<ImportBookingsAnswer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [fileId, textId] = [useId(), useId()]
  const change = (text: string) => {
    setCsv(text)
    setSeen(null)
  }
  const ask = async (commit: boolean) => {
    setFault(null)
    const sent = await send<ImportBookingsAnswer>('/api/bookings/import', { csv, commit })
    if ('fault' in sent) return setFault(sent.fault)
    setSeen(sent.answer)
    if (sent.answer.imported > 0) {
      setCsv('')
      onDone()
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (csv.trim() !== '') void ask(false)
  }
  const bad = seen?.rows.filter(({ ok }) => !ok) ?? []
  const isGood = seen !== null && seen.imported === 0 && bad.length === 0
  return (
    <form className="booking-form" onSubmit={submit}>
      <p className="quiet">{t('bookings.import.about')}</p>
      <label htmlFor={fileId}>{t('bookings.import.file')}</label>
      <input
        id={fileId}
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void file.text().then(change)
        }}
      />
      <label htmlFor={textId}>{t('bookings.import.text')}</label>
      <textarea id={textId} rows={6} spellCheck={false} value={csv} onChange={(event) => change(event.target.value)} />
      <p role="status">
        {seen && seen.imported > 0 && t('bookings.import.done', { n: seen.imported })}
        {isGood && t('bookings.import.good', { n: seen.rows.length })}
        {seen && bad.length > 0 && t('bookings.import.bad', { n: bad.length, all: seen.rows.length })}
      </p>
      {bad.length > 0 && (
        <ul className="import-mistakes">
          {bad.map(({ line, error }) => (
            <li key={line}>
              <b>{t('bookings.import.line', { n: line })}</b> {error && pick(error)}
            </li>
          ))}
        </ul>
      )}
      <Fault text={fault} onClose={() => setFault(null)} />
      {isGood ? (
        <Button main disabled={!linked || busy} onClick={() => void ask(true)}>
          {t('bookings.import.take', { n: seen.rows.length })}
        </Button>
      ) : (
        <Button main type="submit" disabled={!linked || busy || csv.trim() === ''}>
          {t('bookings.import.look')}
        </Button>
      )}
    </form>
  )
}
