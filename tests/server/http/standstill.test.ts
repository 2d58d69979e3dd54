import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../_until.ts'
import { openScreen, type Screen } from '../live/_screen.ts'
import { type OpenedHall, openHall } from './_hall.ts'

let hall: OpenedHall
let supervisor: string
let screens: Record<string, Screen>
let followed: { id: string; publicCode: string; label: string }
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
  supervisor = await hall.hub.session('supervisor')
  followed = await hall.issue('DUKC-01')
  const { url } = hall.hub
  screens = {
    display: await openScreen(url, { view: 'display', zone: 'A' }),
    elsewhere: await openScreen(url, { view: 'display', zone: 'C' }),
    booth: await openScreen(url, { view: 'booth', booth: 'DUKC' }),
    kiosk: await openScreen(url, { view: 'kiosk', kiosk: 'K1' }),
    ticket: await openScreen(url, { view: 'ticket', publicCode: followed.publicCode }),
    counter: await openScreen(url, { view: 'counter', counter: 4 }, await hall.officer(4)),
    hall: await openScreen(url, { view: 'hall' }, supervisor),
  }
  for (const screen of Object.values(screens)) await screen.watch()
})
afterAll(async () => {
  for (const screen of Object.values(screens)) screen.close()
  await hall[Symbol.asyncDispose]()
})

type Standstill = { pause: { reason: string } | null; closed: boolean; systems: { code: string; booths: object[] }[] }
const standstillOf = (name: string) => screens[name]?.snapshot.standstill as Standstill
const all = (is: (standstill: Standstill) => boolean, but: readonly string[] = []) =>
  until(() => Object.keys(screens).every((name) => but.includes(name) || is(standstillOf(name))))
const helpsOf = (name: string) => (screens[name]?.snapshot.helps ?? []) as { answers: number }[]
const openBooths = () =>
  ((screens.display?.snapshot.waiting ?? []) as { state: string }[]).filter(({ state }) => state === 'open').length
const ask = <B>(id: string, wish: object = {}) => hall.call<B>(id, { token: supervisor, ...wish })

const spoken = (zone: string, { hub } = hall): { kind?: string; sentence: string; label: string; at: string }[] => {
  const file = join(hub.dataDir, 'virtual/speakers', zone, 'spoken.jsonl')
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line))
}

test('[R8.5] a pause is on every screen at once, with its reason; and gone again', async () => {
  const seq = await hall.seq()
  const { status, body } = await ask<{ pause: object }>('pauseBuilding', {
    body: { reason: 'ceremony', until: '2026-07-14T10:00:00+08:00' },
  })
  expect([status, body.pause]).toEqual([
    200,
    { reason: 'ceremony', since: expect.any(String), until: '2026-07-14T10:00:00.000+08:00' },
  ])
  await all(({ pause }) => pause?.reason === 'ceremony')
  expect(
    await ask('pauseBuilding', { body: { reason: 'ceremony', until: '2026-07-14T10:00:00+08:00' } }),
  ).toMatchObject({
    body,
  })
  expect(await hall.seq()).toBe(seq + 1)
  expect((await ask<{ pause: null }>('resumeBuilding')).body.pause).toBeNull()
  expect((await ask<{ pause: null }>('resumeBuilding')).body.pause).toBeNull()
  await all(({ pause }) => pause === null)
  expect(await hall.seq()).toBe(seq + 2)
})

test('[R8.5] it is spoken once in each zone at its start and its end, in both languages', async () => {
  await using fast = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x60' } })
  const token = await fast.hub.session('supervisor')
  const body = { reason: 'ceremony', until: '2026-07-14T12:00:00+08:00' }
  await fast.call('pauseBuilding', { token, body })
  await fast.call('pauseBuilding', { token, body: { ...body, until: '2026-07-14T13:00:00+08:00' } })
  await fast.call('resumeBuilding', { token })
  await until(() => ['A', 'C'].every((zone) => spoken(zone, fast).length >= 2))
  for (const zone of ['A', 'C']) {
    const [start, end, ...more] = spoken(zone, fast)
    expect([start?.kind, start?.label, end?.kind, more]).toEqual(['notice', '', 'notice', []])
    expect(start?.sentence).toContain('karena ada upacara')
    expect(start?.sentence).toContain('pukul dua belas')
    expect(start?.sentence).toContain('for a ceremony')
    expect(end?.sentence).toContain('Pelayanan dilanjutkan dengan urutan yang sama')
  }
})

test('[R8.6] a central system down is told to those whom it stops, and nobody else is bothered', async () => {
  const { body } = await ask<{ system: { down: boolean; waiting: number; services: object[] } }>('setSystem', {
    params: { code: 'SIAK' },
    body: { down: true },
  })
  expect(body.system).toMatchObject({ code: 'SIAK', down: true, waiting: 1 })
  await all(({ systems }) => systems.some(({ code }) => code === 'SIAK'), ['elsewhere'])
  expect(standstillOf('elsewhere').systems).toEqual([])
  expect(standstillOf('booth').systems[0]?.booths).toEqual([{ code: 'DUKC', sign: '02', name: 'Disdukcapil' }])
  const listed = await ask<{ systems: { code: string; down: boolean }[] }>('listSystems')
  expect(listed.body.systems.filter(({ down }) => down).map(({ code }) => code)).toEqual(['SIAK'])
  expect((await hall.hub.http.get('/metrics')).text).toContain('antrean_system_down_minutes{system="SIAK"}')
  expect((await ask('setSystem', { params: { code: 'ABSENT' }, body: { down: true } })).status).toBe(404)
  await ask('setSystem', { params: { code: 'SIAK' }, body: { down: false } })
  await all(({ systems }) => systems.length === 0)
})

test('[R8.6] those who wait get another day in one action, first come first; a visitor may ask for it', async () => {
  const [second, third] = [await hall.issue('DUKC-01'), await hall.issue('DUKC-02')]
  const rebook = () => hall.call<object>('rebookTicket', { params: { publicCode: third.publicCode } })
  expect(await rebook()).toMatchObject({ status: 409, body: { refusal: { name: 'wrong-state' } } })
  await ask('setSystem', { params: { code: 'SIAK' }, body: { down: true } })
  expect(await rebook()).toMatchObject({
    status: 200,
    body: {
      ticket: { state: 'cancelled' },
      booking: { service: 'DUKC-02', slotAt: expect.stringMatching(/^2026-07-15T/) },
    },
  })
  const moved = await ask<{ moved: { label: string }[]; left: string[] }>('moveAllToAnotherDay', {
    params: { code: 'SIAK' },
  })
  expect(moved.body.moved.map(({ label }) => label)).toEqual([followed.label, second.label])
  expect(moved.body.left).toEqual([])
  const { body } = await hall.call<{ ticket: { anotherDay: { code: string } } }>('getTicket', {
    params: { publicCode: followed.publicCode },
  })
  expect(body.ticket.anotherDay.code).toMatch(/^[0-9A-Z]{8}$/)
  await ask('setSystem', { params: { code: 'SIAK' }, body: { down: false } })
})

test('[R8.6] those who wait for a system that is down are sent to another service in one action, with their places', async () => {
  const [first, second] = [await hall.issue('DUKC-01'), await hall.issue('DUKC-02')]
  await ask('setSystem', { params: { code: 'SIAK' }, body: { down: true } })
  const transfer = (service: string, wish: object = {}) =>
    ask<{ moved: string[]; left: string[] }>('transferAllOfSystem', {
      params: { code: 'SIAK' },
      body: { service },
      ...wish,
    })
  expect((await transfer('ABSENT')).status).toBe(404)
  expect(await transfer('DUKC-03')).toMatchObject({ status: 409, body: { refusal: { name: 'system-down' } } })
  const stranger = await hall.hub.session('agency-admin', 9)
  expect((await transfer('BPJK-01', { token: stranger })).status).toBe(403)
  expect((await transfer('BPJK-01')).body).toEqual({ moved: [first.label, second.label], left: [] })
  expect((await transfer('BPJK-01')).body).toEqual({ moved: [], left: [] })
  expect(await standingOf(first)).toEqual({ service: 'BPJK-01', state: 'waiting' })
  for (const { id } of [first, second]) await ask('cancelTicket', { params: { id } })
  await ask('setSystem', { params: { code: 'SIAK' }, body: { down: false } })
})

async function standingOf({ publicCode }: { publicCode: string }) {
  const { body } = await hall.call<{ ticket: { service: string; state: string } }>('getTicket', {
    params: { publicCode },
  })
  return { service: body.ticket.service, state: body.ticket.state }
}

/** What was said in the zone of the counter so far, but for the notices of the tests before. */
const helpHeard = () => spoken('A').filter(({ sentence }) => /arurat|mergency|bantuan/.test(sentence)).length

test('[R5.13] help: silent in the hall, seen by those who come', async () => {
  const [officer, colleague, stranger] = [await hall.officer(4), await hall.officer(5), await hall.officer(8)]
  await until(() => openBooths() === 2)
  const heard = helpHeard()
  const changes = screens.display?.changes.length
  const help = (kind: string) =>
    hall.call<{ help: { id: string } }>('askHelp', { params: { number: 4 }, body: { kind }, token: officer })
  const { id } = (await help('emergency')).body.help
  expect((await help('emergency')).body.help.id).toBe(id)
  await until(() => helpsOf('hall').length === 1)
  const end = (token: string) => hall.call<object>('endHelp', { params: { id }, token })
  expect(await end(officer)).toMatchObject({ status: 409, body: { refusal: { name: 'help-needs-two' } } })
  for (const token of [supervisor, colleague])
    expect((await hall.call('acknowledgeHelp', { params: { id }, token })).status).toBe(200)
  await until(() => helpsOf('counter')[0]?.answers === 2)
  const listed = await hall.call<{ help: object[] }>('listHelp', { token: stranger })
  expect(listed.body.help).toEqual([])
  expect((await end(officer)).status).toBe(200)
  expect(await end(officer)).toMatchObject({ status: 409, body: { refusal: { name: 'help-ended' } } })
  expect(await hall.call('acknowledgeHelp', { params: { id }, token: supervisor })).toMatchObject({
    status: 409,
    body: { refusal: { name: 'help-ended' } },
  })
  await until(() => helpsOf('hall').length === 0)
  expect(screens.display?.changes.length).toBe(changes)
  expect(helpHeard()).toBe(heard)
})

test('[R8.1] the day is closed by hand: a list first, then a summary, and every screen says so', async () => {
  const waiting = await hall.issue('DUKC-03')
  const list = await ask<{ left: { label: string }[]; openCounters: object[]; closed: boolean }>('readClosing')
  expect(list.body.left.map(({ label }) => label)).toEqual([waiting.label])
  expect(list.body.openCounters.length).toBeGreaterThan(0)
  expect(await ask('closeDay')).toMatchObject({ status: 409, body: { refusal: { name: 'people-waiting' } } })
  const closed = await ask<{ summary: { expired: string[]; total: object } }>('closeDay', { body: { confirm: true } })
  expect(closed.body.summary.expired).toEqual([waiting.label])
  expect(closed.body.summary.total).toMatchObject({ issued: 6, expired: 1, cancelled: 5 })
  await all((standstill) => standstill.closed)
  expect(await ask('closeDay')).toMatchObject({ status: 200 })
  const printed = await ask('printSummary', { body: { kiosk: 'K1' } })
  expect(printed).toMatchObject({ status: 200, body: { print: 'printed' } })
  expect((await ask('printSummary', { body: { kiosk: 'ABSENT' } })).status).toBe(404)
})

test('[R8.1] with the rules in force the day closes by itself, and every zone hears it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-closing-'))
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8'))
  site.site.rules = { ...site.site.rules, closeAfterMinutes: 0 }
  writeFileSync(join(folder, 'site.json'), JSON.stringify(site))
  await using late = await openHall({
    env: {
      ANTREAN_SITE: join(folder, 'site.json'),
      ANTREAN_RULES: 'full',
      ANTREAN_CLOCK: '2026-07-14T16:00:00+08:00 x600',
    },
  })
  const token = await late.hub.session('supervisor')
  const isClosed = async () => (await late.call<{ closed: boolean }>('readClosing', { token })).body.closed
  await until(isClosed)
  await until(() => spoken('A', late).some(({ sentence }) => sentence.includes('Pelayanan hari ini telah ditutup')))
  rmSync(folder, { recursive: true })
})
