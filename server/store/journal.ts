import { createHash } from 'node:crypto'
import { and, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Outcome } from '../contract/commands.ts'
import type { HallEvent } from '../contract/hall.ts'
import { type SitePackage, SitePackageSchema } from '../contract/site.ts'
import { eventTable, isMilestone, receiptTable } from './schema.ts'

const receiptDaysMs = 8 * 24 * 3_600_000
const firstHash = '0'.repeat(64)

type EventRow = typeof eventTable.$inferSelect
/** An event as it crosses to the store's thread: everything but its place in the chain. */
export type EventLine = Omit<EventRow, 'site' | 'incarnation' | 'v' | 'prevHash' | 'hash'>
export interface EntryLines {
  readonly events: readonly EventLine[]
  readonly receipt: { key: string; fingerprint: string; outcome: string } | null
}

/** A row's hash covers everything in it and the hash before it, so that no row can be changed, added or taken out unseen. */
function hashOf(row: Omit<EventRow, 'hash'>): string {
  const { prevHash, site, incarnation, seq, id, type, v, at, command, actor, device, payload } = row
  return createHash('sha256')
    .update(JSON.stringify([prevHash, site, incarnation, seq, id, type, v, at, command, actor, device, payload]))
    .digest('hex')
}

/** The journal over one open database: synchronous, for the thread that owns the file. */
export function openJournal(db: BetterSQLite3Database, site: string, incarnation = 1) {
  let lastHash =
    db.select({ hash: eventTable.hash }).from(eventTable).orderBy(desc(eventTable.seq)).limit(1).get()?.hash ??
    firstHash

  const insertEvent = db
    .insert(eventTable)
    .values({
      site: sql.placeholder('site'),
      incarnation: sql.placeholder('incarnation'),
      seq: sql.placeholder('seq'),
      id: sql.placeholder('id'),
      type: sql.placeholder('type'),
      v: sql.placeholder('v'),
      at: sql.placeholder('at'),
      command: sql.placeholder('command'),
      actor: sql.placeholder('actor'),
      device: sql.placeholder('device'),
      payload: sql.placeholder('payload'),
      prevHash: sql.placeholder('prevHash'),
      hash: sql.placeholder('hash'),
    })
    .prepare()
  const insertReceipt = db
    .insert(receiptTable)
    .values({
      key: sql.placeholder('key'),
      fingerprint: sql.placeholder('fingerprint'),
      outcome: sql.placeholder('outcome'),
      at: sql.placeholder('at'),
    })
    .prepare()

  /** The whole batch in one transaction: one disk flush for all who wait. */
  const append = (entries: readonly EntryLines[], realNow: number): void => {
    let hash = lastHash
    db.transaction(
      () => {
        for (const { events, receipt } of entries) {
          for (const event of events) {
            const row = { ...event, site, incarnation, v: 1, prevHash: hash }
            hash = hashOf(row)
            insertEvent.run({ ...row, hash })
          }
          if (receipt) insertReceipt.run({ ...receipt, at: realNow })
        }
      },
      { behavior: 'immediate' },
    )
    lastHash = hash
  }

  /**
   * From the day before the open one (old slips are told apart from wrong ones), preceded by the building in force then:
   * as it was last configured, with every change since.
   */
  const readPresent = (): HallEvent[] => {
    const days = db
      .select({ seq: eventTable.seq })
      .from(eventTable)
      .where(and(isMilestone, eq(eventTable.type, 'day-opened')))
      .orderBy(desc(eventTable.seq))
      .limit(2)
      .all()
    const from = days.at(-1)?.seq ?? 1
    const configured = db
      .select({ seq: eventTable.seq })
      .from(eventTable)
      .where(and(isMilestone, eq(eventTable.type, 'configured'), lt(eventTable.seq, from)))
      .orderBy(desc(eventTable.seq))
      .limit(1)
      .get()
    const building = db
      .select()
      .from(eventTable)
      .where(
        and(
          isMilestone,
          inArray(eventTable.type, ['configured', 'reconfigured']),
          gte(eventTable.seq, configured?.seq ?? from),
          lt(eventTable.seq, from),
        ),
      )
      .orderBy(eventTable.seq)
      .all()
    const since = db.select().from(eventTable).where(gte(eventTable.seq, from)).orderBy(eventTable.seq).all()
    return [...building, ...since].map(readEvent)
  }

  /** Changes of the building before a journal number, latest first. */
  const readChanges = (before: number, limit: number): HallEvent[] =>
    db
      .select()
      .from(eventTable)
      .where(and(isMilestone, eq(eventTable.type, 'reconfigured'), lt(eventTable.seq, before)))
      .orderBy(desc(eventTable.seq))
      .limit(limit)
      .all()
      .map(readEvent)

  return {
    append,
    readPresent,
    readChanges,
    readKeys: (realNow: number) => {
      db.delete(receiptTable)
        .where(lt(receiptTable.at, realNow - receiptDaysMs))
        .run()
      // The door's own receipts begin with a space; to the hall their keys are taken too.
      const kept = db.select({ key: receiptTable.key, fingerprint: receiptTable.fingerprint }).from(receiptTable).all()
      return kept.map(({ key, fingerprint }) => ({ key: key.trimStart(), fingerprint }))
    },
    readOutcome: (key: string): Outcome | null => {
      const row = db.select({ outcome: receiptTable.outcome }).from(receiptTable).where(eq(receiptTable.key, key)).get()
      return row ? (JSON.parse(row.outcome) as Outcome) : null
    },
    lastAt: (): number | null =>
      db
        .select({ at: sql<number | null>`max(${eventTable.at})` })
        .from(eventTable)
        .get()?.at ?? null,
    verify: () => verifyChain(db),
  }
}

function readEvent(row: EventRow): HallEvent {
  const { seq, id, type, at, command, actor, device, payload } = row
  const kept = JSON.parse(payload) as Partial<HallEvent>
  return {
    ...kept,
    ...(kept.site ? { site: asOfToday(kept.site) } : {}),
    seq,
    id,
    type: type as HallEvent['type'],
    at,
    command,
    actor,
    device,
  }
}

/** A building that an older version of the program kept: what that version did not know yet is as by default. */
const asOfToday = (site: SitePackage): SitePackage => SitePackageSchema.safeParse(site).data ?? site

export type Verification = { events: number; brokenAt: number | null }

/** Walks the whole chain in pages; `brokenAt` is the first journal number that is missing, moved or changed. */
export function verifyChain(db: BetterSQLite3Database, pageSize = 2000): Verification {
  let prevHash = firstHash
  let seq = 0
  for (;;) {
    const page = db
      .select()
      .from(eventTable)
      .where(gt(eventTable.seq, seq))
      .orderBy(eventTable.seq)
      .limit(pageSize)
      .all()
    if (page.length === 0) return { events: seq, brokenAt: null }
    for (const row of page) {
      if (row.seq !== seq + 1 || row.prevHash !== prevHash || hashOf(row) !== row.hash)
        return { events: seq, brokenAt: seq + 1 }
      seq = row.seq
      prevHash = row.hash
    }
  }
}
