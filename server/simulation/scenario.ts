import type { Text } from '../contract/site.ts'

/** What a simulated day is like. Shares are of 1; the figures and their sources are in docs/simulation.md. */
export interface Scenario {
  readonly code: string
  readonly name: Text
  /** A day on which most booths of the demo building serve, as 2026-07-15. */
  readonly date: string
  readonly visitors: number
  readonly priorityShare: number
  /** Visits that end early because papers are missing. */
  readonly missingPapersShare: number
  /** Officers who do not come, from the booths with the most visitors. */
  readonly absentOfficers: number
  /** A kiosk's printer without paper, by the hall's wall clock. */
  readonly paperOut: { readonly kiosk: string; readonly from: string; readonly to: string } | null
}

const ordinary = {
  date: '2026-07-15',
  visitors: 250,
  priorityShare: 0.06,
  missingPapersShare: 0.12,
  absentOfficers: 0,
  paperOut: null,
}

export const scenarios: readonly Scenario[] = [
  { ...ordinary, code: 'normal', name: { id: 'Hari biasa', en: 'Ordinary day' } },
  {
    ...ordinary,
    code: 'busy',
    name: { id: 'Senin ramai', en: 'Busy Monday' },
    date: '2026-07-13',
    visitors: 400,
    priorityShare: 0.08,
    missingPapersShare: 0.15,
  },
  {
    ...ordinary,
    code: 'two-absent',
    name: { id: 'Dua petugas tidak hadir', en: 'Two officers absent' },
    absentOfficers: 2,
  },
  {
    ...ordinary,
    code: 'paper-out',
    name: { id: 'Kertas kios habis', en: 'Kiosk out of paper' },
    paperOut: { kiosk: 'K1', from: '09:40', to: '10:15' },
  },
]

export const scenarioOf = (code: string): Scenario | undefined => scenarios.find((scenario) => scenario.code === code)
