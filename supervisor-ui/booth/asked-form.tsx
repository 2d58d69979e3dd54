import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { reasons } from '../../server/contract/reasons.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useBoothWords } from './messages.ts'
import { useBoothDoing } from './use-booth.ts'

interface Props {
  title: string
  submit: string
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A question in its place within the panel: Escape takes it away and leaves the panel open. */
export function AskedForm({ title, submit, onSubmit, onClose, children }: Props) {
  const { t } = useBoothWords()
  const { busy } = useBoothDoing()
  const form = useRef<HTMLFormElement>(null)
  const heading = useId()
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input:checked, button')?.focus(), [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <form ref={form} className="booth-asked" aria-labelledby={heading} onSubmit={send} onKeyDown={leave}>
      <h4 id={heading}>{title}</h4>
      {children}
      <footer>
        <Button onClick={onClose}>{t('back')}</Button>
        <Button main type="submit" disabled={busy}>
          {submit}
        </Button>
      </footer>
    </form>
  )
}

export type Reason = keyof typeof reasons

interface ReasonProps {
  among: readonly Reason[]
  value: Reason
  onChange: (reason: Reason) => void
}

/** One of the ready reasons, which the journal keeps. */
export function ReasonField({ among, value, onChange }: ReasonProps) {
  const { t, pick } = useBoothWords()
  return (
    <label>
      {t('why')}
      <select value={value} onChange={({ target }) => onChange(target.value as Reason)}>
        {among.map((reason) => (
          <option key={reason} value={reason}>
            {pick(reasons[reason])}
          </option>
        ))}
      </select>
    </label>
  )
}
