import { useEffect, useMemo } from 'react'
import type { OfficersAnswer, RosterAnswer } from '../../server/contract/roster.ts'
import { weekdays } from '../../server/contract/site.ts'
import { useConsole } from '../console/console-context.ts'
import { useAnswer } from '../console/use-answer.ts'

export type OfficerRow = OfficersAnswer['officers'][number]
export type ShiftRow = RosterAnswer['shifts'][number]

const dayMs = 86_400_000

/** The date so many days after another one (2026-07-14). */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => dayAfter(date, -((new Date(date).getUTCDay() + 6) % 7))

/** Whether a shift is worked on a date. */
export const isOn = ({ days, validFrom, validTo }: ShiftRow, date: string): boolean => {
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7]
  return weekday !== undefined && days.includes(weekday) && validFrom <= date && (validTo === null || date <= validTo)
}

/** People and the shifts of a week, asked again as time passes and as counters open. Null until both are known. */
export function useRoster(monday: string) {
  const { hall, now } = useConsole()
  const officers = useAnswer<OfficersAnswer>('/api/officers')
  const roster = useAnswer<RosterAnswer>(`/api/roster?day=${monday}&to=${dayAfter(monday, 6)}`)
  const news = JSON.stringify([now, hall?.presence])
  const { again } = roster
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news are the reason to ask
  useEffect(() => void again(), [again, news])
  const names = useMemo(() => new Map((officers.answer?.officers ?? []).map((one) => [one.id, one])), [officers.answer])
  return {
    officers: officers.answer?.officers ?? null,
    names,
    shifts: roster.answer?.shifts ?? null,
    failed: officers.failed || roster.failed,
    again: async () => void (await Promise.all([officers.again(), roster.again()])),
  }
}
export type Roster = ReturnType<typeof useRoster>
