import { freeServices } from '../core/journey.ts'
import type { Lens } from './reading.ts'

/**
 * §3: how long a newcomer would wait (ms, the median) for each of the services among which the next leg is chosen when the
 * present one ends; null where there is no choice. A service of which nobody can say is left out.
 */
export function expectedWaits({ hall, now, forecast }: Lens, id: string): Record<string, number> | null {
  const ticket = hall.tickets.get(id)
  const services = ticket ? freeServices(ticket) : []
  if (!ticket || services.length < 2) return null
  const { priority } = ticket
  return Object.fromEntries(
    services.flatMap((service) => {
      const wait = forecast(hall, { service, priority }, now)
      return wait ? [[service, wait.p50]] : []
    }),
  )
}
