import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Device, pairingAlphabet } from '../../../server/contract/devices.ts'
import type { Role } from '../../../server/contract/hall.ts'
import { until } from '../../_until.ts'
import { openScreen } from '../live/_screen.ts'
import {
  claim,
  cookieOf,
  type DeviceScreen,
  listDevices,
  type Machine,
  openDeviceScreen,
  pairScreen,
  startPairing,
} from './_device.ts'
import { type OpenedHall, openHall } from './_hall.ts'

/** One hub for most of it; each test pairs machines of its own. */
let hall: OpenedHall
let operator: string
const screens: DeviceScreen[] = []
const come = async (machine: Pick<Machine, 'cookie'>, screen: Parameters<typeof openDeviceScreen>[2], at = hall) => {
  const opened = await openDeviceScreen(at, machine, screen)
  screens.push(opened)
  return opened
}
beforeAll(async () => {
  hall = await openHall()
  operator = await hall.hub.session('operator')
})
afterEach(() => {
  for (const { socket } of screens.splice(0)) socket.disconnect()
})
afterAll(() => hall[Symbol.asyncDispose]())

type Problem = { error: { name: string; fields?: { path: string; text?: { id: string; en: string } }[] } }
const approve = (body: object, token = operator) =>
  hall.call<{ device: Device } & Problem>('pairDevice', { body, token })
const edit = (id: string, body: object) =>
  hall.call<{ device: Device } & Problem>('editDevice', { params: { id }, body, token: operator })
const order = (id: string, what: string, token = operator) =>
  hall.call<{ device: Device; isSent: boolean }>('orderDevice', { params: { id }, body: { order: what }, token })
const forget = (id: string) => hall.call('forgetDevice', { params: { id }, token: operator })
const deviceOf = async (id: string) => (await listDevices(hall)).devices.find((device) => device.id === id)
const atField = (body: Problem) => body.error.fields?.map(({ path }) => path)

test('a code is shown, approved, and claimed by the machine that showed it, which has its credential as a cookie', async () => {
  const { code, secret, expiresAt } = await startPairing(hall)
  expect(code).toMatch(new RegExp(`^[${pairingAlphabet}]{6}$`))
  expect(expiresAt - Date.now()).toBeLessThanOrEqual(15 * 60_000)
  expect((await claim(hall, secret)).body).toEqual({ state: 'waiting' })

  // As people type it.
  const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `
  const approved = await approve({ code: typed, name: '  Layar tengah ', kind: 'display', place: 'A' })
  expect(approved).toMatchObject({
    status: 201,
    body: {
      device: { name: 'Layar tengah', kind: 'display', place: 'A', isConnected: false, since: null, hours: null },
    },
  })
  const { id } = approved.body.device
  const lost = await claim(hall, secret)
  const claimed = await claim(hall, secret)
  expect(claimed.body).toMatchObject({ state: 'approved', address: '/display?zone=A', device: { id } })
  expect(claimed.body).not.toHaveProperty('token')
  expect(claimed.headers['set-cookie']).toEqual([
    expect.stringMatching(/^antrean-device=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/),
  ])
  // The answer that was lost on the way holds nothing any more.
  expect((await come({ cookie: cookieOf(lost.headers) }, 'display')).refused).toBe('forgotten')
  const screen = await come({ cookie: cookieOf(claimed.headers) }, 'display')
  expect(screen.selves).toEqual([
    { id, name: 'Layar tengah', kind: 'display', place: 'A', isLocked: false, isAwake: true },
  ])
  expect((await claim(hall, secret)).body).toEqual({ state: 'unknown' })
  expect(atField((await approve({ code, name: 'x', kind: 'display', place: 'A' })).body)).toEqual(['code'])
})

test('a host has its token in the answer; a code is approved for what shows it', async () => {
  const host = await startPairing(hall, 'host')
  const asScreen = await approve({ code: host.code, name: 'PC', kind: 'display', place: 'A' })
  expect([asScreen.status, atField(asScreen.body)]).toEqual([400, ['kind']])
  expect((await approve({ code: host.code, name: 'PC', kind: 'host', place: 'PC-KIOS-1' })).status).toBe(201)
  const claimed = await claim(hall, host.secret)
  expect(claimed.body).toMatchObject({ state: 'approved', address: null, token: expect.stringMatching(/^[\w-]{43}$/) })
  expect(claimed.headers['set-cookie']).toBeUndefined()

  const screen = await startPairing(hall)
  expect(atField((await approve({ code: screen.code, name: 'x', kind: 'host', place: 'PC-2' })).body)).toEqual(['kind'])
  const other = await startPairing(hall, 'host')
  const taken = await approve({ code: other.code, name: 'x', kind: 'host', place: 'PC-KIOS-1' })
  expect(atField(taken.body)).toEqual(['place'])
  expect(taken.body.error.fields?.[0]?.text?.id).toMatch(/sudah dipasangi/)
})

test.each([
  ['kiosk', 'K9'],
  ['display', 'Z'],
  ['booth', 'XXXX'],
  ['counter', '9999'],
  ['counter', '05'],
])('a %s at %s: there is no such place', async (kind, place) => {
  const { code } = await startPairing(hall)
  expect(atField((await approve({ code, name: 'x', kind, place })).body)).toEqual(['place'])
})

test('ten wrong codes, and this person waits, even with the right one; nobody else does', async () => {
  const { code } = await startPairing(hall)
  const token = await hall.hub.session('manager')
  const body = { name: 'x', kind: 'display', place: 'A' }
  for (let wrong = 0; wrong < 10; wrong++) expect((await approve({ ...body, code: 'AAAAAA' }, token)).status).toBe(400)
  const late = await approve({ ...body, code }, token)
  expect([late.status, late.body.error.name]).toEqual([429, 'too-often'])
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(800)
  expect((await approve({ ...body, code })).status).toBe(201)
})

test('operators and managers look after devices, supervisors look, reload and identify, nobody else anything', async () => {
  const all = ['listDevices', 'orderDevice', 'pairDevice', 'editDevice', 'replaceDevice', 'forgetDevice']
  const may: Record<string, string[]> = {
    operator: all,
    manager: all,
    supervisor: ['listDevices', 'orderDevice'],
    'agency-admin': [],
    information: [],
    officer: [],
    auditor: [],
  }
  const body: Record<string, object> = {
    orderDevice: { order: 'reload' },
    pairDevice: { code: 'AAAAAA', name: 'x', kind: 'display', place: 'A' },
    editDevice: { name: 'x' },
    replaceDevice: { code: 'AAAAAA' },
  }
  for (const [role, allowed] of Object.entries(may)) {
    const token = await hall.hub.session(role as Role, 5)
    for (const id of all) {
      const { status } = await hall.call(id, { params: { id: 'absent' }, token, ...(body[id] && { body: body[id] }) })
      expect({ role, id, isHeard: status !== 403 }).toEqual({ role, id, isHeard: allowed.includes(id) })
    }
  }
  for (const id of all)
    expect((await hall.call(id, { params: { id: 'absent' }, ...(body[id] && { body: body[id] }) })).status).toBe(401)
})

test('a paired kiosk issues where it stands, whatever is named, and nothing while it is locked', async () => {
  const kiosk = await pairScreen(hall, { kind: 'kiosk', place: 'K2', name: 'Kios 2' })
  const own = { headers: { cookie: kiosk.cookie } }
  const issue = (body: object, wish: object = own) =>
    hall.call<{ ticket: { label: string } } & Problem>('issueTicket', {
      body: { service: 'DUKC-01', delivery: 'print', ...body },
      ...wish,
    })
  const slips = join(hall.hub.dataDir, 'virtual/printers')
  const first = await issue({ kiosk: 'K1' })
  expect(first.status).toBe(201)
  await until(() => existsSync(join(slips, 'K2')))
  expect(existsSync(join(slips, 'K1'))).toBe(false)
  expect((await issue({ delivery: 'none' })).status).toBe(403)
  const another = await startPairing(hall)
  expect(atField((await approve({ code: another.code, name: 'x', kind: 'kiosk', place: 'K2' })).body)).toEqual([
    'place',
  ])

  expect((await edit(kiosk.id, { isLocked: true })).body.device.isLocked).toBe(true)
  for (const wish of [own, {}]) {
    const refused = await issue({ kiosk: 'K2' }, wish)
    expect([refused.status, refused.body.error.name]).toEqual([403, 'kiosk-locked'])
  }
  const desk = { token: await hall.hub.session('information') }
  expect((await issue({ delivery: 'none' }, desk)).status).toBe(201)
  await edit(kiosk.id, { isLocked: false })
  expect((await issue({})).status).toBe(201)
  await forget(kiosk.id)
  expect((await issue({ kiosk: 'K2' })).status).toBe(403)
  expect((await issue({ kiosk: 'K2' }, {})).status).toBe(201)
})

test('a device is connected while it is, says its version, uptime and last fault, and its goings are counted', async () => {
  const machine = await pairScreen(hall, { kind: 'booth', place: 'DUKC', name: 'Pintu DUKC' })
  const { id } = machine
  const screen = await come(machine, 'booth')
  expect(await deviceOf(id)).toMatchObject({ isConnected: true, version: null, isCurrent: false, disconnects: 0 })
  screen.socket.emit('report', { version: 'old-build', uptimeMs: 90_000, error: 'TypeError: x is undefined' })
  await until(async () => (await deviceOf(id))?.version === 'old-build')
  expect(await deviceOf(id)).toMatchObject({ isCurrent: false, lastError: { text: 'TypeError: x is undefined' } })
  expect((await deviceOf(id))?.uptimeMs).toBeGreaterThanOrEqual(90_000)
  const hub = await openScreen(hall.hub.url, { view: 'booth', booth: 'DUKC' })
  const watched = await hub.watch()
  hub.close()
  const build = 'hub' in watched ? watched.hub.build : ''
  screen.socket.emit('report', { version: build, uptimeMs: 91_000 })
  await until(async () => (await deviceOf(id))?.isCurrent === true)
  // What is no report changes nothing.
  screen.socket.emit('report', { version: 5 } as never)

  screen.socket.disconnect()
  await until(async () => (await deviceOf(id))?.isConnected === false)
  expect(await deviceOf(id)).toMatchObject({ disconnects: 1, uptimeMs: null, since: expect.any(Number) })
  const again = await come(machine, 'booth')
  expect((await order(id, 'reload')).body.isSent).toBe(true)
  await until(() => again.heard.includes('reload'))
  again.socket.disconnect()
  await until(async () => (await deviceOf(id))?.isConnected === false)
  // It was told to.
  expect((await deviceOf(id))?.disconnects).toBe(1)
})

test('orders reach the device and no other; one that is away is not told later', async () => {
  const [first, second] = await Promise.all(
    ['Kiri', 'Kanan'].map((name) => pairScreen(hall, { kind: 'display', place: 'A', name })),
  )
  if (!first || !second) throw new Error('two screens')
  const left = await come(first, 'display')
  expect((await order(second.id, 'identify')).body).toMatchObject({ isSent: false, device: { name: 'Kanan' } })
  const right = await come(second, 'display')
  const supervisor = await hall.hub.session('supervisor')
  expect((await order(first.id, 'identify', supervisor)).body.isSent).toBe(true)
  await until(() => left.heard.length > 0)
  expect((await order(second.id, 'reload')).body.isSent).toBe(true)
  await until(() => right.heard.length > 0)
  expect([left.heard, right.heard]).toEqual([['identify'], ['reload']])
})

test('names, places, locks and hours reach the screen; hours are of the building’s wall clock', async () => {
  const machine = await pairScreen(hall, { kind: 'display', place: 'A', name: 'Lama' })
  const screen = await come(machine, 'display')
  const seen = async (body: object, expected: object) => {
    const { status } = await edit(machine.id, body)
    expect(status).toBe(200)
    await until(() => JSON.stringify(screen.selves.at(-1)).includes(JSON.stringify(expected).slice(1, -1)))
  }
  await seen({ name: 'Baru' }, { name: 'Baru' })
  await seen({ place: 'B' }, { place: 'B' })
  await seen({ isLocked: true }, { isLocked: true, isAwake: true })
  const day = [{ from: '00:00', to: '23:59' }]
  const always = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }
  await seen({ hours: {} }, { isLocked: true, isAwake: false })
  await seen({ isLocked: false }, { isLocked: false, isAwake: false })
  await seen({ hours: always }, { isAwake: new Date().getUTCHours() !== 15 || new Date().getUTCMinutes() < 59 })
  await seen({ hours: null }, { isAwake: true })
  expect(atField((await edit(machine.id, { place: 'nowhere' })).body)).toEqual(['place'])
  expect(await deviceOf(machine.id)).toMatchObject({ name: 'Baru', place: 'B', hours: null })
})

test('a forgotten screen is told, shows nothing any more, and is told again when it comes back', async () => {
  const machine = await pairScreen(hall, { kind: 'display', place: 'A', name: 'Tamu' })
  const screen = await come(machine, 'display')
  const view = await openScreen(hall.hub.url, { view: 'display', zone: 'A' }, undefined, { cookie: machine.cookie })
  expect(await view.watch()).toHaveProperty('snapshot')
  let stages = 0
  view.socket.on('stage', () => void stages++)

  expect((await forget(machine.id)).body).toEqual({ forgotten: machine.id })
  await until(() => screen.heard.includes('forgotten') && stages === 1)
  expect(await view.watch()).toEqual({ error: 'forbidden' })
  const { version } = view
  await hall.issue('DUKC-01')
  await hall.callNext(4)
  expect((await come(machine, 'display')).refused).toBe('forgotten')
  expect(view.version).toBe(version)
  // The same browser opens another page: that one was never paired.
  expect((await come(machine, 'kiosk')).refused).toBe('unpaired')
  view.close()
  expect((await forget(machine.id)).status).toBe(404)
  expect(await deviceOf(machine.id)).toBeUndefined()
})

test('another machine takes over name, place and hours; the old one is forgotten', async () => {
  const machine = await pairScreen(hall, { kind: 'display', place: 'B', name: 'Layar B', hours: {} })
  const old = await come(machine, 'display')
  const { code, secret } = await startPairing(hall)
  const replaced = await hall.call<{ device: Device }>('replaceDevice', {
    params: { id: machine.id },
    body: { code },
    token: operator,
  })
  expect(replaced.body.device).toMatchObject({ id: machine.id, name: 'Layar B', place: 'B', hours: {} })
  await until(() => old.heard.includes('forgotten'))
  const claimed = await claim(hall, secret)
  const next = await come({ cookie: cookieOf(claimed.headers) }, 'display')
  expect(next.selves[0]).toMatchObject({ id: machine.id, name: 'Layar B', isAwake: false })
  expect((await come(machine, 'display')).refused).toBe('forgotten')
})

test('who did what is kept, latest first, by pseudonym', async () => {
  const machine = await pairScreen(hall, { kind: 'counter', place: '5', name: 'PC Loket 5' })
  const screen = await come(machine, 'counter')
  await edit(machine.id, { isLocked: true })
  await edit(machine.id, { isLocked: false })
  await edit(machine.id, { name: 'PC 5' })
  await order(machine.id, 'identify')
  screen.socket.disconnect()
  await until(async () => (await deviceOf(machine.id))?.isConnected === false)
  await order(machine.id, 'reload')
  await forget(machine.id)
  const acts = (await listDevices(hall)).acts.filter(({ device }) => device === machine.id)
  expect(acts.map(({ act }) => act)).toEqual(['forgotten', 'identify', 'changed', 'unlocked', 'locked', 'paired'])
  expect(acts[0]).toMatchObject({ name: 'PC 5', by: expect.stringMatching(/^operator:[0-9a-f]{8}$/) })
})

test('a cookie that nobody gave is no device, and the training hall has none', async () => {
  const stranger = { cookie: `antrean-device=${'x'.repeat(43)}` }
  expect((await come(stranger, 'display')).refused).toBe('unpaired')
  expect((await come({ cookie: '' }, 'kiosk')).refused).toBe('unpaired')
  expect((await hall.hub.http.get('/latihan/api/devices')).status).toBe(404)
  const kiosk = await pairScreen(hall, { kind: 'kiosk', place: 'K1', name: 'Kios 1' })
  await edit(kiosk.id, { isLocked: true })
  const taken = await hall.hub.http.post('/latihan/api/tickets', {
    body: { service: 'DUKC-01', kiosk: 'K1', delivery: 'print' },
    headers: { cookie: kiosk.cookie },
  })
  expect(taken.status).toBe(201)
})

test('all of it survives the hub, whose file holds no credential and no secret', async () => {
  const kept = await pairScreen(hall, { kind: 'display', place: 'A', name: 'Tetap', hours: {} })
  const gone = await pairScreen(hall, { kind: 'display', place: 'A', name: 'Lepas' })
  const screen = await come(kept, 'display')
  screen.socket.emit('report', { version: 'v', uptimeMs: 5 })
  await until(async () => (await deviceOf(kept.id))?.version === 'v')
  await edit(kept.id, { isLocked: true })
  await forget(gone.id)
  const waiting = await startPairing(hall)
  const approved = await startPairing(hall)
  await approve({ code: approved.code, name: 'Disetujui', kind: 'display', place: 'A' })
  screen.socket.disconnect()
  await until(async () => (await deviceOf(kept.id))?.isConnected === false)

  const { dataDir } = hall.hub
  await hall.hub.stop()
  const file = new Database(join(dataDir, 'antrean.sqlite'), { readonly: true })
  expect(file.prepare('select device from event where device is not null').pluck().all()).not.toEqual([])
  file.close()
  const bytes = ['', '-wal'].map((end) => join(dataDir, `antrean.sqlite${end}`)).filter(existsSync)
  for (const secret of [kept.cookie.slice(15), gone.cookie.slice(15), approved.secret])
    for (const path of bytes) expect(readFileSync(path).includes(secret)).toBe(false)

  await using again = await openHall({ dataDir })
  const { devices } = await listDevices(again)
  expect(devices.find(({ id }) => id === kept.id)).toMatchObject({
    name: 'Tetap',
    isLocked: true,
    hours: {},
    isConnected: false,
    since: expect.any(Number),
    version: 'v',
  })
  expect((await come(kept, 'display', again)).selves[0]).toMatchObject({ isLocked: true, isAwake: false })
  expect((await come(gone, 'display', again)).refused).toBe('forgotten')
  expect((await claim(again, waiting.secret)).body).toEqual({ state: 'unknown' })
  expect((await claim(again, approved.secret)).body).toMatchObject({ state: 'approved', device: { name: 'Disetujui' } })
})
