import { asc, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Officer, Shift } from '../contract/roster.ts'

/** The people at the counters. The journal knows them by `id` alone; the name stays here and can be taken away. */
export const officerTable = sqliteTable('officer', {
  id: text().primaryKey(),
  name: text().notNull(),
  agency: text().notNull(),
  role: text({ enum: ['officer', 'information', 'agency-admin', 'supervisor', 'manager'] }).notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
})
export type OfficerRow = typeof officerTable.$inferSelect

/** Who is to be at which counter: on these weekdays from a date to a date, between two times of day. */
export const shiftTable = sqliteTable(
  'shift',
  {
    id: text().primaryKey(),
    officer: text().notNull(),
    counter: integer().notNull(),
    /** JSON of weekdays, `["mon","tue"]`. */
    days: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
  },
  (table) => [index('shift_counter').on(table.counter)],
)

/** Officers and shifts over an open database that has both tables. Synchronous, like the driver below it. */
export function openOfficers<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  /**
   * SQLite leaves what it deletes in the free bytes of a page and in its write-ahead log. A name that is taken away must
   * not stay there: the table, which is small, is written anew over zeroes, and the log is emptied.
   */
  const rewrite = (change: (rows: OfficerRow[]) => OfficerRow[], also: () => void = () => {}): void => {
    db.all(sql`pragma secure_delete = on`)
    try {
      db.transaction((tx) => {
        const rows = change(tx.select().from(officerTable).all())
        tx.delete(officerTable).run()
        for (const row of rows) tx.insert(officerTable).values(row).run()
        also()
      })
    } finally {
      db.all(sql`pragma secure_delete = off`)
    }
    db.all(sql`pragma wal_checkpoint(truncate)`)
  }

  return {
    list: (): Officer[] => db.select().from(officerTable).orderBy(asc(officerTable.name)).all(),
    /** A new officer, or one who has changed; an earlier name is gone from the file. */
    put: (officer: Officer): void => rewrite((rows) => [...rows.filter(({ id }) => id !== officer.id), { ...officer }]),
    /** Takes away the name, the pseudonym and the shifts. */
    forget: (id: string): void =>
      rewrite(
        (rows) => rows.filter((row) => row.id !== id),
        () => void db.delete(shiftTable).where(eq(shiftTable.officer, id)).run(),
      ),
    shifts: (): Shift[] =>
      db
        .select()
        .from(shiftTable)
        .orderBy(asc(shiftTable.counter), asc(shiftTable.from))
        .all()
        .map(({ days, ...row }) => ({ ...row, days: JSON.parse(days) as Shift['days'] })),
    putShift: (shift: Shift): void => {
      const row = { ...shift, days: JSON.stringify(shift.days) }
      db.insert(shiftTable).values(row).onConflictDoUpdate({ target: shiftTable.id, set: row }).run()
    },
    removeShift: (id: string): void => void db.delete(shiftTable).where(eq(shiftTable.id, id)).run(),
  }
}
