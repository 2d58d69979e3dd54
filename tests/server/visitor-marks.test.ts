import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSecret } from '../../server/ids.ts'
import { openStore } from '../../server/store/store.ts'
import { openVisitorMarks } from '../../server/visitor-marks.ts'
import { storeFiles } from './_live-hall.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-marks-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function marksOf(days: readonly string[]) {
  await using store = await openStore({ file: join(folder, 'antrean.sqlite'), site: 'paser', ...storeFiles })
  let day = ''
  const mark = await openVisitorMarks({ store: store.daySecrets, day: () => day, newSecret, log: console })
  const marks = days.map((one) => {
    day = one
    return mark('081234567890')
  })
  return { marks, none: mark(undefined), kept: await store.daySecrets.readAll() }
}

test('[R6.1] a visitor is known again on the same day, also after a restart, and never on another', async () => {
  const first = await marksOf(['2026-07-14', '2026-07-14'])
  const again = await marksOf(['2026-07-14', '2026-07-15', '2026-07-15'])
  expect(new Set(first.marks).size).toBe(1)
  expect(again.marks[0]).toBe(first.marks[0])
  expect(again.marks[1]).toBe(again.marks[2])
  expect(again.marks[1]).not.toBe(first.marks[0])
  expect(first.none).toBeNull()
})

test('[R6.1] the secret goes with its day, and a mark says nothing to whoever has none', async () => {
  const { marks, kept } = await marksOf(['2026-07-16', '2026-07-17'])
  expect(kept.map(({ day }) => day)).toEqual(['2026-07-17'])
  const guessed = createHash('sha256').update('2026-07-17 081234567890').digest('base64url').slice(0, 22)
  expect(marks).not.toContain(guessed)
})
