import type { ReactNode } from 'react'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Field, FieldOf } from './field.ts'
import { GroupFrame, ProblemText } from './field-frame.tsx'
import { useForm } from './form-context.ts'
import { type Entry, joinPath, valueAt } from './path.ts'
import { type FieldProps, WordsInputs } from './simple-fields.tsx'

const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Those that a part of its kind has. */
const fieldsOf = (fields: readonly Field[], owner: unknown): readonly Field[] =>
  fields.filter(({ when }) => when?.((owner ?? {}) as Entry) ?? true)

interface RowsProps {
  at: string
  rows: readonly unknown[]
  blank: unknown
  name: string
  optional: boolean
  children: (row: unknown, at: string) => ReactNode
}

/** Rows with a handle each: up, away; and one more at the end. */
function Rows({ at, rows, blank, name, optional, children }: RowsProps) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly } = useForm()
  const readOnly = isReadOnly(at)
  const take = (next: readonly unknown[]) => change(at, next.length === 0 && optional ? undefined : next)
  const swap = (index: number) => {
    const next = [...rows]
    const [row] = next.splice(index, 1)
    next.splice(index - 1, 0, row)
    take(next)
  }
  return (
    <>
      <ol className="rows">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place only
          <li key={index}>
            <b>{index + 1}</b>
            <div>{children(row, joinPath(at, String(index)))}</div>
            {!readOnly && (
              <span className="row-acts">
                <button
                  type="button"
                  disabled={index === 0}
                  aria-label={t('form.up', { name: `${name} ${index + 1}` })}
                  onClick={() => swap(index)}
                >
                  <Icon name="arrow-up" />
                </button>
                <button
                  type="button"
                  disabled={index === rows.length - 1}
                  aria-label={t('form.down', { name: `${name} ${index + 1}` })}
                  onClick={() => swap(index + 1)}
                >
                  <Icon name="arrow-down" />
                </button>
                <button
                  type="button"
                  aria-label={t('form.take-out', { name: `${name} ${index + 1}` })}
                  onClick={() => take(rows.filter((_row, other) => other !== index))}
                >
                  <Icon name="x" />
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <button type="button" className="small" onClick={() => take([...rows, blank])}>
          <Icon name="plus" />
          {t('form.add-row', { name: name.toLowerCase() })}
        </button>
      )}
    </>
  )
}

export function WordsListField({ field, at, value }: FieldProps<FieldOf<'words-list'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { problemAt } = useForm()
  return (
    <GroupFrame field={field} problem={problemAt(at)}>
      <Rows at={at} rows={rowsOf(value)} blank={{ id: '', en: '' }} name={t(field.label)} optional={false}>
        {(row, where) => <WordsInputs at={where} value={row ?? {}} />}
      </Rows>
    </GroupFrame>
  )
}

export function RowsField({ field, at, value }: FieldProps<FieldOf<'rows'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { problemAt, FieldView } = useForm()
  return (
    <GroupFrame field={field} problem={problemAt(at)}>
      <Rows at={at} rows={rowsOf(value)} blank={field.blank} name={t(field.label)} optional={field.optional ?? false}>
        {(row, where) => (
          <>
            <div className="row-fields">
              {fieldsOf(field.fields, row).map((each) => (
                <FieldView
                  key={each.path}
                  field={each}
                  at={joinPath(where, each.path)}
                  value={valueAt(row, each.path)}
                />
              ))}
            </div>
            <ProblemText problem={problemAt(where)} />
          </>
        )}
      </Rows>
    </GroupFrame>
  )
}

/** A part that can be switched on. */
export function GroupField({ field, at, value }: FieldProps<FieldOf<'group'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt, FieldView } = useForm()
  return (
    <GroupFrame field={field} problem={problemAt(at)}>
      <label className="f-switch">
        <input
          type="checkbox"
          checked={value !== undefined}
          disabled={isReadOnly(at)}
          onChange={({ target }) => change(at, target.checked ? field.blank : undefined)}
        />
        {t('form.switch-on')}
      </label>
      {value !== undefined && (
        <div className="row-fields">
          {fieldsOf(field.fields, value).map((each) => (
            <FieldView key={each.path} field={each} at={joinPath(at, each.path)} value={valueAt(value, each.path)} />
          ))}
        </div>
      )}
    </GroupFrame>
  )
}
