import { useEffect, useRef } from 'react'

export interface QuickOption {
  readonly id: string
  readonly word: string
}

interface Props {
  legend: string
  options: readonly QuickOption[]
  /** One press chooses and does it. */
  onChoose: (id: string) => void
}

/** Two strokes within this are one press, ms: the key that opened a question does not answer it as well. */
export const bounceMs = 250

/** A few choices, each one press: its figure on the keyboard, or a pointer. Arrows move between them. */
export function QuickChoice({ legend, options, onChoose }: Props) {
  const list = useRef<HTMLFieldSetElement>(null)
  const latest = useRef({ options, onChoose })
  useEffect(() => {
    latest.current = { options, onChoose }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select')) return
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0) {
        event.preventDefault()
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
        return buttons[(at + step + buttons.length) % buttons.length]?.focus()
      }
      const chosen = /^[1-9]$/.test(event.key) ? latest.current.options[Number(event.key) - 1] : undefined
      if (!chosen) return
      event.preventDefault()
      latest.current.onChoose(chosen.id)
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
  return (
    <fieldset ref={list} className="quick">
      <legend>{legend}</legend>
      {options.map(({ id, word }, index) => (
        <button key={id} type="button" onClick={({ detail }) => detail < 2 && onChoose(id)}>
          {index < 9 && <kbd>{index + 1}</kbd>}
          <span>{word}</span>
        </button>
      ))}
    </fieldset>
  )
}
