import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../_until.ts'
import { type OpenedHall, openHall } from '../http/_hall.ts'
import { siteDesk } from '../http/_site.ts'
import { openScreen, type Screen } from './_screen.ts'

/** A changed building reaches every screen as a patch, and every device, without anything being started anew. */
let hall: OpenedHall
let desk: ReturnType<typeof siteDesk>
let screens: Record<'kiosk' | 'display' | 'booth' | 'hall' | 'counter' | 'ticket', Screen>
let ticket: Awaited<ReturnType<OpenedHall['issue']>>

beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
  desk = siteDesk(hall.call, await hall.hub.session('manager'))
  ticket = await hall.issue('DUKC-01')
  const { url } = hall.hub
  screens = {
    kiosk: await openScreen(url, { view: 'kiosk', kiosk: 'K1' }),
    display: await openScreen(url, { view: 'display', zone: 'A' }),
    booth: await openScreen(url, { view: 'booth', booth: 'DUKC' }),
    hall: await openScreen(url, { view: 'hall' }, await hall.hub.session('supervisor')),
    counter: await openScreen(url, { view: 'counter', counter: 5 }, await hall.officer(5)),
    ticket: await openScreen(url, { view: 'ticket', publicCode: ticket.publicCode }),
  }
  for (const screen of Object.values(screens)) expect(await screen.watch()).toHaveProperty('version')
})
afterAll(async () => {
  for (const screen of Object.values(screens)) screen.close()
  await hall[Symbol.asyncDispose]()
})

const shows = (screen: Screen, words: string) => until(() => JSON.stringify(screen.snapshot).includes(words))

test('names and words of the building change on every screen by a patch', async () => {
  await desk.change([
    await desk.edit('agencies', 'DUKC', { short: 'Capil Baru', name: { id: 'Capil Baru', en: 'Capil Baru' } }),
    await desk.edit('services', 'DUKC-01', { name: { id: 'Rekam KTP baru', en: 'New enrolment' } }),
    await desk.edit('site', 'ticker', { ticker: [{ id: 'Capil Baru', en: 'Capil Baru' }] }),
  ])
  await Promise.all(Object.values(screens).map((screen) => shows(screen, 'Capil Baru')))
  await shows(screens.ticket, 'Rekam KTP baru')
  for (const screen of Object.values(screens)) {
    expect(screen.gaps).toEqual([])
    expect(screen.reloads).toBe(0)
    expect((await screen.peek()).snapshot).toEqual(screen.snapshot)
  }
})

test('a booth that moves to another zone leaves the display of the old one, and its number keeps its place', async () => {
  const upstairs = await openScreen(hall.hub.url, { view: 'display', zone: 'B' })
  await upstairs.watch()
  await desk.change([await desk.edit('booths', 'DUKC', { zone: 'B' })])
  await until(() => !JSON.stringify(screens.display.snapshot.waiting).includes('"DUKC"'))
  await until(() => JSON.stringify(upstairs.snapshot.waiting).includes('"DUKC"'))
  await hall.callNext(5)
  await shows(upstairs, ticket.label)
  upstairs.close()
})

test('a new zone is heard and a new kiosk prints at once', async () => {
  const { site } = await desk.read()
  const [kiosk] = site.kiosks
  const name = { id: 'Baru', en: 'New' }
  const made = await desk.change([
    { kind: 'zones', code: 'NEW', before: null, after: { code: 'NEW', floor: 1, name } },
    {
      kind: 'kiosks',
      code: 'K9',
      before: null,
      after: { ...kiosk, code: 'K9', name, zone: 'NEW', printer: undefined },
    },
    await desk.edit('booths', 'PTSP', { zone: 'NEW' }),
  ])
  expect(made.status).toBe(200)
  const screen = await openScreen(hall.hub.url, { view: 'kiosk', kiosk: 'K9' })
  expect(await screen.watch()).toHaveProperty('version')
  screen.close()
  const printed = await hall.call<{ ticket: { id: string; publicCode: string } }>('issueTicket', {
    body: { service: 'PTSP-01', delivery: 'print', kiosk: 'K9' },
  })
  const { publicCode, id } = printed.body.ticket
  await until(
    async () =>
      (await hall.call<{ ticket: { state: string } }>('getTicket', { params: { publicCode } })).body.ticket.state ===
      'waiting',
  )
  expect(readdirSync(join(hall.hub.dataDir, 'virtual', 'printers', 'K9')).length).toBeGreaterThan(0)
  expect((await hall.callNext(1)).body.ticket.id).toBe(id)
  await until(() =>
    readdirSync(join(hall.hub.dataDir, 'virtual', 'speakers', 'NEW')).some((file) => file.endsWith('.wav')),
  )
})

test('a screen of something that is taken away says so, and nothing else breaks', async () => {
  const screen = await openScreen(hall.hub.url, { view: 'kiosk', kiosk: 'K2' })
  await screen.watch()
  await desk.change([await desk.edit('kiosks', 'K2', null)])
  await until(() => screen.gaps.length > 0)
  expect(await screen.watch()).toEqual({ error: 'unknown' })
  screen.close()
  expect(hall.hub.faults()).toEqual([])
})
