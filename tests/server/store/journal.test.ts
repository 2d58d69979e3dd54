import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../../../server/contract/commands.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { type EntryLines, openJournal, verifyChain } from '../../../server/store/journal.ts'
import { openStore } from '../../../server/store/store.ts'
import { openLiveHall, storeFiles } from '../_live-hall.ts'

const dayMs = 86_400_000
const now = Date.parse('2026-07-14T08:00:00+08:00')
let folder: string
let database: ReturnType<typeof openDatabase>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-journal-'))
  database = openDatabase(join(folder, 'antrean.sqlite'), storeFiles.migrationsFolder, now)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const entry = (seq: number, key: string | null = null): EntryLines => ({
  events: [
    {
      seq,
      id: `e${seq}`,
      type: 'issued',
      at: now + seq,
      command: `c${seq}`,
      actor: 'hub',
      device: null,
      payload: `{"n":${seq}}`,
    },
  ],
  receipt:
    key === null
      ? null
      : { key, fingerprint: `f-${key}`, outcome: JSON.stringify({ unknown: 'ticket' } satisfies Outcome) },
})

function written(count: number) {
  const journal = openJournal(database.db, 'contoh')
  journal.append(
    Array.from({ length: count }, (_, index) => entry(index + 1)),
    now,
  )
  return journal
}

describe('the chain of the journal', () => {
  test('is whole as it was written, over several batches, openings and pages', () => {
    written(5)
    const again = openJournal(database.db, 'contoh')
    again.append([entry(6), entry(7)], now)
    expect(again.verify()).toEqual({ events: 7, brokenAt: null })
    for (const pageSize of [1, 2, 3, 7, 8])
      expect(verifyChain(database.db, pageSize)).toEqual({ events: 7, brokenAt: null })
  })

  test('of an empty journal is whole', () => {
    expect(openJournal(database.db, 'contoh').verify()).toEqual({ events: 0, brokenAt: null })
  })

  test.each([
    ['site', "'other'"],
    ['incarnation', '2'],
    ['id', "'other'"],
    ['type', "'called'"],
    ['v', '2'],
    ['at', 'at + 1'],
    ['command', "'other'"],
    ['actor', "'other'"],
    ['device', "'other'"],
    ['payload', `'{"n":99}'`],
    ['prev_hash', "'other'"],
    ['hash', "'other'"],
  ])('shows that %s of a row was changed', (column, value) => {
    const journal = written(6)
    database.sqlite.exec(`update event set ${column} = ${value} where seq = 4`)
    expect(journal.verify().brokenAt).toBe(4)
  })

  test.each([1, 3, 5])('shows that row %i was taken out', (seq) => {
    const journal = written(6)
    database.sqlite.exec(`delete from event where seq = ${seq}`)
    expect(journal.verify().brokenAt).toBe(seq)
  })

  test('shows that a row was taken out and the numbers closed up', () => {
    const journal = written(6)
    database.sqlite.exec('delete from event where seq = 3')
    for (const seq of [4, 5, 6]) database.sqlite.exec(`update event set seq = ${seq - 1} where seq = ${seq}`)
    expect(journal.verify().brokenAt).toBe(3)
  })

  test('shows that a row was added, at the end or between', () => {
    const journal = written(4)
    const columns = 'site, incarnation, id, type, v, at, command, actor, device, payload, prev_hash, hash'
    database.sqlite.exec(`insert into event (seq, ${columns}) select 5, ${columns} from event where seq = 4`)
    expect(journal.verify().brokenAt).toBe(5)
  })

  test('shows that two rows changed places', () => {
    const journal = written(4)
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      database.sqlite.exec(`update event set seq = ${to} where seq = ${from}`)
    expect(journal.verify().brokenAt).toBe(2)
  })
})

describe('a batch', () => {
  test('is written whole or not at all, and the chain goes on after it', () => {
    const journal = written(2)
    expect(() => journal.append([entry(3), entry(2)], now)).toThrow()
    expect(journal.verify()).toEqual({ events: 2, brokenAt: null })
    journal.append([entry(3)], now)
    expect(journal.verify()).toEqual({ events: 3, brokenAt: null })
  })

  test('takes a key once: the same key again takes nothing of its batch', () => {
    const journal = openJournal(database.db, 'contoh')
    journal.append([entry(1, 'k')], now)
    expect(() => journal.append([entry(2), entry(3, 'k')], now)).toThrow()
    expect(journal.verify().events).toBe(1)
  })
})

describe('[R8.2] receipts', () => {
  test('are kept eight days of real time, and then dropped', () => {
    const journal = openJournal(database.db, 'contoh')
    journal.append([entry(1, 'old')], now)
    journal.append([entry(2, 'young')], now + dayMs)
    const keys = (at: number) => journal.readKeys(at).map(({ key }) => key)
    expect(keys(now + 8 * dayMs)).toEqual(['old', 'young'])
    expect(journal.readKeys(now + 8 * dayMs)[0]).toEqual({ key: 'old', fingerprint: 'f-old' })
    expect(journal.readOutcome('old')).toEqual({ unknown: 'ticket' })
    expect(keys(now + 8 * dayMs + 1)).toEqual(['young'])
    expect(journal.readOutcome('old')).toBeNull()
    expect(journal.verify().events).toBe(2)
  })
})

describe('the file', () => {
  test('belongs to one hub: a second one is refused by name, and may have it afterwards', async () => {
    const options = { file: join(folder, 'antrean.sqlite'), site: 'contoh', ...storeFiles }
    await expect(openStore(options)).rejects.toMatchObject({ name: 'FolderInUse' })
    database.close()
    const store = await openStore(options)
    expect(await store.journal.verify()).toEqual({ events: 0, brokenAt: null })
    await store[Symbol.asyncDispose]()
  })

  test('a copy taken while the hall goes on is whole and holds everything that was told', async () => {
    await using live = await openLiveHall()
    for (let one = 0; one < 20; one++) await live.issue()
    const told = live.hall.told.lastSeq
    const more = Array.from({ length: 20 }, () => live.issue())
    const target = join(folder, 'copy.sqlite')
    await live.store.backup(target)
    await Promise.all(more)
    database.close()
    const copy = await openStore({ file: target, site: 'contoh', ...storeFiles })
    const { events, brokenAt } = await copy.journal.verify()
    await copy[Symbol.asyncDispose]()
    expect([events >= told, brokenAt]).toEqual([true, null])
    expect(await live.store.journal.verify()).toEqual({ events: told + 20, brokenAt: null })
  })
})
