import { asc, desc, eq, lt } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DeviceAct, DeviceKind } from '../contract/devices.ts'
import type { Weekly } from '../contract/site.ts'

/** Paired devices. Neither a credential nor the secret that claims one is stored, only their hashes. Epoch ms of real time. */
export const deviceTable = sqliteTable('device', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<DeviceKind>().notNull(),
  place: text().notNull(),
  /** JSON of the weekly hours; null = always lit. */
  hours: text(),
  isLocked: integer('is_locked', { mode: 'boolean' }).notNull(),
  pairedAt: integer('paired_at').notNull(),
  /** Null until the approved machine has fetched its credential. */
  tokenHash: text('token_hash'),
  claimHash: text('claim_hash'),
  claimUntil: integer('claim_until'),
  seenAt: integer('seen_at'),
  version: text(),
  errorAt: integer('error_at'),
  errorText: text('error_text'),
})

/** Credentials that were taken away: who still shows one is told so. */
export const forgottenTable = sqliteTable('forgotten_credential', {
  tokenHash: text('token_hash').primaryKey(),
  kind: text().$type<DeviceKind>().notNull(),
  at: integer().notNull(),
})

export const deviceActTable = sqliteTable(
  'device_act',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    device: text().notNull(),
    name: text().notNull(),
    act: text().$type<DeviceAct['act']>().notNull(),
    by: text().notNull(),
  },
  (table) => [index('device_act_at').on(table.at)],
)

export type DeviceRow = Omit<typeof deviceTable.$inferSelect, 'hours'> & { readonly hours: Weekly | null }
export type ForgottenRow = typeof forgottenTable.$inferSelect

/** The paired devices over one open database: synchronous, for the thread that owns the file. */
export function openDevices<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  const put = ({ hours, ...row }: DeviceRow): void => {
    const kept = { ...row, hours: hours && JSON.stringify(hours) }
    db.insert(deviceTable).values(kept).onConflictDoUpdate({ target: deviceTable.id, set: kept }).run()
  }
  const forgetCredential = (row: ForgottenRow): void =>
    void db.insert(forgottenTable).values(row).onConflictDoNothing().run()
  return {
    list: (): DeviceRow[] =>
      db
        .select()
        .from(deviceTable)
        .orderBy(asc(deviceTable.pairedAt), asc(deviceTable.id))
        .all()
        .map((row) => ({ ...row, hours: row.hours === null ? null : (JSON.parse(row.hours) as Weekly) })),
    forgotten: (): ForgottenRow[] => db.select().from(forgottenTable).all(),
    /** Several at once: when they were seen last, and what they said of themselves. */
    seen: (rows: readonly DeviceRow[]): void => db.transaction(() => rows.forEach(put)),
    /** The device as it now is (null = it is none any more), the credential that it loses, and who did it, in one step. */
    change: (id: string, change: { row: DeviceRow | null; lost: ForgottenRow | null; act: DeviceAct | null }): void => {
      const { row, lost, act } = change
      db.transaction(() => {
        if (row) put(row)
        else db.delete(deviceTable).where(eq(deviceTable.id, id)).run()
        if (lost) forgetCredential(lost)
        if (act) db.insert(deviceActTable).values(act).run()
      })
    },
    /** Latest first. */
    acts: (limit: number): DeviceAct[] =>
      db
        .select({
          at: deviceActTable.at,
          device: deviceActTable.device,
          name: deviceActTable.name,
          act: deviceActTable.act,
          by: deviceActTable.by,
        })
        .from(deviceActTable)
        .orderBy(desc(deviceActTable.id))
        .limit(limit)
        .all(),
    /** Forgets who did what, and which credentials were taken away, before this instant. */
    prune: (before: number): void => {
      db.delete(deviceActTable).where(lt(deviceActTable.at, before)).run()
      db.delete(forgottenTable).where(lt(forgottenTable.at, before)).run()
    },
  }
}
