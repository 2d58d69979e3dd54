import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SitePackage } from '../../../server/contract/site.ts'

/** The instant for which the building below is prepared: a Tuesday, half an hour before the doors close. */
export const preparedAt = '2026-07-14T14:30:00+08:00'

/** A service for each reason of R6.1 that a building's data can give, at that instant. */
export const reasons = {
  'not-yet-open': 'PROV-01',
  exception: 'DSOS-02',
  weekly: 'PATG-01',
  over: 'PJKP-01',
  'cut-off': 'DSOS-03',
  'quota-full': 'DSOS-04',
  'system-down': 'DUKC-01',
  'closing-soon': 'BPTK-02',
  green: 'INFO-01',
  amber: 'BPTK-04',
} as const

/** Writes that building to a file; beside it the journal may lie. */
export function writePreparedSite(): string {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const change = (code: string, more: Partial<SitePackage['services'][number]>) => {
    const service = site.services.find((one) => one.code === code)
    if (!service) throw new Error(`no service ${code}`)
    Object.assign(service, more)
  }
  change(reasons['cut-off'], { cutOffMinutes: 45 })
  change(reasons['quota-full'], { dailyQuota: 2 })
  change(reasons['closing-soon'], { minutes: 90, spread: 0.1 })
  change(reasons.amber, { minutes: 24, spread: 0.6 })
  change(reasons.green, { minutes: 2, spread: 0.1 })
  const exception = {
    code: 'RAPAT',
    name: { id: 'Rapat kerja daerah', en: 'Regional work meeting' },
    from: '2026-07-14',
    to: '2026-07-14',
    scope: { service: reasons.exception },
    hours: {},
  }
  const file = join(mkdtempSync(join(tmpdir(), 'antrean-site-')), 'prepared.json')
  writeFileSync(file, JSON.stringify({ ...site, exceptions: [exception] }))
  return file
}
