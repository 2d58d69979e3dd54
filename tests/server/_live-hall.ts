import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import type { Command, Outcome } from '../../server/contract/commands.ts'
import type { Actor, HallTicket } from '../../server/contract/hall.ts'
import { type LiveHall, openHall } from '../../server/hall.ts'
import type { Journal } from '../../server/journal.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import { building } from './core/_building.ts'
import { hub, morning } from './core/_day.ts'

const root = join(__dirname, '../..')
export const storeFiles = {
  migrationsFolder: join(root, 'server/store/migrations'),
  workerFile: join(root, 'dist/server/journal-worker.js'),
}
export const site = building({ profiles: { 1: [['A1']], 2: [['A1'], ['B1']] } })

export interface Asking {
  readonly actor?: Actor
  readonly key?: string | null
  readonly fingerprint?: string
}

/** A live hall over a real store in a folder of its own; `reopen` is a restart of the hub. */
export async function openLiveHall(around: (journal: Journal) => Journal = (journal) => journal) {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-hall-'))
  const file = join(folder, 'antrean.sqlite')
  const clock = { at: morning }
  const errors: string[] = []
  let store: Store
  let hall: LiveHall

  const open = async () => {
    store = await openStore({ file, site: site.site.code, ...storeFiles })
    const log = { error: (_data: object, sentence: string) => void errors.push(sentence) }
    hall = await openHall({ journal: around(store.journal), now: () => clock.at, newId: uuidv7, log })
  }
  const request = (command: Command, { actor = hub, key = null, fingerprint = '' }: Asking = {}) =>
    hall.execute({ command, actor, device: null, key, fingerprint })
  const outcome = async (command: Command, asking?: Asking): Promise<Outcome> => {
    const result = await request(command, asking)
    if ('mismatch' in result) throw new Error('mismatch')
    return result.outcome
  }
  let issued = 0
  const issuing = (service = 'A1'): Command => {
    issued += 1
    const codes = { ticket: `t${issued}`, publicCode: `code-${issued}` }
    return {
      verb: 'issue',
      ...codes,
      service,
      priority: false,
      english: false,
      kiosk: null,
      delivery: 'none',
    }
  }
  await open()
  await outcome({ verb: 'configure', site })
  await hall!.passTime()
  return {
    file,
    clock,
    /** What the hall had to complain of. */
    errors,
    get hall() {
      return hall
    },
    get store() {
      return store
    },
    request,
    outcome,
    issuing,
    issue: async (asking?: Asking): Promise<HallTicket> => {
      const given = await outcome(issuing(), asking)
      if ('answer' in given && given.answer.ticket) return given.answer.ticket
      throw new Error(JSON.stringify(given))
    },
    openCounter: (counter: number) => outcome({ verb: 'open-counter', counter, officer: `officer-${counter}` }),
    /** Another connection to the same file, as a second program would have it. */
    connect: (): Database.Database => new Database(file),
    reopen: async () => {
      await hall.settled()
      await store[Symbol.asyncDispose]()
      await open()
    },
    [Symbol.asyncDispose]: async () => {
      await hall.settled()
      await store[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
