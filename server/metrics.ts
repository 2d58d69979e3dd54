import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { currentLeg } from './core/ticket.ts'
import type { LiveHall } from './hall.ts'
import { downMs } from './readings/standstill.ts'

/** Figures of the running hub, for Prometheus. They read the told hall only. */
export function createMetrics(stage: () => { hall: LiveHall; now: () => number }, screens: () => number) {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const events = new Counter({
    name: 'antrean_events_total',
    help: 'Events told, by type',
    labelNames: ['type'] as const,
    registers,
  })
  const waits = new Histogram({
    name: 'antrean_wait_seconds',
    help: 'Wait until the first call, in seconds of the hall',
    buckets: [60, 300, 600, 900, 1200, 1800, 2700, 3600, 7200],
    registers,
  })
  new Gauge({
    name: 'antrean_screens',
    help: 'Connected screens',
    registers,
    collect() {
      this.set(screens())
    },
  })
  new Gauge({
    name: 'antrean_tickets',
    help: 'Tickets of the day by state',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.reset()
      for (const ticket of stage().hall.told.tickets.values()) this.inc({ state: currentLeg(ticket).state })
    },
  })

  new Gauge({
    name: 'antrean_system_down_minutes',
    help: 'Minutes that a central system was out of order today; those that never were are left out',
    labelNames: ['system'] as const,
    registers,
    collect() {
      this.reset()
      const { hall, now } = stage()
      for (const system of new Set(hall.told.outages.map((outage) => outage.system)))
        this.set({ system }, Math.floor(downMs(hall.told, system, now()) / 60_000))
    },
  })

  return {
    text: () => register.metrics(),
    /** Counts what a hall tells; returns its own undo. */
    follow: (hall: LiveHall): (() => void) =>
      hall.subscribe((told) => {
        for (const event of told) {
          events.inc({ type: event.type })
          const leg =
            event.type === 'called' ? event.tickets?.[0]?.legs.find((one) => one.state === 'called') : undefined
          if (leg?.queuedAt != null) waits.observe(Math.max(0, event.at - leg.queuedAt) / 1000)
        }
      }),
  }
}
