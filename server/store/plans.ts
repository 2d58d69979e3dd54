import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Changes of the building that take effect on a later date. `changes` is JSON of `SiteChange[]`. A change made at once
 * that came with a note leaves its note here too (`done`, with an empty date): people's own words are not for the journal.
 */
export const planTable = sqliteTable('plan', {
  id: text().primaryKey(),
  effective: text().notNull(),
  createdAt: integer('created_at').notNull(),
  by: text().notNull(),
  role: text().notNull(),
  agency: text(),
  note: text(),
  changes: text().notNull(),
  state: text({ enum: ['planned', 'done', 'withdrawn', 'failed'] }).notNull(),
  /** Why it failed: the name of the refusal, or the first mistake. */
  trouble: text(),
})
export type PlanRow = typeof planTable.$inferSelect

/** The plans over one open database: synchronous, for the thread that owns the file. */
export function openPlans<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  const { id, effective, state, createdAt } = planTable
  return {
    /** The same id twice is one plan. */
    add: (row: PlanRow): void => void db.insert(planTable).values(row).onConflictDoNothing().run(),

    find: (wanted: readonly string[]): PlanRow[] =>
      db
        .select()
        .from(planTable)
        .where(inArray(id, [...wanted]))
        .all(),

    /** What has been put down for a date, next one first; what was done at once is not among it. */
    list: (): PlanRow[] =>
      db.select().from(planTable).where(sql`${effective} <> ''`).orderBy(asc(effective), asc(createdAt)).all(),

    /** Those whose day has come, in the order in which they take effect. */
    due: (day: string): PlanRow[] =>
      db
        .select()
        .from(planTable)
        .where(and(eq(state, 'planned'), lte(effective, day)))
        .orderBy(asc(effective), asc(createdAt), asc(id))
        .all(),

    /** planned → its end; false when it is not planned (any more). */
    settle: (wanted: string, end: Exclude<PlanRow['state'], 'planned'>, trouble: string | null): boolean =>
      db
        .update(planTable)
        .set({ state: end, trouble })
        .where(and(eq(id, wanted), eq(state, 'planned')))
        .run().changes === 1,
  }
}
