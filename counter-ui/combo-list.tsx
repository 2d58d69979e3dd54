import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '../ui-kit/icon.tsx'

interface Props<T extends { readonly id: string }> {
  label: string
  listLabel: string
  empty: string
  query: string
  onQuery: (query: string) => void
  options: readonly T[]
  /** Id of the chosen option. */
  selected: string | null
  onSelect: (option: T) => void
  render: (option: T) => ReactNode
  /** Put the focus into the search field when it appears. */
  focusFirst?: boolean
}

/** A search field over a list: type to narrow, up and down to choose, or point. The focus stays in the field. */
export function ComboList<T extends { readonly id: string }>(props: Props<T>) {
  const { label, listLabel, empty, query, onQuery, options, selected, onSelect, render, focusFirst = true } = props
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const at = options.findIndex((option) => option.id === selected)

  useEffect(() => {
    if (focusFirst) field.current?.focus()
  }, [focusFirst])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = options[at === -1 && step === -1 ? options.length - 1 : Math.max(0, at + step)]
    if (next) onSelect(next)
  }

  return (
    <div className="combo">
      <label className="combo-field">
        <Icon name="magnifying-glass" />
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={move}
        />
      </label>
      {options.length > 0 ? (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={listLabel} className="combo-list" tabIndex={-1}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves the choice by keyboard
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={option.id === selected}
              tabIndex={-1}
              onClick={() => onSelect(option)}
            >
              {render(option)}
            </div>
          ))}
        </div>
      ) : (
        <p id={`${id}-list`} className="combo-empty" role="status">
          {empty}
        </p>
      )}
    </div>
  )
}
