import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { SpoolStore } from '../../../server/printing/spooler.ts'
import { openSpool, printJobTable } from '../../../server/store/spool.ts'

/** The real spool on a real file, with its operations answered later as the store's thread does. */
export async function openSpoolFile(file: string) {
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  const exists = sqlite.prepare("select 1 from sqlite_master where name = 'print_job'").get()
  if (!exists) {
    const [empty, full] = await Promise.all([
      generateSQLiteDrizzleJson({}),
      generateSQLiteDrizzleJson({ printJobTable }),
    ])
    for (const statement of await generateSQLiteMigration(empty, full)) sqlite.exec(statement)
  }
  const spool = openSpool(drizzle(sqlite))
  const store: SpoolStore = {
    add: async (job) => spool.add(job),
    readOpen: async () => spool.readOpen(),
    take: async (job, at) => spool.take(job, at),
    forward: async (job, to, at) => spool.forward(job, to, at),
    settle: async (job, result, at) => spool.settle(job, result, at),
    markTold: async (job, at) => spool.markTold(job, at),
    withdraw: async (ticket, at) => spool.withdraw(ticket, at),
  }
  return { sqlite, spool, store, close: () => void sqlite.close() }
}
