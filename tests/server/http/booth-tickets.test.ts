import type { BoothTicketsAnswer } from '../../../server/contract/booth-tickets.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'

/** DUKC has the counters 4, 5, 6; BPJK is another agency's. */
let hall: OpenedHall
beforeEach(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
})
afterEach(() => hall[Symbol.asyncDispose]())

async function read(code = 'DUKC', role: Parameters<OpenedHall['hub']['session']>[0] = 'supervisor', counter?: number) {
  const token = await hall.hub.session(role, counter)
  return hall.call<BoothTicketsAnswer>('listBoothTickets', { params: { code }, token })
}
const told = async () => (await read()).body
const labels = ({ tickets }: BoothTicketsAnswer, state: string) =>
  tickets.filter((ticket) => ticket.state === state).map(({ label }) => label)
const serve = async (counter: number): Promise<Ticket> => {
  const { body } = await hall.callNext(counter)
  await hall.act('startService', body.ticket, counter)
  return body.ticket
}

test('who may read a booth, and what they may do there', async () => {
  const may = async (...who: Parameters<typeof read>) => {
    const { status, body } = await read(...who)
    return status === 200 ? body.may : status
  }
  expect(await may('DUKC', 'supervisor')).toEqual({ act: true, reopen: true })
  expect(await may('DUKC', 'manager')).toEqual({ act: true, reopen: true })
  expect(await may('DUKC', 'agency-admin', 4)).toEqual({ act: true, reopen: false })
  expect(await may('DUKC', 'auditor')).toEqual({ act: false, reopen: false })
  expect(await may('BPJK', 'agency-admin', 4)).toBe(403)
  expect(await may('DUKC', 'officer', 4)).toBe(403)
  expect(await may('DUKC', 'information')).toBe(403)
  expect(await may('DUKC', 'operator')).toBe(403)
  expect((await hall.call('listBoothTickets', { params: { code: 'DUKC' } })).status).toBe(401)
  expect((await read('NIRWANA')).status).toBe(404)
})

test('what the answer lets somebody do is what the hall lets them do', async () => {
  await hall.issue('DUKC-01')
  const ticket = await serve(4)
  await hall.act('finishService', ticket, 4)
  for (const role of ['auditor', 'agency-admin', 'supervisor'] as const) {
    const token = await hall.hub.session(role, role === 'agency-admin' ? 4 : undefined)
    const { may } = (await read('DUKC', role, role === 'agency-admin' ? 4 : undefined)).body
    const close = await hall.call('closeCounter', { params: { number: 6 }, token })
    const reopen = await hall.call('reopenTicket', { params: { id: ticket.id }, token, body: { reason: 'other' } })
    expect([role, close.status !== 403, reopen.status !== 403]).toEqual([role, may.act, may.reopen])
  }
})

test('numbers stand by their state, those in line in the order of the calls', async () => {
  for (let n = 0; n < 7; n++) await hall.issue('DUKC-01')
  const ahead = await hall.issue('DUKC-01', { priority: 'elderly' })
  const elsewhere = await hall.issue('BPJK-01')
  const [done, held, missed] = [await serve(4), await serve(5), (await hall.callNext(6)).body.ticket]
  await hall.act('finishService', done, 4)
  await hall.act('holdTicket', held, 5, { reason: 'copy' })
  await hall.act('missTicket', missed, 6)
  const gone = (await hall.callNext(6)).body.ticket
  await hall.act('missTicket', gone, 6)
  await hall.act('noShowTicket', gone, 6)
  const serving = await serve(4)

  const booth = await told()
  expect(labels(booth, 'done')).toEqual([done.label])
  expect(labels(booth, 'held')).toEqual([held.label])
  expect(labels(booth, 'missed')).toEqual([missed.label])
  expect(labels(booth, 'no-show')).toEqual([gone.label])
  expect(labels(booth, 'serving')).toEqual([serving.label])
  const next = (await hall.callNext(5)).body.ticket
  expect(labels(booth, 'waiting')[0]).toBe(next.label)
  expect(labels(booth, 'waiting')).toHaveLength(3)
  expect(JSON.stringify(booth)).not.toContain(elsewhere.label)
  expect(booth.tickets.find(({ state }) => state === 'done')).toMatchObject({
    id: done.id,
    counter: 4,
    service: 'DUKC-01',
    reopens: true,
  })
  // Neither priority nor the visitor's own code is anybody's business here.
  expect(JSON.stringify(booth)).not.toMatch(new RegExp(`priority|${ahead.publicCode}`))
})

test('[R5.6] a number reopened stands first, with the counter that it returns to; one taken further on is not offered', async () => {
  const [first] = [await hall.issue('DUKC-01'), await hall.issue('DUKC-01'), await hall.issue('DUKC-01')]
  await hall.act('finishService', await serve(4), 4)
  const token = await hall.hub.session('supervisor')
  await hall.call('reopenTicket', { params: { id: first.id }, token, body: { reason: 'wrong-finish' } })
  const { tickets } = await told()
  expect(tickets[0]).toMatchObject({ label: first.label, state: 'waiting', counter: 4, reopens: false })

  await hall.act('addService', first, 4, { service: 'BPJK-01' })
  await hall.act('finishService', await serve(4), 4)
  expect((await told()).tickets.find(({ id }) => id === first.id)).toMatchObject({ state: 'done', reopens: true })
  await hall.callNext(9)
  expect((await told()).tickets.find(({ id }) => id === first.id)).toMatchObject({ state: 'done', reopens: false })
})

test('[R5.9] counters tell their state, what is to come, their officer, their number and who could take over', async () => {
  await hall.issue('DUKC-01')
  const ticket = await serve(4)
  const supervisor = await hall.hub.session('supervisor')
  await hall.call('openCounter', { params: { number: 6 }, token: supervisor })
  await hall.call('breakCounter', { params: { number: 4 }, token: supervisor, body: { reason: 'prayer' } })
  const [first, second, third] = (await told()).counters
  expect(first).toMatchObject({
    number: 4,
    state: 'open',
    pending: 'break',
    officer: { state: 'present', since: null },
    ticket: { id: ticket.id, label: ticket.label, state: 'serving' },
    takeOver: [6],
  })
  expect(second).toMatchObject({ number: 5, state: 'closed', officer: null, ticket: null, takeOver: [] })
  expect(third).toMatchObject({ number: 6, state: 'open', officer: null })
  await hall.act('finishService', ticket, 4)
  expect((await told()).counters[0]).toMatchObject({
    state: 'break',
    pause: { reason: { id: 'Salat', en: 'Prayer' }, until: null },
  })
})
