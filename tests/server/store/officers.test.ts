import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Officer, Shift } from '../../../server/contract/roster.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { openOfficers } from '../../../server/store/officers.ts'
import { storeFiles } from '../_live-hall.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const officer = (id: string, name: string): Officer => ({ id, name, agency: 'DUKC', role: 'officer', active: true })
const shift = (id: string, of: string): Shift => ({
  id,
  officer: of,
  counter: 4,
  days: ['mon', 'fri'],
  from: '08:00',
  to: '12:00',
  validFrom: '2026-07-01',
  validTo: null,
})

function openFile() {
  const database = openDatabase(join(folder, 'antrean.sqlite'), storeFiles.migrationsFolder, 0)
  return { officers: openOfficers(database.db), close: database.close }
}
/** Every byte of the data folder. */
const bytes = (): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n')

test('officers and shifts are kept as they were given', () => {
  const { officers, close } = openFile()
  officers.put(officer('o2', 'Wati'))
  officers.put(officer('o1', 'Budi'))
  officers.put({ ...officer('o2', 'Wati'), active: false })
  officers.putShift(shift('s1', 'o1'))
  officers.putShift({ ...shift('s1', 'o1'), to: '15:00', validTo: '2026-12-31' })
  expect(officers.list()).toEqual([officer('o1', 'Budi'), { ...officer('o2', 'Wati'), active: false }])
  expect(officers.shifts()).toEqual([{ ...shift('s1', 'o1'), to: '15:00', validTo: '2026-12-31' }])
  officers.removeShift('s1')
  expect(officers.shifts()).toEqual([])
  close()
})

test('a forgotten name is in no byte of the files, and neither is one that was changed', () => {
  const { officers, close } = openFile()
  for (let n = 0; n < 90; n++) officers.put(officer(`o${n}`, `Petugas Rahasia ${n}`))
  officers.put(officer('o7', 'Nama Baru'))
  officers.putShift(shift('s1', 'o9'))
  officers.putShift(shift('s2', 'o8'))
  expect(bytes()).toContain('Petugas Rahasia 8')
  for (let n = 0; n < 90; n++) if (n !== 8) officers.forget(`o${n}`)
  expect(officers.shifts().map(({ id }) => id)).toEqual(['s2'])
  expect(bytes().match(/Petugas Rahasia \d+|Nama Baru/g)).toEqual(['Petugas Rahasia 8'])
  close()
})
