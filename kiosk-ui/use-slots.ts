import { useEffect, useState } from 'react'
import type { SlotsAnswer } from '../server/contract/booking-wire.ts'
import { serviceDayOf } from './opening-hours.ts'
import { kioskApi } from './use-attempt.ts'

export interface Slots {
  /** Dates after today that can be booked, soonest first. */
  readonly days: readonly string[]
  readonly day: string | null
  /** Those of the day that are free, ISO 8601. */
  readonly times: readonly string[]
  /** The opening of the next open day, for a service that takes no bookings. */
  readonly opensNext: string | null
}

/**
 * The free times of a day, of the first later one where none is chosen; null while they are asked for, `failed` when
 * nobody answered. `tries` asks anew.
 */
export function useSlots(service: string, chosen: string | null, now: number, timeZone: string, tries: number) {
  const [slots, setSlots] = useState<Slots | 'failed' | null>(null)
  const today = serviceDayOf(now, timeZone)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    let isCurrent = true
    const path = `/api/services/${service}/slots`
    const ask = (day: string | null) => kioskApi.get<SlotsAnswer>(day === null ? path : `${path}?day=${day}`)
    const read = async (): Promise<Slots> => {
      const first = await ask(chosen)
      const days = first.days.filter((day) => day > today)
      const day = chosen ?? days[0] ?? null
      const shown = day === null || day === first.day ? first : await ask(day)
      const times = day === null ? [] : shown.slots.filter(({ free }) => free > 0).map(({ at }) => at)
      return { days, day, times, opensNext: first.opensNext }
    }
    setSlots((last) => (last === 'failed' ? null : last))
    read().then(
      (read) => isCurrent && setSlots(read),
      () => isCurrent && setSlots('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [service, chosen, today, tries])
  return slots
}
