import { startHub } from '../../_hub.ts'
import { createCaller, fillPath, readDocument } from './_document.ts'
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
    const answer = await hall.hub.http.post(path, { body, key: 'taken', ...(route.roles ? { token: officer } : {}) })
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
