import { useCallback, useEffect, useReducer } from 'react'
import { moveByArrows } from './arrow-keys.ts'
import { advance, type JourneyEvent } from './journey.ts'
import type { Journey } from './journey-state.ts'
import { keepJourney, recallJourney } from './kept-journey.ts'
import { quietTimeOf } from './quiet-time.ts'
import { dropSecondTaps } from './second-tap.ts'

interface Timed {
  readonly event: JourneyEvent
  readonly at: number
}

const tickMs = 500

/** The journey with its clock: touches and keys anywhere count as presence, and time passes. */
export function useJourney(): { journey: Journey; send: (event: JourneyEvent) => void } {
  const [journey, dispatch] = useReducer(
    (state: Journey, { event, at }: Timed) => advance(state, event, at),
    performance.now(),
    recallJourney,
  )
  const send = useCallback((event: JourneyEvent) => dispatch({ event, at: performance.now() }), [])
  useEffect(() => keepJourney(journey), [journey])

  const timed = quietTimeOf(journey) !== null
  useEffect(() => {
    if (!timed) return
    const timer = setInterval(() => send({ type: 'tick' }), tickMs)
    return () => clearInterval(timer)
  }, [timed, send])

  const asked = journey.askedAt !== null
  useEffect(() => {
    const touch = () => send({ type: 'touch' })
    const key = (event: KeyboardEvent) => {
      touch()
      moveByArrows(event)
      if (event.key === 'Escape' && !asked) send({ type: 'back' })
    }
    // On lift, as every button: a touch that only wakes the page must not also press what appears beneath it.
    window.addEventListener('pointerup', touch)
    window.addEventListener('keydown', key)
    return () => {
      window.removeEventListener('pointerup', touch)
      window.removeEventListener('keydown', key)
    }
  }, [send, asked])
  useEffect(dropSecondTaps, [])
  return { journey, send }
}
