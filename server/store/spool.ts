import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const states = ['queued', 'sending', 'printed', 'refused', 'unknown', 'withdrawn'] as const

/** One row a slip handed to a printer. Times are epoch ms. */
export const printJobTable = sqliteTable(
  'print_job',
  {
    id: text().primaryKey(),
    ticket: text().notNull(),
    label: text().notNull(),
    printer: text().notNull(),
    state: text({ enum: states }).notNull(),
    /** Deflated; gone once the job has ended, because a slip is a picture of 100 kB. */
    bytes: blob({ mode: 'buffer' }),
    attempts: integer().notNull(),
    reason: text(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** When the hall had taken note of the result; null = it must be told (again). */
    toldAt: integer('told_at'),
  },
  (table) => [
    index('print_job_ticket').on(table.ticket),
    index('print_job_open').on(table.createdAt).where(sql`told_at is null and state != 'withdrawn'`),
  ],
)

type Ended = 'printed' | 'refused' | 'unknown'

/**
 * The print spool over one open database: synchronous, for the thread that owns the file.
 * Only *sending* waits for the disk, because bytes must not leave before it. What a power cut takes of the rest is safe:
 * a lost end counts as unknown, a lost note is told again, and a lost slip has no visitor left at a dark kiosk.
 * A killed process loses nothing. So a slip costs the journal's thread one flush and not four.
 */
export function openSpool(db: BetterSQLite3Database) {
  const { id, ticket, label, printer, state, reason } = printJobTable
  const withoutFlush = <Result>(write: () => Result): Result => {
    db.run(sql`pragma synchronous = normal`)
    try {
      return write()
    } finally {
      db.run(sql`pragma synchronous = full`)
    }
  }

  return {
    /** The same id is kept once: a job enqueued again after a crash is not printed twice. */
    add(job: { id: string; ticket: string; label: string; printer: string; bytes: Uint8Array; at: number }) {
      const { at, bytes, ...rest } = job
      const row = { ...rest, bytes: deflateRawSync(bytes, { level: 1 }), state: 'queued' as const }
      const times = { attempts: 0, createdAt: at, updatedAt: at }
      const insert = db
        .insert(printJobTable)
        .values({ ...row, ...times })
        .onConflictDoNothing()
      const added = withoutFlush(() => insert.run())
      return added.changes === 1 ? ('added' as const) : ('known' as const)
    },

    /** Every job that still has something to happen: waiting, under way, or ended without the hall having been told. */
    readOpen() {
      return db
        .select({ id, ticket, label, printer, state, reason })
        .from(printJobTable)
        .where(
          and(isNull(printJobTable.toldAt), inArray(state, ['queued', 'sending', 'printed', 'refused', 'unknown'])),
        )
        .orderBy(asc(printJobTable.createdAt), asc(sql`rowid`))
        .all()
    },

    /** The newest numbers' own jobs that have not been forgotten, oldest first. */
    readRecent(limit: number) {
      return db
        .select({ id, ticket, label, printer, state, reason })
        .from(printJobTable)
        .where(eq(id, ticket))
        .orderBy(desc(printJobTable.createdAt))
        .limit(limit)
        .all()
        .reverse()
    },

    /** queued → sending, once: the bytes, or null when the job was withdrawn or taken before. */
    take(job: string, at: number): Uint8Array | null {
      const [taken] = db
        .update(printJobTable)
        .set({ state: 'sending', attempts: sql`${printJobTable.attempts} + 1`, updatedAt: at })
        .where(and(eq(id, job), eq(state, 'queued')))
        .returning({ bytes: printJobTable.bytes })
        .all()
      return taken?.bytes ? inflateRawSync(taken.bytes) : null
    },

    /** sending → its end. A job that has ended keeps its first result. */
    settle(job: string, result: { outcome: Ended; reason: string | null }, at: number): void {
      const update = db
        .update(printJobTable)
        .set({ state: result.outcome, reason: result.reason, bytes: null, updatedAt: at })
        .where(and(eq(id, job), inArray(state, ['queued', 'sending'])))
      withoutFlush(() => update.run())
    },

    /** sending → queued at another printer, with the bytes for its paper: the first one took none of them. */
    forward(job: string, to: { printer: string; bytes: Uint8Array }, at: number): void {
      db.update(printJobTable)
        .set({
          state: 'queued',
          printer: to.printer,
          bytes: deflateRawSync(to.bytes, { level: 1 }),
          updatedAt: at,
        })
        .where(and(eq(id, job), eq(state, 'sending')))
        .run()
    },

    /** The hall has taken note of the result. */
    markTold(job: string, at: number): void {
      const update = db.update(printJobTable).set({ toldAt: at }).where(eq(id, job))
      withoutFlush(() => update.run())
    },

    /** Takes back what no printer has seen. `too-late`: a slip of this ticket is out, under way, or may be out. */
    withdraw(of: string, at: number): 'withdrawn' | 'too-late' {
      return db.transaction((tx) => {
        const begun = tx
          .select({ id })
          .from(printJobTable)
          .where(and(eq(ticket, of), inArray(state, ['sending', 'printed', 'unknown'])))
          .limit(1)
          .get()
        if (begun) return 'too-late'
        tx.update(printJobTable)
          .set({ state: 'withdrawn', bytes: null, updatedAt: at })
          .where(and(eq(ticket, of), eq(state, 'queued')))
          .run()
        return 'withdrawn'
      })
    },

    /** Forgets ended jobs older than `before`; returns how many. */
    prune(before: number): number {
      const ended = or(sql`${printJobTable.toldAt} is not null`, eq(state, 'withdrawn'))
      return db
        .delete(printJobTable)
        .where(and(lt(printJobTable.updatedAt, before), ended))
        .run().changes
    },
  }
}
