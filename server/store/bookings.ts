import { and, asc, count, eq, gte, inArray, lt, TransactionRollbackError } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** R4.8: reserved arrival times. No name, no identity number. Instants are epoch ms of the hall's clock. */
export const bookingTable = sqliteTable(
  'booking',
  {
    code: text().primaryKey(),
    service: text().notNull(),
    slotAt: integer('slot_at').notNull(),
    day: text().notNull(),
    priority: integer({ mode: 'boolean' }).notNull(),
    english: integer({ mode: 'boolean' }).notNull(),
    items: integer().notNull(),
    state: text({ enum: ['booked', 'checked-in', 'cancelled'] }).notNull(),
    /** Where it came from: `staff`, `kiosk`, `api`, `import`, `another-day`. */
    source: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Pseudonym of who made it. */
    by: text().notNull(),
    /** Of the request that made it. */
    requestKey: text('request_key'),
  },
  (table) => [index('booking_slot').on(table.day, table.service), uniqueIndex('booking_request').on(table.requestKey)],
)
export type BookingRow = typeof bookingTable.$inferSelect

/** One to be kept, and how many its slot holds; null = as many as come. */
export interface Wanted {
  readonly row: BookingRow
  readonly capacity: number | null
}

/** What stands in a slot: those who are expected and those who have come. */
const standing = ['booked', 'checked-in'] as const

/** The bookings over one open database: synchronous, for the thread that owns the file. */
export function openBookings<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  const { code, service, slotAt, day, state } = bookingTable
  const takenAt = (of: string, at: number): number =>
    db
      .select({ n: count() })
      .from(bookingTable)
      .where(and(eq(service, of), eq(slotAt, at), inArray(state, standing)))
      .get()?.n ?? 0

  return {
    /**
     * Keeps all or none of them, in one transaction; gives the positions of those whose slot was full (none = all are kept).
     * A trial keeps none.
     */
    book: (wanted: readonly Wanted[], isTrial = false): number[] => {
      const full: number[] = []
      try {
        db.transaction((tx) => {
          wanted.forEach(({ row, capacity }, position) => {
            if (capacity !== null && takenAt(row.service, row.slotAt) >= capacity) full.push(position)
            else tx.insert(bookingTable).values(row).run()
          })
          if (isTrial || full.length > 0) tx.rollback()
        })
      } catch (error) {
        if (!(error instanceof TransactionRollbackError)) throw error
      }
      return full
    },

    /** What this request has booked already. */
    findByKey: (key: string): BookingRow | null =>
      db.select().from(bookingTable).where(eq(bookingTable.requestKey, key)).get() ?? null,

    find: (wanted: string): BookingRow | null => db.select().from(bookingTable).where(eq(code, wanted)).get() ?? null,

    /** booked → cancelled; false when it is not booked (any more). */
    cancel: (wanted: string): boolean =>
      db
        .update(bookingTable)
        .set({ state: 'cancelled' })
        .where(and(eq(code, wanted), eq(state, 'booked')))
        .run().changes === 1,

    /** The hall has made a number of it: that stands, whatever was asked meanwhile. */
    markCheckedIn: (wanted: string): void =>
      void db.update(bookingTable).set({ state: 'checked-in' }).where(eq(code, wanted)).run(),

    /** Of one day, all services or one, by slot. */
    listDay: (wanted: string, of?: string): BookingRow[] =>
      db
        .select()
        .from(bookingTable)
        .where(and(eq(day, wanted), of === undefined ? undefined : eq(service, of)))
        .orderBy(asc(slotAt), asc(bookingTable.createdAt))
        .all(),

    /** How many stand in each slot of a service on one day; slots without any are missing. */
    takenBySlot: (of: string, wanted: string): { slotAt: number; taken: number }[] =>
      db
        .select({ slotAt, taken: count() })
        .from(bookingTable)
        .where(and(eq(day, wanted), eq(service, of), inArray(state, standing)))
        .groupBy(slotAt)
        .all(),

    /** Who is still expected on and after a day, by service: whom a change of the building would concern. */
    countFrom: (from: string): { service: string; booked: number }[] =>
      db
        .select({ service, booked: count() })
        .from(bookingTable)
        .where(and(gte(day, from), eq(state, 'booked')))
        .groupBy(service)
        .all(),

    /** Forgets those whose slot was before an instant; returns how many. */
    prune: (before: number): number => db.delete(bookingTable).where(lt(slotAt, before)).run().changes,
  }
}
