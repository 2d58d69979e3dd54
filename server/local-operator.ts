import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Session, Sessions } from './http/sessions.ts'

/** Where a running hub is, and the token of its operator. */
const Published = z.object({ address: z.url(), token: z.string().min(1) })
export type Published = z.infer<typeof Published>

const fileOf = (dataDir: string): string => join(dataDir, 'operator.json')

/**
 * Whoever may read the data folder of a running hub is its operator: the command line speaks to it with a token that
 * lies there, for the owner's eyes only, new at every start and gone with the hub.
 */
export function openLocalOperator(dataDir: string) {
  const token = randomBytes(32).toString('base64url')
  const session: Session = {
    tokenHash: '',
    role: 'operator',
    person: 'operator:console',
    counter: null,
    booth: null,
    agency: null,
    createdAt: Date.now(),
    expiresAt: Number.MAX_SAFE_INTEGER,
  }
  return {
    /** The same sessions, and the operator's among them. */
    among: (sessions: Sessions): Sessions => ({
      ...sessions,
      find: (shown) => (shown === token ? session : sessions.find(shown)),
    }),
    publish: async (address: string): Promise<void> => {
      await rm(fileOf(dataDir), { force: true })
      await writeFile(fileOf(dataDir), JSON.stringify({ address, token } satisfies Published), { mode: 0o600 })
    },
    [Symbol.asyncDispose]: () => rm(fileOf(dataDir), { force: true }),
  }
}

/** What the hub of a data folder has published; null when none is running, or it ended without a word. */
export async function readPublished(dataDir: string): Promise<Published | null> {
  try {
    return Published.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}
