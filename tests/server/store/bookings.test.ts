import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BookingRow, openBookings } from '../../../server/store/bookings.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { openStore } from '../../../server/store/store.ts'
import { storeFiles } from '../_live-hall.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const slot = Date.parse('2026-07-14T09:00:00+08:00')
const row = (code: string, wish: Partial<BookingRow> = {}): BookingRow => ({
  code,
  service: 'A1',
  slotAt: slot,
  day: '2026-07-14',
  priority: false,
  english: false,
  items: 1,
  state: 'booked',
  source: 'staff',
  createdAt: 1,
  by: 'officer-1',
  requestKey: null,
  ...wish,
})

function openFile() {
  const database = openDatabase(join(folder, 'antrean.sqlite'), storeFiles.migrationsFolder, 0)
  return { bookings: openBookings(database.db), close: database.close }
}

test('[R4.8] a slot holds its capacity: the booked and those who came count, a cancelled one gives its place back', () => {
  const { bookings, close } = openFile()
  const place = (code: string) => bookings.book([{ row: row(code), capacity: 2 }])
  expect([place('A'), place('B'), place('C')]).toEqual([[], [], [0]])
  expect(bookings.cancel('A')).toBe(true)
  expect(bookings.cancel('A')).toBe(false)
  expect(place('D')).toEqual([])
  bookings.markCheckedIn('B')
  expect(bookings.cancel('B')).toBe(false)
  expect(place('E')).toEqual([0])
  expect(bookings.takenBySlot('A1', '2026-07-14')).toEqual([{ slotAt: slot, taken: 2 }])
  expect(bookings.find('C')).toBeNull()
  expect(bookings.find('B')?.state).toBe('checked-in')
  close()
})

test('several at once are all kept or none, and a trial keeps none', () => {
  const { bookings, close } = openFile()
  const three = ['A', 'B', 'C'].map((code) => ({ row: row(code), capacity: 2 }))
  expect(bookings.book(three)).toEqual([2])
  expect(bookings.listDay('2026-07-14')).toEqual([])
  expect(bookings.book(three.slice(0, 2), true)).toEqual([])
  expect(bookings.listDay('2026-07-14')).toEqual([])
  expect(bookings.book(three.slice(0, 2))).toEqual([])
  expect(bookings.listDay('2026-07-14').map(({ code }) => code)).toEqual(['A', 'B'])
  expect(() => bookings.book([{ row: row('A'), capacity: null }])).toThrow('UNIQUE')
  close()
})

test('a day is listed by slot, whole or by service; who is expected later is counted, and old ones are forgotten', () => {
  const { bookings, close } = openFile()
  const later = { slotAt: slot + 86_400_000, day: '2026-07-15' }
  bookings.book([
    { row: row('B', { slotAt: slot + 60_000, service: 'B1' }), capacity: null },
    { row: row('A'), capacity: null },
    { row: row('C', later), capacity: null },
    { row: row('D', { ...later, state: 'cancelled' }), capacity: null },
  ])
  expect(bookings.listDay('2026-07-14').map(({ code }) => code)).toEqual(['A', 'B'])
  expect(bookings.listDay('2026-07-14', 'B1').map(({ code }) => code)).toEqual(['B'])
  expect(bookings.countFrom('2026-07-15')).toEqual([{ service: 'A1', booked: 1 }])
  expect(bookings.prune(slot + 3_600_000)).toBe(2)
  expect(bookings.listDay('2026-07-14')).toEqual([])
  close()
})

test('[R4.8] of many who want the last places at the same moment, as many get one as there are', async () => {
  const file = join(folder, 'antrean.sqlite')
  await using store = await openStore({ file, site: 'contoh', ...storeFiles })
  const tries = Array.from({ length: 40 }, (_, n) => store.bookings.book([{ row: row(`code-${n}`), capacity: 3 }]))
  const kept = (await Promise.all(tries)).filter((full) => full.length === 0)
  expect(kept).toHaveLength(3)
  expect(await store.bookings.takenBySlot('A1', '2026-07-14')).toEqual([{ slotAt: slot, taken: 3 }])
})
