import { z } from 'zod'
import { catalogueOfHall } from '../hall.ts'
import type { Operation } from './operation.ts'

export const HealthAnswer = z.object({
  status: z.enum(['ok']),
  version: z.string(),
  demo: z.boolean(),
  site: z.string(),
  day: z.string().nullable(),
  /** Journal number of the last durable event. */
  seq: z.int(),
  uptimeSeconds: z.number(),
  screens: z.int(),
  /** `jumped`: the computer's clock is not to be believed; the service day stays open. */
  clock: z.enum(['ok', 'jumped']),
})

export interface SystemPorts {
  readonly version: string
  readonly screens: () => number
  readonly isClockTrusted: () => boolean
  readonly metrics: () => Promise<string>
}

export const systemOperations = ({ version, screens, metrics, isClockTrusted }: SystemPorts): readonly Operation[] => [
  {
    id: 'health',
    method: 'get',
    path: '/healthz',
    summary: 'Whether the hub serves, for watchdogs.',
    access: 'public',
    answer: HealthAnswer,
    run: ({ doors, stage }) => ({
      json: {
        status: 'ok',
        version,
        demo: doors.demo,
        site: catalogueOfHall(stage.hall).site.site.code,
        day: stage.hall.told.day,
        seq: stage.hall.told.lastSeq,
        uptimeSeconds: Math.round(process.uptime()),
        screens: screens(),
        clock: isClockTrusted() ? 'ok' : 'jumped',
      },
    }),
  },
  {
    id: 'metrics',
    method: 'get',
    path: '/metrics',
    summary: 'Figures for Prometheus.',
    access: 'public',
    run: async () => ({ text: await metrics(), type: 'text/plain; version=0.0.4' }),
  },
]
