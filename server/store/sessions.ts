import { eq, lt } from 'drizzle-orm'
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
    save: (row: SessionRow): void => {
      db.insert(sessionTable).values(row).run()
    },
    remove: (tokenHash: string): void => {
      db.delete(sessionTable).where(eq(sessionTable.tokenHash, tokenHash)).run()
    },
  }
}
