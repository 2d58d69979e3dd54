import { useEffect, useState } from 'react'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { leavesAt } from '../quiet-time.ts'

/** The seconds until the screen leaves by itself; nothing while it stays. */
export function Countdown({
  words,
  className,
}: {
  words: 'ticket.close' | 'kiosk.idle.seconds'
  className?: string | undefined
}) {
  const { journey } = useKiosk()
  const { t } = useWords()
  const end = leavesAt(journey)
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (end === null) return
    setNow(performance.now())
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [end])
  return (
    <p className={className} role="timer">
      {end === null ? '' : t(words, { n: Math.max(0, Math.ceil((end - Math.max(now, journey.touchedAt)) / 1000)) })}
    </p>
  )
}
