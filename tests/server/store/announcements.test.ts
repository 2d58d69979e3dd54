import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type AnnouncementRow, announcementTable, openAnnouncements } from '../../../server/store/announcements.ts'
import { createAnnouncementTable } from './_announcement-table.ts'

function open() {
  const database = new Database(':memory:')
  createAnnouncementTable(database)
  const db = drizzle(database)
  return { ...openAnnouncements(db), rows: () => db.select().from(announcementTable).all() }
}

const fate = (callSeq: number, change: Partial<AnnouncementRow> = {}): AnnouncementRow => ({
  callSeq,
  zone: 'A',
  label: 'D-023',
  call: 1,
  state: 'spoken',
  reason: null,
  into: null,
  endedAt: 1784000000123,
  ...change,
})

test('a fate is kept as it was told', () => {
  const { record, rows } = open()
  record(fate(7))
  record(fate(8, { state: 'dropped', reason: 'no-longer-called' }))
  expect(rows()).toEqual([fate(7), fate(8, { state: 'dropped', reason: 'no-longer-called' })])
})

test('settled answers for calls that need no voice any more, however many are asked about', () => {
  const { record, settled } = open()
  for (let seq = 1; seq <= 1200; seq += 3) record(fate(seq))
  record(fate(2, { state: 'failed', reason: 'no-speaker' }))
  record(fate(3, { state: 'dropped', reason: 'no-longer-called' }))
  record(fate(5, { state: 'merged', reason: 'neighbour', into: 4 }))
  record(fate(6, { state: 'screen-only', reason: 'busy' }))
  const all = Array.from({ length: 1500 }, (_, seq) => seq)
  const wanted = all.filter((seq) => (seq <= 1200 && seq % 3 === 1) || seq === 5 || seq === 6)
  expect(
    settled(all)
      .map(({ callSeq }) => callSeq)
      .sort((a, b) => a - b),
  ).toEqual(wanted)
  expect(settled([5])).toEqual([fate(5, { state: 'merged', reason: 'neighbour', into: 4 })])
  expect(settled([])).toEqual([])
})

test('one fate a call: a later one replaces a failure, nothing replaces spoken', () => {
  const { record, rows } = open()
  record(fate(7, { state: 'failed', reason: 'speaker-failed' }))
  record(fate(7))
  record(fate(7, { state: 'dropped', reason: 'no-longer-called' }))
  expect(rows()).toEqual([fate(7)])
})

test('lists fates since an instant, latest first, of a zone or of all', () => {
  const { record, list } = open()
  for (const seq of [1, 2, 3, 4]) record(fate(seq, { zone: seq % 2 ? 'A' : 'B', endedAt: 1000 + seq }))
  expect(list(1002, null, 10).map(({ callSeq }) => callSeq)).toEqual([4, 3, 2])
  expect(list(0, 'A', 10).map(({ callSeq }) => callSeq)).toEqual([3, 1])
  expect(list(0, null, 2).map(({ callSeq }) => callSeq)).toEqual([4, 3])
})
