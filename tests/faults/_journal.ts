import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { HallEvent, HallTicket } from '../../server/contract/hall.ts'
import { verifyChain } from '../../server/store/journal.ts'

export type JournalRow = { seq: number; type: string; at: number; actor: string; payload: string }

/** The journal as it lies on the disk; the hub may be running. Throws when its chain is broken or a number is missing. */
export function readJournal(dataDir: string): JournalRow[] {
  const sqlite = new Database(join(dataDir, 'antrean.sqlite'), { readonly: true })
  try {
    const { brokenAt } = verifyChain(drizzle(sqlite))
    if (brokenAt !== null) throw new Error(`the journal is broken at ${brokenAt}`)
    return sqlite.prepare('select seq, type, at, actor, payload from event order by seq').all() as JournalRow[]
  } finally {
    sqlite.close()
  }
}

export const payloadOf = ({ payload }: JournalRow) =>
  JSON.parse(payload) as Pick<HallEvent, 'tickets' | 'counters' | 'call' | 'day'>

/** The first ticket of every event of this kind, in order. */
export const ticketsOf = (rows: readonly JournalRow[], type: string): HallTicket[] =>
  rows.filter((row) => row.type === type).flatMap((row) => payloadOf(row).tickets?.[0] ?? [])

/** [R2.1, R2.2] Every series of every day counts from 1 without a gap and without a number given twice. */
export function expectWholeSeries(issued: readonly HallTicket[]): void {
  const series = new Map<string, number[]>()
  for (const { day, prefix, number } of issued) {
    const name = `${day} ${prefix}`
    series.set(name, [...(series.get(name) ?? []), number])
  }
  for (const [name, numbers] of series) {
    expect({ name, numbers }).toEqual({ name, numbers: numbers.map((_, index) => index + 1) })
  }
}
