import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Sound areas that somebody has silenced, kept over a restart. Epoch ms of the hall's clock; `until` null = until resumed. */
export const soundPauseTable = sqliteTable('sound_pause', {
  area: text('area').primaryKey(),
  since: integer('since').notNull(),
  until: integer('until'),
})

export type SoundPauseRow = typeof soundPauseTable.$inferSelect

export type SoundPauses = {
  list(): SoundPauseRow[]
  /** A later one of the same area replaces it. */
  put(pause: SoundPauseRow): void
  remove(area: string): void
}

export const openSoundPauses = <Schema extends Record<string, unknown>>(
  db: BetterSQLite3Database<Schema>,
): SoundPauses => ({
  list: () => db.select().from(soundPauseTable).all(),
  put: (pause) => {
    const { since, until } = pause
    db.insert(soundPauseTable)
      .values(pause)
      .onConflictDoUpdate({ target: soundPauseTable.area, set: { since, until } })
      .run()
  },
  remove: (area) => void db.delete(soundPauseTable).where(eq(soundPauseTable.area, area)).run(),
})
