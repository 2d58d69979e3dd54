import type { Admission, Asking, ServiceEnd } from '../../../server/contract/admission.ts'
import type { RefusalName } from '../../../server/contract/refusals.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { mayIssue } from '../../../server/core/may-issue.ts'
import { minutes, openDay } from './_day.ts'
import { entryBuilding, exception, holiday, issuing, wita } from './_entry.ts'

export type Day = ReturnType<typeof openDay>

export const a1: Asking = { service: 'A1', priority: false, items: 1, visitor: null }
export const ask = (day: Day, more: Partial<Asking> = {}, forecast: ServiceEnd | null = null): Admission =>
  mayIssue(day.hall, { ...a1, ...more }, day.clock.at, forecast, true)
export const why = (day: Day, more: Partial<Asking> = {}, forecast: ServiceEnd | null = null) =>
  ask(day, more, forecast).refusal?.refused ?? null
export const at = (day: Day, time: string, date?: string) => {
  day.clock.at = wita(time, date)
  return day
}
export const serviceOf = (site: SitePackage, code = 'A1') =>
  site.services.find((one) => one.code === code) as SitePackage['services'][number]
export const boothOf = (site: SitePackage, code = 'A') =>
  site.booths.find((one) => one.code === code) as SitePackage['booths'][number]
export const outage = (day: Day, system: string, down = true) => day.act({ verb: 'set-system', system, down })

/** Every reason of R6.1 in its order: how it comes to hold on Tuesday at 14.55, and the next step it gives. */
export const reasons: readonly {
  refused: RefusalName
  reason?: string
  plan?: (site: SitePackage) => void
  /** Numbers given before, and what people switched after. */
  fill?: (day: Day) => void
  do?: (day: Day) => void
  next: Record<string, unknown>
}[] = [
  {
    refused: 'not-yet-open',
    plan: (site) => {
      boothOf(site).opens = '2026-08-03'
    },
    next: { opensOn: '2026-08-03', opensAt: wita('08:00', '2026-08-03'), issuesFrom: wita('07:00', '2026-08-03') },
  },
  {
    refused: 'building-paused',
    do: (day) => day.act({ verb: 'pause-building', reason: 'drill', until: wita('15:30') }),
    next: { since: wita('14:55'), until: wita('15:30') },
  },
  {
    refused: 'closed-today',
    reason: 'exception',
    plan: (site) => {
      site.exceptions = [exception('SHUT', '2026-07-14', '2026-07-14', '')]
    },
    next: { reason: 'exception', nameId: 'SHUT', nameEn: 'SHUT (en)', opensAt: wita('08:00', '2026-07-15') },
  },
  {
    refused: 'closed-today',
    reason: 'holiday',
    plan: (site) => {
      site.holidays = [holiday('2026-07-14', 'Hari raya')]
    },
    next: { reason: 'holiday', nameId: 'Hari raya', nameEn: 'Hari raya (en)', opensAt: wita('08:00', '2026-07-15') },
  },
  {
    refused: 'closed-now',
    plan: (site) => {
      serviceOf(site).schedule = { ...site.site.hours, tue: [{ from: '08:00', to: '14:00' }] }
    },
    next: { reason: 'over', opensAt: wita('08:00', '2026-07-15'), issuesFrom: wita('07:00', '2026-07-15') },
  },
  {
    refused: 'cut-off',
    plan: (site) => {
      site.site.rules.cutOffMinutes = 30
    },
    next: { cutOffAt: wita('14:30'), closesAt: wita('15:00'), opensAt: wita('08:00', '2026-07-15') },
  },
  {
    refused: 'quota-full',
    plan: (site) => {
      serviceOf(site).dailyQuota = 1
    },
    fill: (day) => day.issue('A1'),
    next: { quota: 1, left: 0, opensAt: wita('08:00', '2026-07-15') },
  },
  {
    refused: 'system-down',
    plan: (site) => {
      boothOf(site).centralSystems = ['SIMKIM', 'SIAK']
    },
    do: (day) => outage(day, 'SIAK'),
    next: { system: 'SIAK', name: 'SIAK', since: wita('14:55') },
  },
  {
    refused: 'already-holding',
    fill: (day) => day.act(issuing('A1', { inForce: false, visitor: 'v1' })),
    next: { label: expect.stringMatching(/^A-\d{3}$/) },
  },
  {
    refused: 'closing-soon',
    next: { closesAt: wita('15:00'), endsAt: wita('15:05'), opensAt: wita('08:00', '2026-07-15') },
  },
]

/** A day on which this reason holds and every one after it. */
export function dayFrom(first: number) {
  const day = openDay(
    entryBuilding((site) => {
      for (const { plan } of reasons.slice(first).toReversed()) plan?.(site)
    }),
  )
  at(day, '14:55')
  for (const { fill } of reasons.slice(first)) fill?.(day)
  for (const { do: act } of reasons.slice(first)) act?.(day)
  return day
}
export const tooLate = { p50: 10 * minutes, p95: 15 * minutes }
