import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { renderEscpos } from '../../../drivers/printers/escpos-render.ts'
import { until } from '../../_until.ts'
import { toRgba } from '../printing/_slips.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'

let hall: OpenedHall
let desk: string
beforeEach(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  desk = await hall.hub.session('information')
})
afterEach(() => hall[Symbol.asyncDispose]())

interface DeskTicket extends Omit<Ticket, 'publicCode'> {
  ahead: number | null
  where: { sign: string }
  hold: { missing: { id: string }[] } | null
}
type Found = { tickets: DeskTicket[]; more: boolean }

const find = async (asked: Record<string, string>, token = desk) => {
  const answer = await hall.hub.http.get<Found>(`/api/desk/tickets?${new URLSearchParams(asked)}`, { token })
  hall.document.route('findTickets').check(answer)
  return answer
}
const labels = async (asked: Record<string, string>, token = desk) =>
  (await find(asked, token)).body.tickets.map(({ label }) => label)
const paper = (number: number, more: object = {}, token = desk) =>
  hall.call<{ ticket: Ticket; refusal?: { name: string } }>('enterPaper', {
    token,
    body: { service: 'DUKC-01', number, ...more },
  })
const reprint = (ticket: Ticket, kiosk = 'K1', wish: { token?: string; key?: string } = {}) =>
  hall.call<{ print: string; ticket: Ticket; refusal?: { name: string } }>('reprintTicket', {
    token: desk,
    params: { id: ticket.id },
    body: { kiosk },
    ...wish,
  })
const stateOf = async ({ publicCode }: Ticket) =>
  (await hall.call<{ ticket: Ticket }>('getTicket', { params: { publicCode } })).body.ticket.state
const folder = (kiosk: string) => join(hall.hub.dataDir, 'virtual/printers', kiosk)
const slips = (kiosk = 'K1') =>
  readdirSync(folder(kiosk))
    .filter((name) => name.endsWith('.escpos'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
const picture = (name = '', kiosk = 'K1') => renderEscpos(readFileSync(join(folder(kiosk), name)), 576)
const paperOut = (kiosk: string, out: boolean) =>
  hall.hub.http.send('POST', `/virtual/printers/${kiosk}/switches`, {
    raw: out ? 'paperOut=on' : '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

test('a number is found in any writing, by its slip’s code and by the code’s address, and never gives the code', async () => {
  const ticket = await hall.issue('DUKC-01')
  await hall.issue('INFO-01')
  for (const query of ['D-001', 'd1', 'D 001', ticket.publicCode, `http://mpp.local/t/${ticket.publicCode}`]) {
    const { status, body, text } = await find({ query })
    expect({ query, status, found: body.tickets.map(({ id }) => id) }).toEqual({
      query,
      status: 200,
      found: [ticket.id],
    })
    expect(text).not.toContain(ticket.publicCode)
  }
  expect((await labels({ query: '1' })).length).toBe(2)
  expect(await labels({ query: 'D-999' })).toEqual([])
  expect(await labels({ query: 'nonsense' })).toEqual([])
})

test('a lost slip is found by service and minute of taking, the nearest first', async () => {
  await paper(11, { takenAt: '2026-07-14T09:10:00+08:00' })
  await paper(12, { takenAt: '2026-07-14T09:14:00+08:00' })
  await paper(13, { takenAt: '2026-07-14T09:30:00+08:00' })
  await paper(14, { takenAt: '2026-07-14T09:13:00+08:00', service: 'DUKC-02' })
  expect(await labels({ service: 'DUKC-01', at: '2026-07-14T09:15:00+08:00' })).toEqual(['D-012', 'D-011'])
  expect(await labels({ service: 'DUKC-02', at: '2026-07-14T01:15:00Z' })).toEqual(['D-014'])
})

test('a question without both halves, or with a field that is none, is bad input', async () => {
  for (const asked of [
    {},
    { service: 'DUKC-01' },
    { at: '2026-07-14T09:15:00+08:00' },
    { nonsense: '1' },
    { query: '' },
  ])
    expect((await find(asked as Record<string, string>)).status).toBe(400)
  expect((await find({ service: 'DUKC-01', at: 'noon' })).status).toBe(400)
})

test('officers see their booth, an agency its own, auditors and strangers nothing', async () => {
  await hall.issue('DUKC-01')
  const { http } = hall.hub
  expect(await labels({ query: 'D-001' }, await hall.officer(5))).toEqual(['D-001'])
  expect(await labels({ query: 'D-001' }, await hall.officer(9))).toEqual([])
  expect(await labels({ query: 'D-001' }, await hall.hub.session('agency-admin', 5))).toEqual(['D-001'])
  expect(await labels({ query: 'D-001' }, await hall.hub.session('agency-admin', 9))).toEqual([])
  expect((await find({ query: 'D-001' }, await hall.hub.session('auditor'))).status).toBe(403)
  expect((await http.get('/api/desk/tickets?query=D-001')).status).toBe(401)
  expect((await hall.call<{ role: string; kiosks: [] }>('getDesk')).body).toMatchObject({ role: 'visitor', kiosks: [] })
  expect((await hall.call<{ kiosks: object[] }>('getDesk', { token: desk })).body.kiosks.length).toBeGreaterThan(0)
})

test('a slip printed again is marked, with the same number, place and code, once for one request', async () => {
  const ticket = await hall.issue('DUKC-01', { delivery: 'print', kiosk: 'K1' })
  await until(async () => (await stateOf(ticket)) === 'waiting')
  const before = (await find({ query: 'D-001' })).body.tickets[0]
  const { status, body } = await reprint(ticket, 'K1', { key: 'again-1' })
  expect({ status, print: body.print }).toEqual({ status: 200, print: 'printed' })
  expect((await reprint(ticket, 'K1', { key: 'again-1' })).body.print).toBe('printed')
  expect(slips()).toEqual(['1-D-001.escpos', '2-D-001.escpos'])

  const [first, second] = [picture(slips()[0]), picture(slips()[1])]
  // The mark is a box of 60 dots with 4 above it, and rounding.
  expect(second.height - first.height).toBeGreaterThanOrEqual(64)
  expect(second.height - first.height).toBeLessThan(70)
  const codes = [first, second].map((one) => jsqr(toRgba(one), one.width, one.height)?.data)
  expect(codes[0]).toContain(`/t/${ticket.publicCode}`)
  expect(codes[1]).toBe(codes[0])
  expect((await find({ query: 'D-001' })).body.tickets[0]).toEqual(before)
})

test('[R3.24] a number that no printer delivered stays as it is while a reprint fails, and is delivered when one comes out', async () => {
  await paperOut('K1', true)
  const ticket = await hall.issue('DUKC-01', { delivery: 'print', kiosk: 'K1' })
  await until(async () =>
    (await find({ query: 'D-001' })).body.tickets.some((one) => (one as { delivery?: string }).delivery === 'screen'),
  )
  expect((await reprint(ticket)).body).toMatchObject({ print: 'refused', ticket: { state: 'reserved' } })
  expect(await stateOf(ticket)).toBe('reserved')
  expect((await reprint(ticket, 'K2')).body).toMatchObject({ print: 'printed', ticket: { state: 'waiting' } })
  expect(slips('K2')).toEqual(['1-D-001.escpos'])
  await paperOut('K1', true)
  expect((await reprint(ticket)).body).toMatchObject({ print: 'refused', ticket: { state: 'waiting' } })
})

test('a number that has ended, an unknown kiosk and another booth’s number are not printed again', async () => {
  const ticket = await hall.issue('DUKC-01')
  expect((await reprint(ticket, 'K99')).status).toBe(404)
  expect((await reprint(ticket, 'K1', { token: await hall.officer(9) })).status).toBe(403)
  await hall.act('cancelTicket', ticket, 5)
  expect((await reprint(ticket)).body.refusal?.name).toBe('ticket-ended')
})

test('missing papers are printed for a number on hold for them', async () => {
  const ticket = await hall.issue('DUKC-01')
  const print = (token = desk) =>
    hall.call<{ print: string; refusal?: { name: string } }>('printMissingSlip', {
      token,
      params: { id: ticket.id },
      body: { kiosk: 'K1' },
    })
  expect((await print()).body.refusal?.name).toBe('wrong-state')
  await hall.callNext(5)
  await hall.act('holdTicket', ticket, 5, {
    reason: 'Berkas kurang',
    keepUntil: '2026-07-14T11:30:00+08:00',
    missing: [0],
  })
  expect((await find({ query: 'D-001' })).body.tickets[0]?.hold?.missing).toHaveLength(1)
  expect((await print(await hall.officer(9))).status).toBe(403)
  expect((await print(await hall.officer(5))).body.print).toBe('printed')
  expect(slips()).toEqual(['1-D-001.escpos'])
})

test('the service is changed in the same line by the slip’s code, or by staff; another line is refused', async () => {
  const ticket = await hall.issue('DUKC-01')
  const change = (of: string, service: string, token?: string) =>
    hall.call<{ ticket: Ticket; refusal?: { name: string } }>('changeService', {
      params: { publicCode: of },
      body: { service },
      ...(token ? { token } : {}),
    })
  expect((await change(ticket.publicCode, 'DUKC-02')).body.ticket).toMatchObject({ label: 'D-001', service: 'DUKC-02' })
  expect((await change(ticket.id, 'DUKC-03', desk)).body.ticket).toMatchObject({ label: 'D-001', service: 'DUKC-03' })
  expect((await change(ticket.publicCode, 'BPJK-01')).body.refusal?.name).toBe('other-line')
  // Whoever only knows the id of a number is not its holder.
  expect((await change(ticket.id, 'DUKC-02')).status).toBe(404)
  expect((await change(ticket.id, 'DUKC-02', await hall.officer(9))).status).toBe(403)
})

test('[R4.0] paper numbers stand among kiosk numbers by their time; of two desks that enter one number, one is told', async () => {
  const kiosk = await hall.issue('DUKC-01')
  const [early, late] = [
    await paper(51, { takenAt: '2026-07-14T09:10:00+08:00' }),
    await paper(52, { takenAt: '2026-07-14T09:05:00+08:00' }),
  ]
  expect([early.status, late.status]).toEqual([201, 201])
  const other = await hall.hub.session('information')
  const both = await Promise.all([paper(60), paper(60, {}, other)])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)?.body.refusal?.name).toBe('number-taken')

  const called: string[] = []
  for (let n = 0; n < 4; n++) {
    const { body } = await hall.callNext(5)
    called.push(body.ticket.label)
    await hall.act('startService', body.ticket, 5)
    await hall.act('finishService', body.ticket, 5, { outcome: 'selesai' })
  }
  expect(called).toEqual(['D-052', 'D-051', kiosk.label, 'D-060'])
})

test('an officer enters paper numbers of the own booth only', async () => {
  expect((await paper(5, {}, await hall.officer(5))).status).toBe(201)
  expect((await paper(6, {}, await hall.officer(9))).status).toBe(403)
})

test('plain numbers are printed ahead; nothing is issued by them', async () => {
  const seq = await hall.seq()
  const body = { service: 'DUKC-01', from: 51, count: 3, kiosk: 'K2' }
  expect((await hall.call<{ print: string }>('printRoll', { token: desk, body })).body.print).toBe('printed')
  expect(slips('K2')).toEqual(['1-D-051.escpos', '2-D-052.escpos', '3-D-053.escpos'])
  expect(await hall.seq()).toBe(seq)
  expect((await hall.call('printRoll', { token: desk, body: { ...body, service: 'NONE' } })).status).toBe(404)
  expect((await hall.call('printRoll', { token: desk, body: { ...body, count: 51 } })).status).toBe(400)
  expect((await hall.call('printRoll', { token: await hall.officer(5), body })).status).toBe(403)
  expect(hall.hub.faults()).toEqual([])
})
