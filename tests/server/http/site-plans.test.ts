import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../_until.ts'
import { type OpenedHall, openHall } from './_hall.ts'
import { named, siteDesk } from './_site.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'antrean-plans-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const at = (clock: string) => openHall({ dataDir, env: { ANTREAN_CLOCK: clock } })
const managerOf = async (hall: OpenedHall) => siteDesk(hall.call, await hall.hub.session('manager'))
const statesOf = async (desk: ReturnType<typeof siteDesk>) =>
  Object.fromEntries(
    (await desk.plans()).map(({ note, state, trouble }) => [note, trouble ? `${state} ${trouble}` : state]),
  )

test('what is planned for a date happens when its day begins, once; what no longer fits is shown as failed', async () => {
  await using hall = await at('2026-07-14T23:59:00+08:00 x10')
  const desk = await managerOf(hall)
  const agency = siteDesk(hall.call, await hall.hub.session('agency-admin', 4))
  const plan = async (who: typeof desk, note: string, effective: string, ...edit: Parameters<typeof desk.edit>) => {
    const answer = await who.change([await desk.edit(...edit)], { effective, note })
    expect(named(answer)).toBe('200')
  }
  await plan(desk, 'pindah lantai', '2026-07-15', 'booths', 'KESB', { cutOffMinutes: 30 })
  await plan(agency, 'menit baru', '2026-07-15', 'services', 'DUKC-01', { minutes: 11 })
  await plan(desk, 'sudah lain', '2026-07-15', 'services', 'PTSP-01', { minutes: 11 })
  await plan(desk, 'lusa', '2026-07-16', 'services', 'PTSP-02', { minutes: 11 })
  await desk.change([await desk.edit('services', 'PTSP-01', { minutes: 99 })])

  await until(async () => (await statesOf(desk))['sudah lain'] !== 'planned')
  expect(await statesOf(desk)).toEqual({
    'pindah lantai': 'done',
    'menit baru': 'done',
    'sudah lain': 'failed changed-meanwhile',
    lusa: 'planned',
  })
  const { site } = await desk.read()
  expect(site.booths.find(({ code }) => code === 'KESB')).toMatchObject({ cutOffMinutes: 30 })
  expect(site.services.find(({ code }) => code === 'DUKC-01')).toMatchObject({ minutes: 11 })
  expect(site.services.find(({ code }) => code === 'PTSP-01')).toMatchObject({ minutes: 99 })
  const made = (await desk.history()).slice(0, 2)
  expect(made.map(({ role, note }) => [role, note])).toEqual([
    ['agency-admin', 'menit baru'],
    ['manager', 'pindah lantai'],
  ])
  expect(hall.hub.faults()).toEqual([])
})

test('a plan whose day came while the hub was off happens when it starts, and the building is the same after a restart', async () => {
  const seen = await (async () => {
    await using hall = await at('2026-07-16T07:00:00+08:00')
    const desk = await managerOf(hall)
    expect(await statesOf(desk)).toMatchObject({ lusa: 'done' })
    await desk.change([await desk.edit('site', 'short', { short: 'MPP Baru' })])
    return await desk.read()
  })()
  expect(seen.site.services.find(({ code }) => code === 'PTSP-02')).toMatchObject({ minutes: 11 })
  for (const day of ['2026-07-16T08:00:00+08:00', '2026-07-17T08:00:00+08:00', '2026-07-20T08:00:00+08:00']) {
    await using hall = await at(day)
    const desk = await managerOf(hall)
    expect((await desk.read()).site).toEqual(seen.site)
    expect((await desk.history()).filter(({ note }) => note === 'lusa')).toHaveLength(1)
  }
})
