import { until } from '../../_until.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'

let hall: OpenedHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall[Symbol.asyncDispose]())

interface Service {
  code: string
  waiting: number
  open: boolean
  booth: { code: string }
}
const services = async () => (await hall.call<{ services: Service[] }>('listServices')).body.services
const byCode = async ({ publicCode }: Ticket) =>
  (
    await hall.call<{ ticket: Ticket & { ahead: number | null; overtakenBy: { rule: string }[]; can: string[] } }>(
      'getTicket',
      { params: { publicCode } },
    )
  ).body.ticket

test('a number from the kiosk is delivered by the printer, called, recalled too soon, served and finished', async () => {
  const answer = await hall.call<{ ticket: Ticket }>('issueTicket', {
    body: { service: 'DUKC-01', kiosk: 'K1', delivery: 'print' },
  })
  expect(answer.status).toBe(201)
  const { ticket } = answer.body
  expect(ticket).toMatchObject({
    label: 'D-001',
    state: 'reserved',
    service: 'DUKC-01',
    priority: false,
    calls: 0,
    counter: null,
  })
  expect(ticket.publicCode).toMatch(/^[2-9a-z]{13}$/)
  await until(async () => (await byCode(ticket)).state !== 'reserved')
  expect(await byCode(ticket)).toMatchObject({ state: 'waiting', ahead: 0, overtakenBy: [] })

  const called = await hall.callNext(4)
  expect(called.body).toMatchObject({
    ticket: { id: ticket.id, state: 'called', counter: 4, calls: 1 },
    reason: { rule: 'R4.0', name: 'place', overtook: 0 },
  })
  expect((await hall.act('recall', ticket, 4)).body.refusal?.name).toBe('recall-too-soon')
  expect((await hall.act('startService', ticket, 4)).body.ticket.state).toBe('serving')
  expect((await hall.act('finishService', ticket, 4, { outcome: 'selesai' })).body.ticket.state).toBe('done')
})

test('a number on a screen is reserved until it is accepted, at the place of the reservation', async () => {
  const shown = await hall.issue('INFO-01', { delivery: 'screen' })
  const later = await hall.issue('INFO-01')
  const params = { publicCode: shown.publicCode }
  expect((await hall.call('offerTicket', { params })).body).toMatchObject({ ticket: { state: 'reserved' } })
  expect((await hall.call('acceptTicket', { params })).body).toMatchObject({ ticket: { state: 'waiting', ahead: 0 } })
  expect(await byCode(later)).toMatchObject({ ahead: 1 })
  expect((await hall.callNext(7)).body.ticket.id).toBe(shown.id)
})

test('finish and call next is one step, and says so', async () => {
  const [first, second] = [await hall.issue('PROV-01'), await hall.issue('PROV-02')]
  await hall.callNext(8)
  await hall.act('startService', first, 8)
  const both = await hall.act('finishService', first, 8, { next: true })
  expect(both.body).toMatchObject({
    ticket: { state: 'done' },
    next: { ticket: { id: second.id, state: 'called' }, reason: { rule: 'R4.0' } },
  })
  expect((await hall.act('finishService', second, 8, { next: true })).body).toMatchObject({
    ticket: { state: 'done' },
    next: null,
  })
})

test('hold, resume, miss, return, no-show, requeue, cancel, transfer, a further service, priority, undo: each by its route', async () => {
  const steps: [string, number, object | undefined, string][] = [
    ['setPriority', 9, { priority: true, reason: 'tongkat' }, 'called'],
    ['startService', 9, undefined, 'serving'],
    ['holdTicket', 9, { reason: 'pembayaran', returnAt: '2030-01-01T08:00:00+08:00' }, 'held'],
    ['resumeTicket', 9, { counter: 9 }, 'serving'],
    ['undo', 9, undefined, 'held'],
    ['returnTicket', 9, undefined, 'waiting'],
  ]
  const ticket = await hall.issue('BPJK-01')
  await hall.callNext(9)
  for (const [id, counter, body, state] of steps) {
    const { status, body: answer } = await hall.act(id, ticket, counter, body)
    expect({ id, status, state: answer.ticket?.state }).toEqual({ id, status: 200, state })
  }
  const again: [string, object | undefined, string][] = [
    ['requeueTicket', undefined, 'waiting'],
    ['missTicket', undefined, 'missed'],
    ['noShowTicket', undefined, 'no-show'],
  ]
  await hall.callNext(9)
  expect((await hall.act('requeueTicket', ticket, 9)).body.ticket.state).toBe(again[0]?.[2])
  await hall.callNext(9)
  for (const [id, body, state] of again.slice(1))
    expect((await hall.act(id, ticket, 9, body)).body.ticket.state).toBe(state)

  const moved = await hall.issue('BPJK-02')
  expect((await hall.act('addService', moved, 9, { service: 'BPTK-01' })).body.ticket).toMatchObject({
    state: 'waiting',
    legs: [{}, { service: 'BPTK-01', state: 'planned' }],
  })
  expect(
    (await hall.act('transferTicket', moved, 9, { counter: 10, position: 'front', reason: 'berkas' })).body.ticket,
  ).toMatchObject({ state: 'waiting', service: 'BPJK-02' })
  expect((await hall.act('transferTicket', moved, 9, { service: 'DUKC-02' })).body.ticket).toMatchObject({
    state: 'waiting',
    service: 'DUKC-02',
    label: moved.label,
  })
  expect((await hall.act('cancelTicket', moved, 4, { reason: 'pulang' })).body.ticket.state).toBe('cancelled')
})

test('called out of order by number: counted, and the overtaken read why', async () => {
  const [first, second] = [await hall.issue('BPTK-01'), await hall.issue('BPTK-01')]
  const token = await hall.officer(12)
  const called = await hall.call('callTicket', {
    params: { number: 12 },
    token,
    body: { ticket: second.id, reason: 'sakit' },
  })
  expect(called.body).toMatchObject({
    ticket: { id: second.id },
    reason: { rule: 'R4.5', name: 'by-number', overtook: 1 },
  })
  expect(await byCode(first)).toMatchObject({ ahead: 0, overtakenBy: [{ rule: 'R4.5', name: 'by-number' }] })
})

test('what the visitor may do alone', async () => {
  const ticket = await hall.issue('PTSP-01')
  await hall.issue('PTSP-01')
  const act = async (action: string) =>
    hall.call('visitorAction', { params: { publicCode: ticket.publicCode }, body: { action } })
  expect((await act('later')).body).toMatchObject({ ticket: { state: 'waiting', can: ['cancel'] } })
  expect((await act('later')).body).toMatchObject({ refusal: { name: 'already-deferred' } })
  expect((await act('here')).body).toMatchObject({ refusal: { name: 'wrong-state', next: { state: 'waiting' } } })
  expect((await act('cancel')).body).toMatchObject({ ticket: { state: 'cancelled', can: [] } })
})

test('break after the present visitor, forced by a supervisor, and closing that asks first', async () => {
  const token = await hall.officer(2)
  const waiting = await hall.issue('PTSP-02')
  await hall.callNext(2)
  const pause = await hall.call('breakCounter', {
    params: { number: 2 },
    token,
    body: { reason: 'salat', until: '2030-01-01T13:00:00+08:00' },
  })
  expect(pause.body).toMatchObject({ counter: { state: 'open', pending: 'break' } })
  const supervisor = await hall.hub.session('supervisor')
  const forced = await hall.call('breakCounter', {
    params: { number: 2 },
    token: supervisor,
    body: { reason: 'rapat', force: true },
  })
  expect(forced.body).toMatchObject({
    counter: { state: 'break', pending: null, pause: { reason: 'Rapat', until: null }, ticket: null },
  })
  const own = await hall.call('breakCounter', { params: { number: 2 }, token, body: { reason: 'mengantar map' } })
  expect(own.body).toMatchObject({ counter: { pause: { reason: 'mengantar map' } } })
  expect(await byCode(waiting)).toMatchObject({ state: 'waiting' })
  expect((await hall.call('callNext', { params: { number: 2 }, token })).body).toMatchObject({
    refusal: { name: 'counter-closed' },
  })
  await hall.call('openCounter', { params: { number: 2 }, token })
  const asked = await hall.call('closeCounter', { params: { number: 2 }, token, body: {} })
  expect(asked.body).toMatchObject({ refusal: { name: 'people-waiting', next: { confirm: true } } })
  expect(
    (await hall.call('closeCounter', { params: { number: 2 }, token, body: { confirm: true } })).body,
  ).toMatchObject({ counter: { state: 'closed' } })
})

test('services and hall come in the order of the site package and count the same people', async () => {
  const list = await services()
  expect(list).toHaveLength(146)
  const token = await hall.hub.session('auditor')
  const { booths } = (
    await hall.call<{ booths: { code: string; waiting: number; counters: { number: number }[] }[] }>('getHall', {
      token,
    })
  ).body
  expect(booths.map(({ code }) => code)).toEqual([...new Set(list.map(({ booth }) => booth.code))])
  expect(booths.flatMap(({ counters }) => counters)).toHaveLength(54)
  for (const booth of booths) {
    expect(booth.waiting).toBe(
      list.filter((service) => service.booth.code === booth.code).reduce((sum, { waiting }) => sum + waiting, 0),
    )
  }
})

test('the hub found no fault in itself', () => {
  expect(hall.hub.faults()).toEqual([])
})
