import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { createPauses } from '../../../server/announcing/pauses.ts'
import { openSoundPauses } from '../../../server/store/sound-pauses.ts'
import { until } from '../../_until.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'

const minute = 60_000

/** The pauses of a hall two thousand times as fast, over a database that outlives them. */
function openPauses() {
  const database = new Database(':memory:')
  database.exec('create table sound_pause (area text primary key, since integer not null, until integer)')
  const kept = openSoundPauses(drizzle(database))
  const log = {
    list: async () => kept.list(),
    put: async (pause: Parameters<typeof kept.put>[0]) => kept.put(pause),
    remove: async (area: string) => kept.remove(area),
  }
  const clock = startFastClock(2000)
  let ends = 0
  const begin = () => createPauses({ clock, log, onEnd: () => void ends++, warn: () => {} })
  return { begin, clock, kept, ends: () => ends }
}

test('a pause holds for its area until somebody resumes it', async () => {
  const { begin, kept, ends } = openPauses()
  const pauses = begin()
  pauses.pause('A', null)
  expect(pauses.of('A')).toEqual({ since: expect.any(Number), until: null })
  expect(pauses.of('B')).toBeNull()
  expect(kept.list()).toMatchObject([{ area: 'A', until: null }])
  pauses.resume('A')
  pauses.resume('A')
  expect(pauses.of('A')).toBeNull()
  expect([kept.list(), ends()]).toEqual([[], 1])
})

test('a pause of so many minutes ends by itself; a longer one in its place lasts longer', async () => {
  const { begin, clock, ends } = openPauses()
  const pauses = begin()
  const begun = clock.now()
  pauses.pause('A', begun + minute)
  pauses.pause('A', begun + 5 * minute)
  await until(() => pauses.of('A') === null)
  expect(clock.now()).toBeGreaterThanOrEqual(begun + 4.9 * minute)
  expect(ends()).toBe(1)
})

test('a hub that begins anew is as silent as it was, and no longer than it was to be', async () => {
  const { begin, clock, ends } = openPauses()
  const before = begin()
  before.pause('A', null)
  before.pause('B', clock.now() + minute)
  before.close()
  const after = begin()
  await after.open()
  expect(after.of('A')?.until).toBeNull()
  await until(() => after.of('B') === null)
  expect(ends()).toBe(1)
  after.close()
})
