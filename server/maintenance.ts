import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { catalogueOfHall, openHall } from './hall.ts'
import { diffSites, exportSite, type SiteDifference } from './site/import.ts'
import type { Mistake } from './site/mistake.ts'
import { isHolidays, readPackageFor } from './site/package.ts'
import { readSitePackage, type SiteReading } from './site/validate.ts'
import { openStore } from './store/store.ts'

/** What the command line does with a data folder while its hub is stopped. Each opens the folder, works, and closes it. */
export interface Folder {
  readonly dataDir: string
  readonly root: string
}

/** Opens the folder of a stopped hub. */
export async function openFolder({ dataDir, root }: Folder, site: string) {
  const store = await openStore({
    file: join(dataDir, 'antrean.sqlite'),
    migrationsFolder: join(root, 'dist/server/migrations'),
    site,
    workerFile: join(root, 'dist/server/journal-worker.js'),
  })
  const log = { error: (_data: object, sentence: string) => void process.stderr.write(`${sentence}\n`) }
  const hall = await openHall({ journal: store.journal, now: Date.now, newId: uuidv7, log })
  return { store, hall, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

export type Imported =
  | { mistakes: readonly Mistake[] }
  | { site: string; differences: readonly SiteDifference[]; isApplied: boolean }

/** Reads a site package, compares it with the folder's building and, unless only asked to check, puts it in force. */
export async function importSite(folder: Folder, file: string, isCheck: boolean): Promise<Imported> {
  const read = await readFor(folder, await readFile(file, 'utf8'))
  if ('mistakes' in read) return read
  const { site } = read
  if (isCheck && !existsSync(join(folder.dataDir, 'antrean.sqlite')))
    return { site: site.site.code, differences: [], isApplied: false }
  await using opened = await openFolder(folder, site.site.code)
  const present = opened.hall.told.catalogue?.site
  const differences = present ? diffSites(present, site) : []
  if (!isCheck) {
    const outcome = await opened.hall.byHub({ verb: 'configure', site })
    if (!('answer' in outcome)) throw new Error('the building could not be written to the journal')
  }
  return { site: site.site.code, differences, isApplied: !isCheck }
}

/** A package as it is; the holidays of a year as the folder's building with them. */
async function readFor(folder: Folder, text: string): Promise<SiteReading> {
  if (!isHolidays(text) || !existsSync(join(folder.dataDir, 'antrean.sqlite'))) return readSitePackage(text)
  await using opened = await openFolder(folder, '')
  const present = opened.hall.told.catalogue?.site
  return present ? readPackageFor(present, text) : readSitePackage(text)
}

/** Writes the folder's building as a site package. */
export async function exportFolder(folder: Folder, file: string): Promise<void> {
  await using opened = await openFolder(folder, '')
  await writeFile(file, exportSite(catalogueOfHall(opened.hall).site))
}

/** A consistent copy of the database. */
export async function backupFolder(folder: Folder, file: string): Promise<void> {
  await using opened = await openFolder(folder, '')
  await opened.store.backup(file)
}

/** Walks the hash chain of the whole journal. */
export async function verifyFolder(folder: Folder) {
  await using opened = await openFolder(folder, '')
  return opened.store.journal.verify()
}
