import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

const CredentialSchema = z.object({ token: z.string().min(1), place: z.string(), name: z.string() })
export type Credential = z.infer<typeof CredentialSchema>

/** The data folder of a device host: its credential, readable by its owner alone, and the journal of its jobs. */
export interface HostFolder extends AsyncDisposable {
  readonly journal: string
  credential(): Promise<Credential | null>
  keep(credential: Credential): Promise<void>
  forget(): Promise<void>
}

/** Throws when the folder cannot be made, or another device host works in it: two would print a job twice. */
export async function openHostFolder(folder: string): Promise<HostFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = await lock(await realpath(folder))
  const file = join(folder, 'credential.json')
  return {
    journal: join(folder, 'jobs.jsonl'),
    credential: async () => {
      const text = await readFile(file, 'utf8').catch(() => 'null')
      return CredentialSchema.safeParse(parsed(text)).data ?? null
    },
    keep: async (credential) => {
      const aside = `${file}.new`
      await rm(aside, { force: true })
      await writeFile(aside, JSON.stringify(credential), { mode: 0o600, flush: true })
      await rename(aside, file)
    },
    forget: () => rm(file, { force: true }),
    [Symbol.asyncDispose]: unlock,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A name that Linux takes back when the process ends, however it ends. Elsewhere there is no such name, and no lock. */
async function lock(folder: string): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') return async () => undefined
  const name = createHash('sha256').update(folder).digest('hex')
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Error(`another device host is running on ${folder}`)))
    server.listen(`\0antrean-device-host-${name}`, resolve)
  })
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}
