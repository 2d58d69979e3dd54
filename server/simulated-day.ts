import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SitePackage } from './contract/site.ts'
import { answerOf, openHall } from './hall.ts'
import { createAdmission } from './insight/admission.ts'
import { createEstimator } from './insight/estimate.ts'
import { createVirtualPace } from './simulation/agenda.ts'
import { enterHall } from './simulation/enter-hall.ts'
import { findBreaches } from './simulation/invariants.ts'
import { createRandom } from './simulation/random.ts'
import type { DayReport } from './simulation/report.ts'
import { type DayOptions, dayStartOf, simulate } from './simulation/simulate.ts'
import { seededIds } from './simulation/world.ts'
import { readSitePackage } from './site/validate.ts'
import { openStore } from './store/store.ts'

export type { DayProgress, DayReport } from './simulation/report.ts'
export { scenarioOf, scenarios } from './simulation/scenario.ts'

export interface SimulatedDayOptions extends DayOptions {
  readonly site: SitePackage
  /** A folder without a hall. */
  readonly dataDir: string
  readonly files: { readonly worker: string; readonly migrations: string }
  readonly log: { error(data: object, sentence: string): void }
  /** `full`: hours, cut-off, quotas and the closing promise are in force (R6.1, R6.2). */
  readonly rules?: 'demo' | 'full'
}

/**
 * A day as fast as it goes, in a hall of its own with a real journal, whose clock waits for nobody.
 * @returns what the day came to, and what did not hold although it must (nothing, unless the hub has a fault)
 */
export async function runSimulatedDay(
  options: SimulatedDayOptions,
): Promise<{ report: DayReport; breaches: readonly string[] }> {
  const { site, scenario, seed, dataDir, files, log } = options
  const pace = createVirtualPace(dayStartOf(scenario, site.site.timeZone))
  await using store = await openStore({
    file: join(dataDir, 'antrean.sqlite'),
    migrationsFolder: files.migrations,
    site: site.site.code,
    workerFile: files.worker,
  })
  const { ticket: newId } = seededIds(createRandom(`journal ${scenario.code} ${seed}`), pace.now)
  const hall = await openHall({ journal: store.journal, now: pace.now, newId, log })
  if (hall.told.lastSeq > 0) throw new Error(`There is a hall in ${dataDir} already.`)
  answerOf(await hall.byHub({ verb: 'configure', site }))
  await hall.passTime()

  const { estimate, serviceEnd } = createEstimator()
  const { terms } = createAdmission(serviceEnd, () => options.rules === 'full')
  const entered = enterHall(hall, pace, { passTime: () => hall.passTime(), forecast: estimate, terms })
  const report = await simulate(entered, options)
  const breaches = findBreaches(await store.journal.readPresent(), hall.told)
  const { brokenAt } = await store.journal.verify()
  return {
    report,
    breaches: brokenAt === null ? breaches : [...breaches, `the chain of the journal breaks at ${brokenAt}`],
  }
}

/** Reads a site package; throws with the first mistakes when it has any. */
export async function readBuilding(file: string): Promise<SitePackage> {
  const read = readSitePackage(await readFile(file, 'utf8'))
  if ('site' in read) return read.site
  const lines = read.mistakes.slice(0, 10).map(({ line, column, message }) => `  ${line}:${column}  ${message.en}`)
  throw new Error(`${file} has ${read.mistakes.length} mistakes:\n${lines.join('\n')}`)
}
