import { and, eq, inArray, lt, max, ne, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How each call ended at the loudspeakers: one row a call, by the journal number of the call event. `ended_at` is epoch ms. */
export const announcementTable = sqliteTable('announcement', {
  callSeq: integer('call_seq').primaryKey(),
  zone: text('zone').notNull(),
  label: text('label').notNull(),
  state: text('state', { enum: ['spoken', 'dropped', 'failed'] }).notNull(),
  reason: text('reason'),
  endedAt: integer('ended_at').notNull(),
})

export type AnnouncementRow = typeof announcementTable.$inferSelect

export type Announcements = {
  /** Keeps a fate. A later one replaces an earlier one, but nothing replaces `spoken`. */
  record(fate: AnnouncementRow): void
  /** Which of these calls have been spoken. */
  spoken(callSeqs: readonly number[]): Set<number>
  /** Forgets what ended before this, epoch ms of the hall's clock. */
  prune(before: number): void
  /** When the last one ended, epoch ms of the hall's clock. */
  lastAt(): number | null
}

/** SQLite takes so many values in one `IN` without a thought to its limits. */
const valuesAtOnce = 500

/** The fates of calls over an open database that has `announcementTable`. Synchronous, like the driver below it. */
export function openAnnouncements<Schema extends Record<string, unknown>>(
  db: BetterSQLite3Database<Schema>,
): Announcements {
  const insert = db
    .insert(announcementTable)
    .values({
      callSeq: sql.placeholder('callSeq'),
      zone: sql.placeholder('zone'),
      label: sql.placeholder('label'),
      state: sql.placeholder('state'),
      reason: sql.placeholder('reason'),
      endedAt: sql.placeholder('endedAt'),
    })
    .onConflictDoUpdate({
      target: announcementTable.callSeq,
      set: { state: sql`excluded.state`, reason: sql`excluded.reason`, endedAt: sql`excluded.ended_at` },
      setWhere: ne(announcementTable.state, 'spoken'),
    })
    .prepare()

  return {
    record: (fate) => void insert.run(fate),
    spoken(callSeqs) {
      const found = new Set<number>()
      for (let from = 0; from < callSeqs.length; from += valuesAtOnce) {
        const some = callSeqs.slice(from, from + valuesAtOnce)
        const rows = db
          .select({ callSeq: announcementTable.callSeq })
          .from(announcementTable)
          .where(and(inArray(announcementTable.callSeq, some), eq(announcementTable.state, 'spoken')))
          .all()
        for (const row of rows) found.add(row.callSeq)
      }
      return found
    },
    prune: (before) => void db.delete(announcementTable).where(lt(announcementTable.endedAt, before)).run(),
    lastAt: () =>
      db
        .select({ at: max(announcementTable.endedAt) })
        .from(announcementTable)
        .get()?.at ?? null,
  }
}
