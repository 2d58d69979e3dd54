import { eq, or } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { receiptTable } from './schema.ts'

/** What the door answered to a request with a key. */
export interface KeptAnswer {
  readonly fingerprint: string
  readonly status: number
  /** JSON. */
  readonly body: string
}

/** No key of a caller has a space: so the door's receipts stand beside the hall's for the same key. */
const own = (key: string): string => ` ${key}`

/**
 * R8.2: answers of the routes whose work is not, or not all, in the journal. They stand among its receipts and are
 * forgotten with them. Synchronous, for the thread that owns the file.
 */
export function openAnswers<Schema extends Record<string, unknown>>(db: BetterSQLite3Database<Schema>) {
  const { key, fingerprint, outcome } = receiptTable
  return {
    /** What was answered; `other` when the hall has seen the key with another request; null when nobody has. */
    find: (wanted: string, asked: string): KeptAnswer | 'other' | null => {
      const rows = db
        .select({ key, fingerprint, outcome })
        .from(receiptTable)
        .where(or(eq(key, own(wanted)), eq(key, wanted)))
        .all()
      if (rows.some((row) => row.fingerprint !== asked)) return 'other'
      const kept = rows.find((row) => row.key === own(wanted))
      if (!kept) return null
      const { status, body } = JSON.parse(kept.outcome) as Omit<KeptAnswer, 'fingerprint'>
      return { fingerprint: kept.fingerprint, status, body }
    },

    /** `at`: epoch ms of real time. */
    keep: (of: string, { fingerprint: asked, ...answer }: KeptAnswer, at: number): void => {
      const row = { key: own(of), fingerprint: asked, outcome: JSON.stringify(answer), at }
      db.insert(receiptTable).values(row).onConflictDoNothing().run()
    },
  }
}
