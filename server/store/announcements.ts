import { and, desc, eq, gte, inArray, lt, max, notInArray, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How each call ended at the loudspeakers: one row a call, by the journal number of the call event. `ended_at` is epoch ms. */
export const announcementTable = sqliteTable('announcement', {
  callSeq: integer('call_seq').primaryKey(),
  zone: text('zone').notNull(),
  label: text('label').notNull(),
  /** Which call of its number it was; 0 in rows of older versions. */
  call: integer('call').notNull().default(0),
  state: text('state', { enum: ['spoken', 'shortened', 'merged', 'screen-only', 'dropped', 'failed'] }).notNull(),
  reason: text('reason'),
  /** The call that it was merged into. */
  into: integer('into_seq'),
  endedAt: integer('ended_at').notNull(),
})

export type AnnouncementRow = typeof announcementTable.$inferSelect

export type Announcements = {
  /** Keeps a fate. A later one replaces an earlier one, but nothing replaces one that needs no voice. */
  record(fate: AnnouncementRow): void
  /** The fates of those of these calls that need no voice any more. */
  settled(callSeqs: readonly number[]): AnnouncementRow[]
  /** Fates since this instant, latest first; of one zone, or of all. */
  list(since: number, zone: string | null, limit: number): AnnouncementRow[]
  /** Forgets what ended before this, epoch ms of the hall's clock. */
  prune(before: number): void
  /** When the last one ended, epoch ms of the hall's clock. */
  lastAt(): number | null
}

const needNoVoice = ['spoken', 'shortened', 'merged', 'screen-only'] as const

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
      call: sql.placeholder('call'),
      state: sql.placeholder('state'),
      reason: sql.placeholder('reason'),
      into: sql.placeholder('into'),
      endedAt: sql.placeholder('endedAt'),
    })
    .onConflictDoUpdate({
      target: announcementTable.callSeq,
      set: {
        state: sql`excluded.state`,
        reason: sql`excluded.reason`,
        into: sql`excluded.into_seq`,
        endedAt: sql`excluded.ended_at`,
      },
      setWhere: notInArray(announcementTable.state, [...needNoVoice]),
    })
    .prepare()

  return {
    record: (fate) => void insert.run(fate),
    settled(callSeqs) {
      const found: AnnouncementRow[] = []
      for (let from = 0; from < callSeqs.length; from += valuesAtOnce) {
        const isAsked = inArray(announcementTable.callSeq, callSeqs.slice(from, from + valuesAtOnce))
        const isSettled = inArray(announcementTable.state, [...needNoVoice])
        found.push(...db.select().from(announcementTable).where(and(isAsked, isSettled)).all())
      }
      return found
    },
    list: (since, zone, limit) =>
      db
        .select()
        .from(announcementTable)
        .where(and(gte(announcementTable.endedAt, since), zone === null ? undefined : eq(announcementTable.zone, zone)))
        .orderBy(desc(announcementTable.endedAt), desc(announcementTable.callSeq))
        .limit(limit)
        .all(),
    prune: (before) => void db.delete(announcementTable).where(lt(announcementTable.endedAt, before)).run(),
    lastAt: () =>
      db
        .select({ at: max(announcementTable.endedAt) })
        .from(announcementTable)
        .get()?.at ?? null,
  }
}
