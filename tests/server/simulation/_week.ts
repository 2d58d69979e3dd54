import { runSimulatedDay } from '../../../server/simulated-day.ts'
import { type Scenario, scenarioOf } from '../../../server/simulation/scenario.ts'
import { files, log, readPaser, temporaryFolder } from './_day.ts'

/** Monday to Friday of one week in the demo building. */
const weekdays = ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17']

export interface WeekTally {
  readonly green: { given: number; kept: number }
  readonly amber: { given: number; kept: number }
  readonly ranges: { given: number; kept: number; earlier: number; later: number }
  visitors: number
  refused: number
}

/** A week with the rules in full, as crowded as asked for: what was promised, and what came of it. */
export async function liveThroughWeek(seed: number, visitorsOf: (day: number) => number, days = weekdays) {
  const busy = scenarioOf('busy') as Scenario
  const tally: WeekTally = {
    green: { given: 0, kept: 0 },
    amber: { given: 0, kept: 0 },
    ranges: { given: 0, kept: 0, earlier: 0, later: 0 },
    visitors: 0,
    refused: 0,
  }
  const breaches: string[] = []
  for (const [index, date] of days.entries()) {
    using folder = temporaryFolder()
    const day = await runSimulatedDay({
      site: readPaser(),
      scenario: { ...busy, date },
      seed: seed * 10 + index,
      visitors: visitorsOf(index),
      rules: 'full',
      dataDir: folder.path,
      files,
      log,
    })
    breaches.push(...day.breaches)
    const { promises, estimates, visitors, refused } = day.report
    for (const colour of ['green', 'amber'] as const) {
      tally[colour].given += promises[colour].given
      tally[colour].kept += promises[colour].kept
    }
    for (const key of ['given', 'kept', 'earlier', 'later'] as const) tally.ranges[key] += estimates[key]
    tally.visitors += visitors
    tally.refused += refused['issue: closing-soon'] ?? 0
  }
  return { tally, breaches }
}
