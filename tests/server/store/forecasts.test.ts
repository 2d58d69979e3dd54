import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GivenForecast, SettledForecast } from '../../../server/store/forecasts.ts'
import { openStore, type Store } from '../../../server/store/store.ts'
import { storeFiles } from '../_live-hall.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-forecasts-'))
let store: Store
beforeAll(async () => {
  store = await openStore({ file: join(folder, 'antrean.sqlite'), site: 'paser', ...storeFiles })
})
afterAll(async () => {
  await store[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

let count = 0
const given = (day: string, agency: string, more: Partial<GivenForecast> = {}): GivenForecast => ({
  ticket: `t${++count}`,
  leg: 0,
  day,
  agency,
  service: `${agency}-01`,
  givenAt: 1000,
  fromAt: 2000,
  toAt: 3000,
  promise: 'green',
  closesAt: 9000,
  ...more,
})
const keep = (one: GivenForecast, ...ends: Partial<Record<'calledAt' | 'endedAt' | 'outcome', number | string>>[]) =>
  store.forecasts.keep(
    [one],
    ends.map((end) => ({ ticket: one.ticket, leg: one.leg, ...end }) as SettledForecast),
  )
const done = (endedAt: number) => ({ endedAt, outcome: 'done' })

test('[R7.3] right is called inside the range as shown, its ends too; a promise is kept when service ended by closing', async () => {
  await keep(given('2026-07-14', 'DUKC'), { calledAt: 2000 }, done(9000))
  await keep(given('2026-07-14', 'DUKC'), { calledAt: 3001 }, done(9001))
  await keep(given('2026-07-14', 'DUKC', { promise: 'amber' }), { calledAt: 3000 }, done(9900))
  await keep(given('2026-07-14', 'DUKC', { fromAt: null, toAt: null }), { calledAt: 2500 }, done(4000))
  await keep(given('2026-07-14', 'BPJK', { promise: null, closesAt: null }), { calledAt: 1999 })
  expect(await store.forecasts.accuracy('2026-07-14', '2026-07-14')).toEqual([
    { agency: 'BPJK', given: 1, right: 0, green: 0, kept: 0 },
    { agency: 'DUKC', given: 3, right: 2, green: 3, kept: 2 },
  ])
})

test('[R7.3] who left or gave the place back counts for nothing; who was still in line in the evening does', async () => {
  const day = '2026-07-15'
  await keep(given(day, 'DUKC'), { endedAt: 2500, outcome: 'cancelled' })
  await keep(given(day, 'DUKC'), { endedAt: 2100, outcome: 'given-back' }, { calledAt: 7000 }, done(9500))
  await keep(given(day, 'DUKC'), { endedAt: 2100, outcome: 'transferred' })
  await keep(given(day, 'DUKC'), { endedAt: 9999, outcome: 'expired' })
  // The call came as told; that its papers were missing is another matter.
  await keep(given(day, 'DUKC'), { calledAt: 2500 }, { endedAt: 2600, outcome: 'given-back' }, done(9500))
  expect(await store.forecasts.accuracy(day, day)).toEqual([{ agency: 'DUKC', given: 1, right: 1, green: 1, kept: 0 }])
})

test('what is kept already stays as it is, a second call changes nothing, and old days are forgotten', async () => {
  const one = given('2026-07-16', 'DUKC')
  await keep(one, { calledAt: 2500 }, { calledAt: 8000 })
  await keep({ ...one, fromAt: 100, toAt: 200 })
  expect(await store.forecasts.accuracy('2026-07-16', '2026-07-16')).toMatchObject([{ given: 1, right: 1 }])
  await store.forecasts.prune('2026-07-16')
  expect(await store.forecasts.accuracy('2026-01-01', '2026-07-15')).toEqual([])
  expect(await store.forecasts.accuracy('2026-01-01', '2026-07-16')).toHaveLength(1)
})
