import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { io } from 'socket.io-client'
import type { HallSnapshot } from '../../../server/contract/live.ts'
import type { OfficerAnswer, OfficersAnswer, RosterAnswer, ShiftAnswer } from '../../../server/contract/roster.ts'
import type { ReadinessAnswer } from '../../../server/contract/site-wire.ts'
import { type HubProcess, startHub } from '../../_hub.ts'

/** DUKC has the counters 4, 5, 6; BPJK, of another agency, 9, 10, 11. Tuesday, six minutes past eight. */
let hub: HubProcess
let manager: string
let own: string
let other: string
let supervisor: string
beforeEach(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T08:06:00+08:00' } })
  manager = await hub.session('manager')
  own = await hub.session('agency-admin', 5)
  other = await hub.session('agency-admin', 9)
  supervisor = await hub.session('supervisor')
})
afterEach(() => hub?.[Symbol.asyncDispose]())

const agencyOf = async (booth: string): Promise<string> => {
  const { body } = await hub.http.get<{ site: { booths: { code: string; agency: string }[] } }>('/api/site', {
    token: manager,
  })
  return body.site.booths.find(({ code }) => code === booth)?.agency ?? ''
}
const person = async (wish: object = {}) => ({
  name: 'Sari Rahayu',
  agency: await agencyOf('DUKC'),
  role: 'officer',
  ...wish,
})
const add = async (wish: object = {}, token = manager) =>
  hub.http.post<OfficerAnswer>('/api/officers', { token, body: await person(wish) })
const addedId = async (wish: object = {}) => (await add(wish)).body.officer.id
const plan = (officer: string, wish: object = {}, token = manager) =>
  hub.http.post<ShiftAnswer>('/api/roster', {
    token,
    body: {
      officer,
      counter: 5,
      days: ['mon', 'tue'],
      from: '08:00',
      to: '12:00',
      validFrom: '2026-07-01',
      ...wish,
    },
  })
const roster = async (token = manager, query = '') =>
  (await hub.http.get<RosterAnswer>(`/api/roster${query}`, { token })).body
const wrongFields = (answer: { status: number; body: unknown }) => [
  answer.status,
  ...((answer.body as { error: { fields?: { path: string }[] } }).error.fields ?? []).map(({ path }) => path),
]
const hallView = (token: string): Promise<HallSnapshot> =>
  new Promise((resolve) => {
    const socket = io(hub.url, { auth: { token }, transports: ['websocket'] })
    socket.on('connect', () =>
      socket.emit('watch', { view: 'hall' }, ({ snapshot }: { snapshot: HallSnapshot }) => {
        socket.close()
        resolve(snapshot)
      }),
    )
  })

test('rights: the manager keeps all, an agency its own, the supervisor reads', async () => {
  const id = await addedId()
  expect((await add({}, supervisor)).status).toBe(403)
  expect((await add({}, other)).status).toBe(403)
  expect((await add({ role: 'manager' }, own)).status).toBe(403)
  expect((await add({ name: 'Budi' }, own)).status).toBe(201)
  const change = async (token: string) =>
    (await hub.http.post(`/api/officers/${id}`, { token, body: await person({ name: 'Sari R.' }) })).status
  expect([await change(other), await change(supervisor), await change(own)]).toEqual([403, 403, 200])
  expect((await plan(id, {}, other)).status).toBe(403)
  const { body, status } = await plan(id, {}, own)
  expect(status).toBe(201)
  const remove = async (token: string, path: string) => (await hub.http.send('DELETE', path, { token })).status
  expect(await remove(other, `/api/roster/${body.shift.id}`)).toBe(403)
  expect(await remove(other, `/api/officers/${id}`)).toBe(403)

  const names = async (token: string) =>
    (await hub.http.get<OfficersAnswer>('/api/officers', { token })).body.officers.map(({ name }) => name)
  expect(await names(manager)).toEqual(['Budi', 'Sari R.'])
  expect(await names(supervisor)).toEqual(['Budi', 'Sari R.'])
  expect(await names(other)).toEqual([])
  expect([(await roster(own)).shifts.length, (await roster(other)).shifts.length]).toEqual([1, 0])
  const officer = await hub.session('officer', 5)
  expect((await hub.http.get('/api/officers', { token: officer })).status).toBe(403)
  expect(await remove(manager, '/api/roster/absent')).toBe(404)
  expect(await remove(manager, '/api/officers/absent')).toBe(404)
})

test('what cannot be: each wrong field is named with words in both languages', async () => {
  const id = await addedId()
  const foreigner = await addedId({ name: 'Budi', agency: await agencyOf('BPJK') })
  expect(wrongFields(await add({ agency: 'absent' }))).toEqual([400, 'agency'])
  expect(wrongFields(await plan('absent'))).toEqual([400, 'officer'])
  expect(wrongFields(await plan(id, { counter: 999 }))).toEqual([400, 'counter'])
  expect(wrongFields(await plan(id, { counter: 9 }))).toEqual([400, 'counter'])
  expect(
    wrongFields(await plan(id, { from: '12:00', to: '08:00', days: ['mon', 'mon'], validTo: '2026-06-30' })),
  ).toEqual([400, 'days', 'to', 'validTo'])
  expect(wrongFields(await plan(id, { from: '8' }))).toEqual([400, 'from'])
  const { body } = await plan(id)
  const second = await addedId({ name: 'Wati' })
  expect(wrongFields(await plan(id, { counter: 6, from: '11:00', to: '13:00' }))).toEqual([400, 'officer'])
  const taken = await plan(second, { from: '11:59', to: '13:00' })
  expect(wrongFields(taken)).toEqual([400, 'counter'])
  expect(taken.body).toMatchObject({
    error: { fields: [{ text: { id: 'Loket ini sudah ada petugasnya, 08.00–12.00.' } }] },
  })
  expect((await plan(second, { from: '12:00', to: '15:00' })).status).toBe(201)
  // A shift does not stand in its own way.
  expect((await plan(id, { id: body.shift.id, to: '11:30' })).status).toBe(201)
  expect((await roster()).shifts.map(({ from, to }) => [from, to])).toEqual([
    ['08:00', '11:30'],
    ['12:00', '15:00'],
  ])
  // Whoever has shifts at one agency's counters does not move to another agency.
  const moved = { token: manager, body: await person({ agency: await agencyOf('BPJK') }) }
  expect(wrongFields(await hub.http.post(`/api/officers/${id}`, moved))).toEqual([400, 'agency'])
  await hub.http.post(`/api/officers/${foreigner}`, {
    token: manager,
    body: await person({ name: 'Budi', agency: await agencyOf('BPJK'), active: false }),
  })
  expect(wrongFields(await plan(foreigner, { counter: 9 }))).toEqual([400, 'officer'])
})

test('of two who take the same hours at once one is refused', async () => {
  const [a, b] = [await addedId(), await addedId({ name: 'Wati' })]
  const statuses = (await Promise.all([plan(a), plan(b)])).map(({ status }) => status)
  expect(statuses.sort()).toEqual([201, 400])
})

test('a key is used once', async () => {
  const body = await person()
  const ask = () => hub.http.post('/api/officers', { token: manager, body, key: 'once' })
  const [first, again] = [await ask(), await ask()]
  expect(again.text).toBe(first.text)
  expect((await hub.http.get<OfficersAnswer>('/api/officers', { token: manager })).body.officers).toHaveLength(1)
})

test('presence: absent after five minutes, present when the counter opens; no name leaves the roster', async () => {
  const before = (await hub.http.get<ReadinessAnswer>('/api/site/readiness', { token: manager })).body
  const officerCheck = ({ booths }: ReadinessAnswer) =>
    booths.find(({ booth }) => booth === 'DUKC')?.checks.find(({ name }) => name === 'officer')?.done
  expect(officerCheck(before)).toBe(false)
  const id = await addedId()
  await plan(id)
  const presence = async () => (await hallView(supervisor)).presence
  const due = Date.parse('2026-07-14T08:05:00+08:00')
  expect(await presence()).toEqual([{ counter: 5, state: 'absent', since: due }])
  expect((await roster()).shifts[0]?.presence).toEqual({ state: 'absent', since: '2026-07-14T08:05:00.000+08:00' })
  expect((await roster(manager, '?day=2026-07-13')).shifts).toHaveLength(1)
  expect((await roster(manager, '?day=2026-07-15')).shifts).toHaveLength(0)
  expect((await roster(manager, '?day=2026-07-13&to=2026-07-19')).shifts).toHaveLength(1)
  expect(officerCheck((await hub.http.get<ReadinessAnswer>('/api/site/readiness', { token: manager })).body)).toBe(true)

  const officer = await hub.session('officer', 5)
  await hub.http.post('/api/counters/5/open', { token: officer })
  expect(await presence()).toMatchObject([{ counter: 5, state: 'present' }])
  await hub.http.post('/api/counters/5/close', { token: officer })
  expect(await presence()).toMatchObject([{ counter: 5, state: 'left' }])
  expect(JSON.stringify(await hallView(supervisor))).not.toContain('Sari')
})

test('the hall hears at once that the roster has changed', async () => {
  const id = await addedId()
  const socket = io(hub.url, { auth: { token: supervisor }, transports: ['websocket'] })
  const told = new Promise<{ patch: { set?: { presence?: unknown } } }>((resolve) =>
    socket.on('change', (change) => resolve(change)),
  )
  await new Promise((resolve) => socket.on('connect', () => socket.emit('watch', { view: 'hall' }, resolve)))
  await plan(id)
  expect((await told).patch.set?.presence).toMatchObject([{ counter: 5, state: 'absent' }])
  socket.close()
})

test('forgetting erases the name from every file of the hub; the journal never had it', async () => {
  const id = await addedId({ name: 'Nama Yang Dilupakan' })
  await plan(id)
  const bytes = () =>
    readdirSync(hub.dataDir)
      .filter((file) => file.startsWith('antrean.sqlite'))
      .map((file) => readFileSync(join(hub.dataDir, file), 'latin1'))
      .join('\n')
  expect(bytes()).toContain('Nama Yang Dilupakan')
  const database = new Database(join(hub.dataDir, 'antrean.sqlite'), { readonly: true })
  expect(JSON.stringify(database.prepare('select * from event').all())).not.toContain('Dilupakan')
  database.close()
  expect((await hub.http.send('DELETE', `/api/officers/${id}`, { token: own })).status).toBe(200)
  expect(bytes()).not.toContain('Dilupakan')
  expect((await roster()).shifts).toEqual([])
  expect((await hallView(supervisor)).presence).toEqual([])
  expect(hub.output() + hub.faults().join('')).not.toContain('Dilupakan')
})
