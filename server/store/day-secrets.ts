import { ne } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What makes the marks of one service day's visitors. The journal never sees it, and with the day it is gone. */
export const daySecretTable = sqliteTable('day_secret', { day: text().primaryKey(), secret: text().notNull() })

/** Synchronous, for the thread that owns the file. */
export function openDaySecrets<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  return {
    readAll: (): (typeof daySecretTable.$inferSelect)[] => db.select().from(daySecretTable).all(),
    /** Keeps the secret of a day and forgets those of all others. */
    replace: (day: string, secret: string): void =>
      db.transaction((only) => {
        only.delete(daySecretTable).where(ne(daySecretTable.day, day)).run()
        only.insert(daySecretTable).values({ day, secret }).onConflictDoNothing().run()
      }),
  }
}
