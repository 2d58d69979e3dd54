import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** Another hub has this data folder open. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

/**
 * Opens the site's database file as its only writer. WAL with synchronous=FULL: what was acknowledged survives a power
 * cut. Before a migration of an existing file a dated copy is made beside it.
 */
export function openDatabase(file: string, migrationsFolder: string, realNow: number) {
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockFolder(dirname(file))
  try {
    const isNew = !existsSync(file)
    const sqlite = new Database(file)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('foreign_keys = ON')
    if (!isNew && hasPendingMigrations(sqlite, migrationsFolder)) copyBeside(sqlite, file, realNow)
    const db = drizzle(sqlite)
    migrate(db, { migrationsFolder })
    return {
      db,
      sqlite,
      close: () => {
        sqlite.close()
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** The lock is the operating system's, on a file of its own: it ends with the process, however that ends. */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, 'hub.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new FolderInUse(folder)
    throw error
  }
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

function hasPendingMigrations(sqlite: Database.Database, migrationsFolder: string): boolean {
  const known = sqlite.prepare("select count(*) n from sqlite_master where name = '__drizzle_migrations'").get() as {
    n: number
  }
  const done =
    known.n === 0 ? 0 : (sqlite.prepare('select count(*) n from __drizzle_migrations').get() as { n: number }).n
  return readMigrationFiles({ migrationsFolder }).length > done
}

function copyBeside(sqlite: Database.Database, file: string, realNow: number): void {
  const date = new Date(realNow).toISOString().replace(/[:.]/g, '-')
  sqlite.prepare('VACUUM INTO ?').run(`${file}.before-update-${date}`)
}
