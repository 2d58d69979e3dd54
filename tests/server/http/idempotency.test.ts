import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Role } from '../../../server/contract/hall.ts'
import { startHub } from '../../_hub.ts'
import { type Caller, type CallWish, createCaller, fillPath, readDocument } from './_document.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { sampleBody } from './_samples.ts'

let hall: OpenedHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall[Symbol.asyncDispose]())

const issue = { service: 'DUKC-01', delivery: 'none' }
const journal = async () => hall.seq()

test('[R8.2] the same key and body: the same answer, and it happens once', async () => {
  const before = await journal()
  const first = await hall.call('issueTicket', { body: issue, key: 'once' })
  const again = await hall.call('issueTicket', { body: issue, key: 'once' })
  expect(again).toMatchObject({ status: 201, text: first.text })
  expect(await journal()).toBe(before + 1)
})

test('[R8.2] twenty at once with one key are one', async () => {
  const before = await journal()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => hall.call('issueTicket', { body: issue, key: 'twenty' })),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await journal()).toBe(before + 1)
  const sessions = await Promise.all(
    Array.from({ length: 20 }, () =>
      hall.call<{ token: string }>('openDemoSession', { body: { role: 'officer', counter: 30 }, key: 'seat' }),
    ),
  )
  expect(new Set(sessions.map(({ body }) => body.token)).size).toBe(1)
  expect(sessions.every(({ headers }) => String(headers['set-cookie']).startsWith('antrean='))).toBe(true)
})

test('[R8.2] the same key, another body, route or sender: 422 on every POST, and nothing happens', async () => {
  const officer = await hall.officer(5)
  const ticket = await hall.issue('DUKC-01')
  const posts = hall.document.routes.filter(({ method }) => method === 'post')
  await hall.call('issueTicket', { body: issue, key: 'taken' })
  const before = await journal()
  for (const route of posts) {
    const path = fillPath(route.path, { id: ticket.id, publicCode: ticket.publicCode, number: 5 })
    const body = { ...sampleBody(route), ...(route.id === 'issueTicket' ? { service: 'DUKC-02' } : {}) }
    const isOfficers = route.roles?.includes('officer') ?? false
    const token = isOfficers ? officer : await hall.hub.session((route.roles?.[0] ?? 'manager') as Role, 5)
    const answer = await hall.hub.http.post(path, { body, key: 'taken', ...(route.roles ? { token } : {}) })
    expect({ id: route.id, status: answer.status }).toEqual({ id: route.id, status: 422 })
    route.check(answer)
  }
  const stranger = await hall.call('issueTicket', { body: issue, key: 'taken', token: officer })
  expect(stranger.status).toBe(422)
  expect(await journal()).toBe(before)
})

test('[R8.2] a refusal is an answer too: it stays although the hall has moved on', async () => {
  const token = await hall.officer(12)
  const call = () =>
    hall.call<{ refusal?: { name: string } }>('callNext', { params: { number: 12 }, token, key: 'too-early' })
  expect((await call()).body.refusal?.name).toBe('line-empty')
  await hall.issue('BPTK-01')
  expect((await call()).body.refusal?.name).toBe('line-empty')
  expect((await hall.callNext(12)).status).toBe(200)
})

test('[R8.2] an answer stays word for word although its figures have moved on', async () => {
  const shown = await hall.issue('INFO-01', { delivery: 'screen' })
  const accept = () => hall.call('acceptTicket', { params: { publicCode: shown.publicCode }, key: 'accept' })
  const first = await accept()
  await hall.callNext(7)
  expect((await accept()).text).toBe(first.text)
})

test('[R8.2] bad input leaves no key behind', async () => {
  const bad = await hall.call('issueTicket', { body: { ...issue, delivery: 'air' }, key: 'mended' })
  expect(bad.status).toBe(400)
  expect((await hall.call('issueTicket', { body: issue, key: 'mended' })).status).toBe(201)
})

test('[R8.2] keys are honoured after a kill and a restart: answers, calls, refusals and unknown things alike', async () => {
  await using first = await openHall()
  const { dataDir } = first.hub
  const token = await first.officer(4)
  const unknown = { params: { id: 'absent' }, token, key: 'k-unknown' }
  const number = { params: { number: 4 }, token }
  const given = {
    refused: await first.call('callNext', { ...number, key: 'k-refused' }),
    issued: await first.call<{ ticket: Ticket }>('issueTicket', { body: issue, key: 'k-issued' }),
    called: await first.call('callNext', { ...number, key: 'k-called' }),
    unknown: await first.call('cancelTicket', unknown),
  }
  await first.hub.kill()

  await using hub = await startHub({ dataDir })
  const call = createCaller(hub.http, await readDocument(hub.http))
  const seq = async () => (await hub.http.get<{ seq: number }>('/healthz')).body.seq
  const before = await seq()
  const again = {
    refused: await call('callNext', { ...number, key: 'k-refused' }),
    issued: await call('issueTicket', { body: issue, key: 'k-issued' }),
    called: await call('callNext', { ...number, key: 'k-called' }),
    unknown: await call('cancelTicket', unknown),
  }
  for (const name of ['refused', 'issued', 'called', 'unknown'] as const) {
    expect({ name, status: again[name].status, text: again[name].text }).toEqual({
      name,
      status: given[name].status,
      text: given[name].text,
    })
  }
  expect((await call('issueTicket', { body: { ...issue, service: 'DUKC-02' }, key: 'k-issued' })).status).toBe(422)
  expect(await seq()).toBe(before)
  expect(hub.faults()).toEqual([])
})

test('[R8.2] after a kill and a restart too, where the work is beside the journal: bookings, notes, people', async () => {
  const env = { ANTREAN_CLOCK: '2026-07-14T07:40:00+08:00' }
  await using first = await openHall({ env })
  const { dataDir } = first.hub
  const token = await first.hub.session('manager')
  const { id } = await first.issue(issue.service)
  const wish = { service: 'DUKC-02', slotAt: '2026-07-14T08:30:00+08:00' }
  const csv = 'layanan,tanggal,jam\nDUKC-02,2026-07-14,09.00'
  const person = { name: 'Sari', agency: 'DUKC', role: 'officer' }
  const asked: readonly [string, CallWish][] = [
    ['makeBooking', { body: wish, token, key: 'k-booked' }],
    ['importBookings', { body: { csv, commit: true }, token, key: 'k-imported' }],
    ['addNote', { params: { id }, body: { text: 'Bawa KK' }, token, key: 'k-noted' }],
    ['addOfficer', { body: person, token, key: 'k-employed' }],
    ['moveToAnotherDay', { params: { id }, body: {}, token, key: 'k-moved' }],
  ]
  const ask = async (call: Caller) => {
    const given: { id: string; status: number; text: string }[] = []
    for (const [route, how] of asked) {
      const { status, text } = await call(route, how)
      given.push({ id: route, status, text })
    }
    return given
  }
  const given = await ask(first.call)
  expect(given.map(({ status }) => status)).toEqual([201, 200, 201, 201, 200])
  await first.hub.kill()

  await using hub = await startHub({ dataDir, env })
  const call = createCaller(hub.http, await readDocument(hub.http))
  expect(await ask(call)).toEqual(given)
  const booked = async (day: string) =>
    (await hub.http.get<{ bookings: object[] }>(`/api/bookings?day=${day}`, { token })).body.bookings.length
  expect([await booked('2026-07-14'), await booked('2026-07-15')]).toEqual([2, 1])
  const { officers } = (await call<{ officers: object[] }>('listOfficers', { token })).body
  expect(officers).toMatchObject([{ name: 'Sari' }])
  const other = { ...wish, priority: true }
  expect((await call('makeBooking', { body: other, token, key: 'k-booked' })).status).toBe(422)
  expect((await call('makeBooking', { body: other, token, key: 'k-moved' })).status).toBe(422)
  expect((await call('issueTicket', { body: issue, key: 'k-booked' })).status).toBe(422)
  const connection = new Database(join(dataDir, 'antrean.sqlite'), { readonly: true })
  expect(connection.prepare('select count(*) n from remark').get()).toEqual({ n: 1 })
  expect(connection.prepare("select count(*) n from receipt where outcome like '%Sari%'").get()).toEqual({ n: 0 })
  connection.close()
  expect(hub.faults()).toEqual([])
})
