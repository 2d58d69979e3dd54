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
  state: 'spoken',
  reason: null,
  endedAt: 1784000000123,
  ...change,
})

test('a fate is kept as it was told', () => {
  const { record, rows } = open()
  record(fate(7))
  record(fate(8, { state: 'dropped', reason: 'no-longer-called' }))
  expect(rows()).toEqual([fate(7), fate(8, { state: 'dropped', reason: 'no-longer-called' })])
})

test('spoken answers for spoken calls only, however many are asked about', () => {
  const { record, spoken } = open()
  for (let seq = 1; seq <= 1200; seq += 3) record(fate(seq))
  record(fate(2, { state: 'failed', reason: 'no-speaker' }))
  const all = Array.from({ length: 1500 }, (_, seq) => seq)
  expect([...spoken(all)].sort((a, b) => a - b)).toEqual(all.filter((seq) => seq <= 1200 && seq % 3 === 1))
  expect(spoken([])).toEqual(new Set())
})

test('one fate a call: a later one replaces a failure, nothing replaces spoken', () => {
  const { record, rows } = open()
  record(fate(7, { state: 'failed', reason: 'speaker-failed' }))
  record(fate(7))
  record(fate(7, { state: 'dropped', reason: 'no-longer-called' }))
  expect(rows()).toEqual([fate(7)])
})
