import { useId } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import { type ReasonCode, wordsOf } from './reasons.ts'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  /** Ready reasons, one press each. */
  examples?: readonly ReasonCode[]
  mostLetters?: number
  focusFirst?: boolean
}

/** A short reason in the officer's words, or a ready one. It is recorded, so it names nobody. */
export function ReasonField({ label, value, onChange, examples = [], mostLetters = 120, focusFirst = false }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const id = useId()
  return (
    <div className="reason">
      {examples.length > 0 && (
        <fieldset className="choices">
          <legend className="k-sr">{t('reason.examples')}</legend>
          {examples.map((example) => (
            <button
              key={example}
              type="button"
              aria-pressed={value === pick(wordsOf(example))}
              onClick={() => onChange(pick(wordsOf(example)))}
            >
              {pick(wordsOf(example))}
            </button>
          ))}
        </fieldset>
      )}
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-field"
        aria-describedby={`${id}-hint`}
        value={value}
        maxLength={mostLetters}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a dialog just opened on request begins at its question
        autoFocus={focusFirst}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-hint`}>{t('dialog.privacy')}</small>
    </div>
  )
}
