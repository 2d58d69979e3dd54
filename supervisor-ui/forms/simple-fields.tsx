import { useState } from 'react'
import { dateText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { FieldOf } from './field.ts'
import { FieldFrame, GroupFrame, ProblemText } from './field-frame.tsx'
import { useForm } from './form-context.ts'

export interface FieldProps<F> {
  field: F
  /** From the entry down. */
  at: string
  value: unknown
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One line of text; also codes, which are capitals. */
export function LineField({ field, at, value }: FieldProps<FieldOf<'line'> | FieldOf<'code'>>) {
  const { change, problemAt, isReadOnly } = useForm()
  const isCode = field.kind === 'code'
  const take = (text: string) => (isCode ? text.toUpperCase().replaceAll(' ', '-') : text)
  return (
    <FieldFrame field={field} problem={problemAt(at)}>
      {(ties) => (
        <input
          {...ties}
          className={isCode ? 'f-code' : undefined}
          value={stringOf(value)}
          readOnly={isReadOnly(at)}
          autoComplete="off"
          spellCheck={!isCode}
          onChange={({ target }) => change(at, target.value === '' && field.optional ? undefined : take(target.value))}
        />
      )}
    </FieldFrame>
  )
}

export function ParagraphField({ field, at, value }: FieldProps<FieldOf<'paragraph'>>) {
  const { change, problemAt, isReadOnly } = useForm()
  return (
    <FieldFrame field={field} problem={problemAt(at)}>
      {(ties) => (
        <textarea
          {...ties}
          rows={3}
          value={stringOf(value)}
          readOnly={isReadOnly(at)}
          onChange={({ target }) => change(at, target.value === '' ? undefined : target.value)}
        />
      )}
    </FieldFrame>
  )
}

const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text.replace(',', '.')))

/** What is not a number stays to be read in the field, and is NaN to the schema. */
export function NumberField({ field, at, value }: FieldProps<FieldOf<'number'>>) {
  const { change, problemAt, isReadOnly, setting } = useForm()
  const { t, locale } = setting.messages
  const written = typeof value === 'number' ? String(value).replace('.', locale === 'id' ? ',' : '.') : ''
  const [typed, setTyped] = useState(written)
  return (
    <FieldFrame field={field} problem={problemAt(at)} {...(field.unit && { unit: t(field.unit) })}>
      {(ties) => (
        <input
          {...ties}
          className="f-number"
          inputMode={field.decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={Object.is(numberOf(typed), value) ? typed : written}
          readOnly={isReadOnly(at)}
          onChange={({ target }) => {
            setTyped(target.value)
            change(at, numberOf(target.value))
          }}
        />
      )}
    </FieldFrame>
  )
}

/** The browser's own date field; the day in words below it, since browsers order the figures differently. */
export function DateField({ field, at, value }: FieldProps<FieldOf<'date'>>) {
  const { change, problemAt, isReadOnly, setting } = useForm()
  const day = stringOf(value)
  return (
    <FieldFrame
      field={field}
      problem={problemAt(at)}
      {...(/^\d{4}-\d\d-\d\d$/.test(day) && { unit: dateText(`${day}T00:00:00Z`, 'UTC', setting.messages.locale) })}
    >
      {(ties) => (
        <input
          {...ties}
          type="date"
          value={day}
          readOnly={isReadOnly(at)}
          onChange={({ target }) => change(at, target.value === '' ? undefined : target.value)}
        />
      )}
    </FieldFrame>
  )
}

/** "8", "830" and "8.30" are times of day, too. */
export function timeFrom(typed: string): string {
  const digits = typed.replace(/[^\d]/g, '')
  const parts = /^(\d{1,2})[.:](\d{2})$/.exec(typed.trim()) ?? /^(\d{1,2})(\d{2})?$/.exec(digits)
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : typed
}

/** While it is typed only four figures in a row are taken for a time. */
const timeTyped = (typed: string): string => (/^\d{4}$/.test(typed) ? timeFrom(typed) : typed.replace('.', ':'))

/** One time of day, written with a dot. */
export function TimeInput(props: {
  label: string
  value: unknown
  readOnly: boolean
  invalid?: boolean
  onChange: (value: string) => void
}) {
  const { label, value, readOnly, invalid, onChange } = props
  return (
    <input
      aria-label={label}
      {...(invalid && { 'aria-invalid': true })}
      className="f-time"
      inputMode="decimal"
      autoComplete="off"
      placeholder="00.00"
      value={stringOf(value).replace(':', '.')}
      readOnly={readOnly}
      onChange={({ target }) => onChange(timeTyped(target.value))}
      onBlur={({ target }) => !readOnly && target.value !== '' && onChange(timeFrom(target.value))}
    />
  )
}

export function TimeField({ field, at, value }: FieldProps<FieldOf<'time'>>) {
  const { change, problemAt, isReadOnly } = useForm()
  return (
    <FieldFrame field={field} problem={problemAt(at)}>
      {(ties) => (
        <input
          {...ties}
          className="f-time"
          inputMode="decimal"
          autoComplete="off"
          value={stringOf(value).replace(':', '.')}
          readOnly={isReadOnly(at)}
          onChange={({ target }) => change(at, timeTyped(target.value))}
          onBlur={({ target }) => !isReadOnly(at) && target.value !== '' && change(at, timeFrom(target.value))}
        />
      )}
    </FieldFrame>
  )
}

export function FlagField({ field, at, value }: FieldProps<FieldOf<'flag'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, problemAt, isReadOnly } = useForm()
  return (
    <div className="f f-flag">
      <label>
        <input
          type="checkbox"
          checked={value === true}
          disabled={isReadOnly(at)}
          onChange={({ target }) => change(at, target.checked || undefined)}
        />
        {t(field.label)}
      </label>
      {field.help && <p>{t(field.help)}</p>}
      <ProblemText problem={problemAt(at)} />
    </div>
  )
}

/** Inputs for both halves of a text; empty in both, the text is not there. */
export function WordsInputs({ at, value }: { at: string; value: unknown }) {
  const { t } = useMessages<ConsoleKey>()
  const { change, problemAt, isReadOnly } = useForm()
  const text = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<'id' | 'en', string>>
  const [id, en] = [text.id ?? '', text.en ?? '']
  const take = (next: { id: string; en: string }) => change(at, next.id === '' && next.en === '' ? undefined : next)
  return (
    <div className="f-halves">
      {(['id', 'en'] as const).map((half) => {
        const problem = problemAt(`${at}.${half}`)
        return (
          <label key={half} className={problem ? 'f-wrong' : undefined}>
            <span>{t(half === 'id' ? 'form.indonesian' : 'form.english')}</span>
            <input
              lang={half}
              value={text[half] ?? ''}
              readOnly={isReadOnly(at)}
              autoComplete="off"
              {...(problem && { 'aria-invalid': true })}
              onChange={({ target }) => take({ id, en, [half]: target.value })}
            />
            <ProblemText problem={problem} />
          </label>
        )
      })}
    </div>
  )
}

export function WordsField({ field, at, value }: FieldProps<FieldOf<'words'>>) {
  const { problemAt } = useForm()
  return (
    <GroupFrame field={field} problem={value === undefined ? problemAt(at) : null}>
      <WordsInputs at={at} value={value} />
    </GroupFrame>
  )
}

/** Words with a comma between them. */
export function TagsField({ field, at, value }: FieldProps<FieldOf<'tags'>>) {
  const { change, problemAt, isReadOnly } = useForm()
  const tags = Array.isArray(value) ? value.map(String) : []
  const [typed, setTyped] = useState(tags.join(', '))
  const tagsIn = (text: string) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
  return (
    <FieldFrame field={field} problem={problemAt(at, true)}>
      {(ties) => (
        <input
          {...ties}
          value={tagsIn(typed).join() === tags.join() ? typed : tags.join(', ')}
          readOnly={isReadOnly(at)}
          autoComplete="off"
          onChange={({ target }) => {
            setTyped(target.value)
            change(at, tagsIn(target.value))
          }}
        />
      )}
    </FieldFrame>
  )
}
