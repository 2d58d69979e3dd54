import { inArray, lt } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sessionTable } from './schema.ts'

export type SessionRow = typeof sessionTable.$inferSelect

export function openSessions(db: BetterSQLite3Database) {
  return {
    /** All that have not expired; the door keeps them in memory and asks nobody on the way of a command. */
    readAll: (realNow: number): SessionRow[] => {
      db.delete(sessionTable).where(lt(sessionTable.expiresAt, realNow)).run()
      return db.select().from(sessionTable).all()
    },
    /** Keeps one and forgets the others, in one step. */
    replace: (row: SessionRow, ended: readonly string[]): void => {
      db.transaction(() => {
        if (ended.length > 0)
          db.delete(sessionTable)
            .where(inArray(sessionTable.tokenHash, [...ended]))
            .run()
        db.insert(sessionTable).values(row).run()
      })
    },
  }
}
