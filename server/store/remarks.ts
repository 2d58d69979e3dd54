import { asc, eq, gte, lt } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What people write in their own words: it never enters the journal, which is for ever, and is forgotten after its time. */
export const remarkTable = sqliteTable(
  'remark',
  {
    id: text().primaryKey(),
    /** The ticket that it travels with; null for a reason that belongs to none. */
    ticket: text(),
    day: text().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
    kind: text({ enum: ['note', 'reason'] }).notNull(),
    text: text().notNull(),
  },
  (table) => [index('remark_day').on(table.day)],
)
export type RemarkRow = typeof remarkTable.$inferSelect

/** Remarks over an open database that has `remarkTable`. Synchronous, like the driver below it. */
export function openRemarks<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  return {
    keep: (row: RemarkRow): void => void db.insert(remarkTable).values(row).run(),
    /** Those of a day and later, in the order in which they were written. */
    readSince: (day: string): RemarkRow[] =>
      db.select().from(remarkTable).where(gte(remarkTable.day, day)).orderBy(asc(remarkTable.at)).all(),
    read: (id: string): RemarkRow | null => db.select().from(remarkTable).where(eq(remarkTable.id, id)).get() ?? null,
    /** Forgets what was written before a day. */
    prune: (day: string): void => void db.delete(remarkTable).where(lt(remarkTable.day, day)).run(),
  }
}
