import { useState } from 'react'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { FieldOf, Option } from './field.ts'
import { FieldFrame, GroupFrame } from './field-frame.tsx'
import { useForm } from './form-context.ts'
import { type Entry, ownerPath, valueAt } from './path.ts'
import type { FieldProps } from './simple-fields.tsx'

export function ChoiceField({ field, at, value }: FieldProps<FieldOf<'choice'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, problemAt, isReadOnly, setting, entry } = useForm()
  const options = field.options(setting, entry)
  const chosen = value === undefined || value === null ? '' : String(value)
  const isKnown = options.some((option) => option.value === chosen)
  const choose = (value: string) => {
    const owner = ownerPath(at)
    if (field.becomes && value !== '')
      return change(owner, field.becomes(value, (valueAt(entry, owner) ?? {}) as Entry))
    change(at, value === '' ? undefined : field.asNumber ? Number(value) : value)
  }
  return (
    <FieldFrame field={field} problem={problemAt(at)}>
      {(ties) => (
        <select {...ties} value={chosen} disabled={isReadOnly(at)} onChange={({ target }) => choose(target.value)}>
          {(field.optional || chosen === '') && <option value="">{t(field.none ?? 'form.choose')}</option>}
          {!isKnown && chosen !== '' && <option value={chosen}>{chosen}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

/** Few choices, any of them: all to be seen. */
export function ChecksField({ field, at, value }: FieldProps<FieldOf<'checks'>>) {
  const { change, problemAt, isReadOnly, setting, entry } = useForm()
  const chosen = listOf(value)
  const options = field.options(setting, entry)
  return (
    <GroupFrame field={field} problem={problemAt(at, true)} className="f-checks">
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              disabled={isReadOnly(at)}
              onChange={({ target }) => {
                const wanted = target.checked
                  ? [...chosen, option.value]
                  : chosen.filter((each) => each !== option.value)
                change(
                  at,
                  options.map((each) => each.value).filter((each) => wanted.includes(each)),
                )
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Many choices, some of them: those chosen with a cross each, and a list to add from. */
export function ManyField({ field, at, value }: FieldProps<FieldOf<'many'>>) {
  const { change, problemAt, setting, entry } = useForm()
  return (
    <GroupFrame field={field} problem={problemAt(at, true)}>
      <ManyInput
        at={at}
        chosen={listOf(value)}
        options={field.options(setting, entry)}
        onChange={(next) => change(at, next.length === 0 && field.optional ? undefined : next)}
      />
    </GroupFrame>
  )
}

export function ManyInput(props: {
  at: string
  chosen: readonly string[]
  options: readonly Option[]
  ordered?: boolean
  onChange: (next: string[]) => void
}) {
  const { at, chosen, options, ordered = false, onChange } = props
  const { t } = useMessages<ConsoleKey>()
  const { isReadOnly } = useForm()
  const [next, setNext] = useState('')
  const rest = options.filter(({ value }) => !chosen.includes(value))
  const labelOf = (code: string) => options.find(({ value }) => value === code)?.label ?? code
  const swap = (index: number) =>
    onChange(
      chosen.map((each, at) =>
        at === index ? (chosen[index - 1] ?? each) : at === index - 1 ? (chosen[index] ?? each) : each,
      ),
    )
  return (
    <>
      {chosen.length > 0 && (
        <ul className={ordered ? 'f-chosen f-ordered' : 'f-chosen'}>
          {chosen.map((code, index) => (
            <li key={code}>
              {ordered && <b>{index + 1}</b>}
              <span>{labelOf(code)}</span>
              {!isReadOnly(at) && ordered && index > 0 && (
                <button type="button" aria-label={t('form.up', { name: labelOf(code) })} onClick={() => swap(index)}>
                  <Icon name="arrow-up" />
                </button>
              )}
              {!isReadOnly(at) && (
                <button
                  type="button"
                  aria-label={t('form.take-out', { name: labelOf(code) })}
                  onClick={() => onChange(chosen.filter((each) => each !== code))}
                >
                  <Icon name="x" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly(at) && rest.length > 0 && (
        <div className="f-adder">
          <select aria-label={t('form.add-which')} value={next} onChange={({ target }) => setNext(target.value)}>
            <option value="">{t('form.choose')}</option>
            {rest.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="small"
            disabled={next === ''}
            onClick={() => {
              onChange([...chosen, next])
              setNext('')
            }}
          >
            <Icon name="plus" />
            {t('form.add')}
          </button>
        </div>
      )}
    </>
  )
}
