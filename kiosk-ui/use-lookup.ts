import { useEffect } from 'react'
import type { BookingAnswer } from '../server/contract/booking-wire.ts'
import { ApiError } from '../ui-kit/api.ts'
import type { JourneyEvent } from './journey.ts'
import type { Lookup } from './journey-state.ts'
import { readScan } from './scan.ts'
import { kioskApi } from './use-attempt.ts'

/** Asks the hub what a code stands for, while the journey says so. */
export function useLookup(lookup: Lookup | null, send: (event: JourneyEvent) => void) {
  useEffect(() => {
    if (lookup?.state !== 'looking') return
    const { text } = lookup
    const scanned = readScan(text)
    const trouble = (error: unknown) => {
      const unknown = error instanceof ApiError && error.status === 404
      send({ type: 'not-found', text, state: unknown ? 'unknown' : 'unanswered' })
    }
    if (!scanned) {
      send({ type: 'not-found', text, state: 'unknown' })
    } else if ('booking' in scanned) {
      const path = `/api/bookings/${encodeURIComponent(scanned.booking)}`
      kioskApi.get<BookingAnswer>(path).then(({ booking }) => send({ type: 'booking', text, booking }), trouble)
    } else {
      const path = `/api/tickets/${encodeURIComponent(scanned.number)}`
      kioskApi.get(path).then(() => send({ type: 'mine', text, publicCode: scanned.number }), trouble)
    }
  }, [lookup, send])
}
