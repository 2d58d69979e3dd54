import { useCallback } from 'react'
import { useHallReading } from '../ui-kit/clock.tsx'
import { elapsedText } from '../ui-kit/time-text.ts'

/** Minutes and seconds since an instant of the hall's clock: "4.12". */
export function Elapsed({
  live,
  since,
  className,
}: {
  live: { hallNow(): number }
  since: number
  className?: string
}) {
  const read = useCallback((now: number) => elapsedText(now - since), [since])
  const text = useHallReading(live.hallNow, read)
  return (
    <span className={className ? `elapsed ${className}` : 'elapsed'} role="timer">
      {text}
    </span>
  )
}
