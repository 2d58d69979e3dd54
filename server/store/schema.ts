import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export { announcementTable } from './announcements.ts'
export { bookingTable } from './bookings.ts'
export { daySecretTable } from './day-secrets.ts'
export { deviceActTable, deviceTable, forgottenTable } from './devices.ts'
export { forecastTable } from './forecasts.ts'
export { officerTable, shiftTable } from './officers.ts'
export { planTable } from './plans.ts'
export { remarkTable } from './remarks.ts'
export { soundPauseTable } from './sound-pauses.ts'
export { printJobTable } from './spool.ts'

/** Said in the same words by a query, so that SQLite sees that the index will do. */
export const isMilestone = sql`type in ('configured', 'reconfigured', 'day-opened')`

/** The journal. Rows are only ever added; `hash` covers the row and the hash before it. */
export const eventTable = sqliteTable(
  'event',
  {
    site: text().notNull(),
    incarnation: integer().notNull(),
    /** Gap-free from 1. */
    seq: integer().primaryKey(),
    id: text().notNull(),
    type: text().notNull(),
    /** Version of the payload's shape; it only ever gains fields. */
    v: integer().notNull(),
    /** Epoch ms, hub clock. */
    at: integer().notNull(),
    command: text().notNull(),
    actor: text().notNull(),
    device: text(),
    payload: text().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [index('event_milestone').on(table.seq).where(isMilestone)],
)

/** R8.2: the answer of every command that came with a key. */
export const receiptTable = sqliteTable(
  'receipt',
  {
    key: text().primaryKey(),
    fingerprint: text().notNull(),
    outcome: text().notNull(),
    /** Epoch ms of real time: how long a key is kept does not follow the hall's clock. */
    at: integer().notNull(),
  },
  (table) => [index('receipt_at').on(table.at)],
)

/** Signed-in people and paired devices. The token itself is never stored. */
export const sessionTable = sqliteTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  role: text().notNull(),
  /** A pseudonym, never a name. */
  person: text().notNull(),
  counter: integer(),
  booth: text(),
  agency: text(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})
