import { useEffect } from 'react'
import type { Taken } from './journey-state.ts'
import { kioskApi } from './use-attempt.ts'

/** Well inside the time after which a number that nobody offers lapses (R3.24). */
const offerEveryMs = 60_000

/** While the screen shows a number that is not on paper, it says so to the hub again and again. */
export function useOffer({ phase, publicCode }: Taken) {
  const offered = phase === 'print-failed'
  useEffect(() => {
    if (!offered) return
    const offer = () => {
      // Lost or refused, the next one or the ticket's own view tells.
      kioskApi.command(`/api/tickets/${publicCode}/offer`).catch(() => undefined)
    }
    offer()
    const timer = setInterval(offer, offerEveryMs)
    return () => clearInterval(timer)
  }, [offered, publicCode])
}
