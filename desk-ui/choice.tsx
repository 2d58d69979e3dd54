import { type ReactNode, useId } from 'react'

interface Props<T extends string> {
  legend: string
  name: string
  options: readonly { value: T; text: string; figure?: ReactNode }[]
  chosen: T | null
  onChoose: (value: T) => void
  className?: string
}

/** One of a few, all of them in sight: arrows move between them. */
export function Choice<T extends string>({ legend, name, options, chosen, onChoose, className }: Props<T>) {
  const id = useId()
  return (
    <fieldset className={className ? `choice ${className}` : 'choice'}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, text, figure }) => (
          <label key={value} className="option">
            <input type="radio" name={`${id}${name}`} checked={chosen === value} onChange={() => onChoose(value)} />
            {figure}
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
