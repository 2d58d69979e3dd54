import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { HallEvent } from '../../../server/contract/hall.ts'
import { openHall } from '../../../server/hall.ts'
import { createEstimator } from '../../../server/insight/estimate.ts'
import { createVirtualPace, type Pace } from '../../../server/simulation/agenda.ts'
import { enterHall } from '../../../server/simulation/enter-hall.ts'
import { createRandom } from '../../../server/simulation/random.ts'
import type { Scenario } from '../../../server/simulation/scenario.ts'
import { dayStartOf, simulate } from '../../../server/simulation/simulate.ts'
import { seededIds } from '../../../server/simulation/world.ts'
import { readSitePackage } from '../../../server/site/validate.ts'
import { openStore } from '../../../server/store/store.ts'

export const files = { worker: resolve('dist/server/journal-worker.js'), migrations: 'server/store/migrations' }
export const log = {
  error: (data: object, sentence: string) => {
    throw new Error(`${sentence} ${JSON.stringify(data)}`)
  },
}

export function readPaser() {
  const reading = readSitePackage(readFileSync('sites/paser.json', 'utf8'))
  if ('mistakes' in reading) throw new Error(JSON.stringify(reading.mistakes[0]))
  return reading.site
}

/** A folder that is gone when the test ends. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'antrean-day-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** The demo building's hall on a real store, on the scenario's day. */
export async function openDay(
  folder: string,
  scenario: Scenario,
  paceFrom: (startAt: number) => Pace = createVirtualPace,
) {
  const site = readPaser()
  const pace = paceFrom(dayStartOf(scenario, site.site.timeZone))
  const store = await openStore({
    file: join(folder, 'antrean.sqlite'),
    migrationsFolder: files.migrations,
    site: 'paser',
    workerFile: files.worker,
  })
  const { ticket: newId } = seededIds(createRandom('journal'), pace.now)
  const hall = await openHall({ journal: store.journal, now: pace.now, newId, log })
  const hub = { role: 'hub', id: 'hub' } as const
  await hall.execute({ command: { verb: 'configure', site }, actor: hub, device: null, key: null, fingerprint: '' })
  await hall.passTime()
  const { estimate: forecast } = createEstimator()
  const entered = enterHall(hall, pace, { passTime: () => hall.passTime(), forecast })
  return { store, hall, entered, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

/** One whole day as fast as it goes, and its journal. */
export async function liveThrough(scenario: Scenario, seed: number, visitors = scenario.visitors) {
  using folder = temporaryFolder()
  await using day = await openDay(folder.path, scenario)
  const report = await simulate(day.entered, { scenario, seed, visitors })
  const events: readonly HallEvent[] = await day.store.journal.readPresent()
  return { report, events, hall: day.hall.told }
}
