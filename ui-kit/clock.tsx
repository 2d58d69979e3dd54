import { useCallback, useEffect, useState } from 'react'
import type { Locale } from './messages/create-messages.ts'
import { dateText, timeText } from './time-text.ts'

/** Something read off the hall's clock, read again twice a second and rendered again only when it has changed. */
export function useHallReading<T extends string | number | boolean>(
  hallNow: () => number,
  read: (now: number) => T,
): T {
  const [reading, setReading] = useState(() => read(hallNow()))
  useEffect(() => {
    const update = () => setReading(read(hallNow()))
    update()
    const timer = setInterval(update, 500)
    return () => clearInterval(timer)
  }, [hallNow, read])
  return reading
}

type Props = { hallNow: () => number; timeZone: string; className?: string }

/** The time in the building, by the hub's clock and the site's zone: "09.42". */
export function Clock({ hallNow, timeZone, className }: Props) {
  const read = useCallback((now: number) => timeText(now, timeZone), [timeZone])
  const text = useHallReading(hallNow, read)
  return <time className={className ? `k-clock ${className}` : 'k-clock'}>{text}</time>
}

/** The day in the building: "Selasa, 14 Juli 2026". */
export function DateLine({
  hallNow,
  timeZone,
  locale,
  short = false,
  className,
}: Props & { locale: Locale; short?: boolean }) {
  const read = useCallback((now: number) => dateText(now, timeZone, locale, short), [timeZone, locale, short])
  const text = useHallReading(hallNow, read)
  return <time className={className}>{text}</time>
}
