import { useId } from 'react'

interface Props {
  legend: string
  /** Minutes from now; null for the first choice. */
  minutes: readonly number[]
  value: number | null
  onChange: (minutes: number | null) => void
  wordOf: (minutes: number | null) => string
}

/** One of a few times ahead, or none. */
export function MinuteChoice({ legend, minutes, value, onChange, wordOf }: Props) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {[null, ...minutes].map((each) => (
        <label key={each} className="chip">
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          <span>{wordOf(each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
