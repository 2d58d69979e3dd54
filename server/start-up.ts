import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { SitePackage } from './contract/site.ts'
import { readSitePackage } from './site/validate.ts'
import { openStore } from './store/store.ts'

/** A hub that cannot start, in words for the person who started it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Names of built files carry a hash of their content, so the list of them tells one build of the screens from another. */
export async function readBuild(assets: string, version: string): Promise<string> {
  const names = await readdir(assets).catch(() => [])
  return `${version}-${createHash('sha256').update(names.sort().join()).digest('hex').slice(0, 12)}`
}

export async function readSite(file: string): Promise<SitePackage> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CannotStart(
      `The site package ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  })
  const read = readSitePackage(text)
  if ('site' in read) return read.site
  const lines = read.mistakes.map(({ line, column, message }) => `  ${line}:${column}  ${message.en}`)
  throw new CannotStart(`The site package ${file} has ${read.mistakes.length} mistakes:\n${lines.join('\n')}`)
}

/** A restart goes on from the later of the given instant and the last that the hall has kept: no voice speaks in the past. */
export async function clockStart(
  config: Config,
  files: { worker: string; migrations: string },
  site: SitePackage,
): Promise<number> {
  await using store = await openStore({
    file: join(config.dataDir, 'antrean.sqlite'),
    migrationsFolder: files.migrations,
    site: site.site.code,
    workerFile: files.worker,
  })
  const [told, spoken] = await Promise.all([store.journal.lastAt(), store.announcements.lastAt()])
  return Math.max(config.clock?.startAt ?? 0, told ?? 0, spoken ?? 0)
}

export function listen(httpServer: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use by another program. Stop it, or set PORT to another number.`
          : `The hub cannot listen on ${host}:${port}: ${error.message}`
      reject(new CannotStart(why))
    })
    httpServer.listen(port, host, resolve)
  })
}

export function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** What stopped the start, in words for the person who started it; what is no fault of theirs stays as it is. */
export function explained(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'FolderInUse') {
    return new CannotStart(
      `Another hub is already running on ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    )
  }
  if (error.name === 'CannotOpen')
    return new CannotStart(
      `The data folder ${dataDir} cannot be used: ${error.message}. Set DATA_DIR to a folder that can be written.`,
    )
  return error
}
