import { useEffect } from 'react'
import type { JourneyEvent } from './journey.ts'

/** A scanner types faster than any hand, and ends with Enter. */
const betweenKeysMs = 200
const lettersAtLeast = 8

/** Slips and bookings can be scanned on any page: what a scanner types there is looked up instead of pressed. */
export function useScanner(send: (event: JourneyEvent) => void) {
  useEffect(() => {
    let typed = ''
    let lastAt = Number.NEGATIVE_INFINITY
    const key = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return
      if (event.timeStamp - lastAt > betweenKeysMs) typed = ''
      lastAt = event.timeStamp
      if (event.key.length === 1) typed += event.key
      else if (event.key === 'Enter' && typed.length >= lettersAtLeast) {
        // The button that happens to have the focus was not meant.
        event.preventDefault()
        event.stopPropagation()
        send({ type: 'look-up', text: typed })
        typed = ''
      }
    }
    window.addEventListener('keydown', key, true)
    return () => window.removeEventListener('keydown', key, true)
  }, [send])
}
