import { type OpenedHall, openHall } from './_hall.ts'

/** 14 July 2026 is a Tuesday; the building opens at 08.00 and DUKC-02 is booked by the half hour. */
let hall: OpenedHall
let officer: string
let desk: string
const today = '2026-07-14'
const at = (time: string, day = today) => `${day}T${time}:00.000+08:00`

interface Booking {
  code: string
  slotAt: string
  state: string
  ticket: string | null
  priority?: boolean
  checkIn: { from: string; to: string }
}
interface Slots {
  day: string
  days: string[]
  slots: { at: string; capacity: number; free: number }[]
}
type Refused = { refusal?: { name: string; next?: Record<string, unknown> } }

beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T07:40:00+08:00', ANTREAN_RULES: 'full' } })
  officer = await hall.officer(5)
  desk = await hall.hub.session('information')
})
afterAll(() => hall[Symbol.asyncDispose]())

const slots = async (service: string, query = '') =>
  (await hall.hub.http.get<Slots>(`/api/services/${service}/slots${query}`)).body
const book = (body: object, token = desk, key?: string) =>
  hall.call<{ booking: Booking } & Refused>('makeBooking', { body, token, ...(key ? { key } : {}) })
const booked = async (service: string, time: string, more: object = {}) =>
  (await book({ service, slotAt: at(time), ...more })).body.booking
const checkIn = (code: string, more: object = {}) =>
  hall.call<{ ticket: { id: string; label: string; queuedAt: string }; again: boolean } & Refused>('checkInBooking', {
    params: { code },
    body: { delivery: 'none', ...more },
  })
const cancel = (code: string) => hall.call<{ booking: Booking } & Refused>('cancelBooking', { params: { code } })

test('[R4.8] the slots of a day, and the days that can be booked', async () => {
  const { day, days, slots: list } = await slots('DUKC-02')
  expect(day).toBe(today)
  expect(days.slice(0, 3)).toEqual([today, '2026-07-15', '2026-07-16'])
  expect(list[0]).toMatchObject({ at: at('08:00') })
  // Friday prayers divide the day.
  const friday = await slots('DUKC-02', '?day=2026-07-17')
  expect(friday.slots.map((slot) => slot.at.slice(11, 16))).toEqual([
    '08:00',
    '08:30',
    '09:00',
    '09:30',
    '10:00',
    '10:30',
    '13:30',
    '14:00',
    '14:30',
  ])
  expect((await slots('DUKC-02', '?day=2026-07-18')).slots).toEqual([])
  expect((await hall.hub.http.get('/api/services/X/slots')).status).toBe(404)
  expect((await hall.hub.http.get('/api/services/DUKC-02/slots?day=besok')).status).toBe(400)
  expect((await hall.hub.http.get('/api/services/DUKC-02/slots?days=1')).status).toBe(400)
})

test('[R4.8] an officer books for the own booth only, a visitor not at all', async () => {
  const body = { service: 'DUKC-02', slotAt: at('08:00') }
  expect((await book(body, officer)).status).toBe(201)
  expect((await book({ ...body, service: 'BPJK-01' }, officer)).status).toBe(403)
  expect((await book({ ...body, service: 'X' })).status).toBe(404)
  expect((await hall.hub.http.post('/api/bookings', { body })).status).toBe(403)
  const administrator = await hall.hub.session('agency-admin', 5)
  expect((await book(body, administrator)).status).toBe(201)
  expect((await book({ ...body, service: 'BPJK-01' }, administrator)).status).toBe(403)
})

test('[R4.8] a kiosk books for whoever stands there, where a service has slots, once a key', async () => {
  const body = { service: 'DUKC-02', slotAt: at('09:30', '2026-07-15'), kiosk: 'K1' }
  const ask = (more: object = {}) =>
    hall.hub.http.post<{ booking: Booking & { source: string } }>('/api/bookings', {
      body: { ...body, ...more },
      key: 'kiosk-books-once',
    })
  const first = await ask()
  expect([first.status, first.body.booking.source]).toEqual([201, 'kiosk'])
  expect((await ask()).body.booking.code).toBe(first.body.booking.code)
  const others = { key: 'kiosk-books-again' }
  const at1 = (more: object) => hall.hub.http.post('/api/bookings', { body: { ...body, ...more }, ...others })
  expect((await at1({ kiosk: 'K99' })).status).toBe(404)
  // Without slots of its own a service is booked by staff only.
  expect((await hall.hub.http.post('/api/bookings', { body: { ...body, service: 'DUKC-01' } })).status).toBe(403)
})

test('[R6.1] the times of a service name its next opening on a later day, booked or not', async () => {
  const answer = await hall.hub.http.get<{ opensNext: string; days: string[] }>('/api/services/DUKC-01/slots')
  expect(answer.body).toMatchObject({ days: [], opensNext: at('08:00', '2026-07-15') })
})

test('[R4.8] refused: a full slot, no slot, a closed day, a service that has not opened', async () => {
  const [slot] = (await slots('PSKC-01', '?day=2026-07-15')).slots
  for (let free = slot?.free ?? 0; free > 0; free--) {
    expect((await book({ service: 'PSKC-01', slotAt: slot?.at ?? '' })).status).toBe(201)
  }
  const full = await book({ service: 'PSKC-01', slotAt: slot?.at ?? '' })
  expect([full.status, full.body.refusal?.name]).toEqual([409, 'slot-full'])
  expect(full.body.refusal?.next).toEqual({ at: Date.parse(at('08:30', '2026-07-15')) })
  const none = await book({ service: 'DUKC-02', slotAt: at('08:10') })
  expect(none.body.refusal?.name).toBe('no-such-slot')
  const sunday = await book({ service: 'DUKC-02', slotAt: at('08:00', '2026-07-19') })
  expect(sunday.body.refusal).toMatchObject({ name: 'no-such-slot', next: { reason: 'weekly' } })
})

test('[R4.8] of many who want the last places at once, as many get one as there are', async () => {
  const [, slot] = (await slots('BPJK-01', '?day=2026-07-16')).slots
  const free = slot?.free ?? 0
  const tries = await Promise.all(
    Array.from({ length: free + 12 }, () => book({ service: 'BPJK-01', slotAt: slot?.at ?? '' })),
  )
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(free)
  expect(new Set(tries.flatMap(({ body }) => body.booking?.code ?? [])).size).toBe(free)
  expect((await slots('BPJK-01', '?day=2026-07-16')).slots[1]?.free).toBe(0)
})

test('[R8.2] the same key books once', async () => {
  const body = { service: 'DUKC-03', slotAt: at('14:00') }
  const [one, two] = [await book(body, desk, 'booking-key-1'), await book(body, desk, 'booking-key-1')]
  expect(two.body).toEqual(one.body)
  const before = (await slots('DUKC-03')).slots.find((slot) => slot.at === at('14:00'))
  expect((before?.capacity ?? 0) - (before?.free ?? 0)).toBe(1)
})

test('[R4.8] checked in from 60 minutes before: one number with the place of its slot, however often', async () => {
  const { code, checkIn: from } = await booked('DUKC-02', '08:30', { priority: true, items: 2, locale: 'en' })
  expect(from).toEqual({ from: at('07:30'), to: at('08:45') })
  const [one, two] = await Promise.all([checkIn(code.toLowerCase()), checkIn(code, { kiosk: 'K1' })])
  expect(two.body.ticket.id).toBe(one.body.ticket.id)
  expect([one.body.again, two.body.again].sort()).toEqual([false, true])
  const seen = (await hall.call<{ booking: Booking }>('getBooking', { params: { code } })).body.booking
  expect(seen).toMatchObject({ state: 'checked-in' })
  expect(seen).not.toHaveProperty('priority')
  expect(seen.ticket).toMatch(/^\w{13}$/)
  expect((await cancel(code)).body.refusal?.name).toBe('wrong-state')
})

test('[R4.8] too early, another day, cancelled, unknown', async () => {
  const late = await booked('DUKC-02', '14:00')
  expect((await checkIn(late.code)).body.refusal).toMatchObject({
    name: 'booking-too-early',
    next: { from: Date.parse(at('13:00')) },
  })
  const { code } = (await book({ service: 'DUKC-02', slotAt: at('08:00', '2026-07-15') })).body.booking
  expect((await checkIn(code)).body.refusal).toMatchObject({ name: 'booking-other-day', next: { day: '2026-07-15' } })
  expect((await cancel(code)).body.booking.state).toBe('cancelled')
  expect((await checkIn(code)).body.refusal?.name).toBe('booking-ended')
  expect((await checkIn('AAAAAAAA')).status).toBe(404)
  expect((await checkIn(late.code, { kiosk: 'K9' })).status).toBe(404)
  expect((await cancel('AAAAAAAA')).status).toBe(404)
})

test('the day is listed to whom it concerns', async () => {
  const list = async (token: string, query = `?day=${today}`) =>
    (await hall.hub.http.get<{ bookings: (Booking & { service: string })[] }>(`/api/bookings${query}`, { token })).body
      .bookings
  expect(new Set((await list(officer)).map(({ service }) => service.slice(0, 4)))).toEqual(new Set(['DUKC']))
  const all = await list(desk)
  const elsewhere = await booked('PTSP-01', '08:00')
  expect(await list(officer)).toHaveLength(all.length)
  expect(all.map(({ slotAt }) => slotAt)).toEqual(all.map(({ slotAt }) => slotAt).sort())
  expect((await list(desk, `?day=${today}&service=PTSP-01`)).map(({ code }) => code)).toEqual([elsewhere.code])
  const sheet = await hall.hub.http.get(`/api/bookings/export?day=${today}`, { token: desk })
  expect(sheet.headers['content-type']).toContain('text/csv')
  expect(sheet.text.split('\r\n')).toHaveLength(all.length + 3)
  expect((await hall.hub.http.get('/api/bookings')).status).toBe(401)
})

test('a list is looked at first, then taken as a whole or not at all', async () => {
  const send = async (csv: string, commit = false, token = desk) =>
    (
      await hall.call<{
        rows: { line: number; ok: boolean; error?: { id: string }; slotAt: string | null }[]
        imported: number
      }>('importBookings', { body: { csv, commit }, token })
    ).body
  const good = 'layanan;tanggal;jam;prioritas;berkas\nSAMS-01;20/07/2026;09.30;tidak;1\nSAMS-01;20/07/2026;10.00;ya;2\n'
  const seen = await send(good)
  expect(seen).toEqual({
    imported: 0,
    rows: [
      { line: 2, service: 'SAMS-01', slotAt: at('09:30', '2026-07-20'), ok: true },
      { line: 3, service: 'SAMS-01', slotAt: at('10:00', '2026-07-20'), ok: true },
    ],
  })
  const bad = `${good}SAMS-01;20/07/2026;09.31;;\nX-1;20/07/2026;09.30;;\nSAMS-01;x;09.30;;\n`
  const refused = await send(bad, true)
  expect(refused.imported).toBe(0)
  expect(refused.rows.map(({ line, ok }) => [line, ok])).toEqual([
    [2, true],
    [3, true],
    [4, false],
    [5, false],
    [6, false],
  ])
  for (const { ok, error } of refused.rows) expect(error === undefined).toBe(ok)
  const foreign = await send(good, true, officer)
  expect(foreign.rows.map(({ error }) => error?.id)).toEqual(Array(2).fill('Anda tidak berhak melakukan ini.'))
  const day = () => slots('SAMS-01', '?day=2026-07-20')
  expect((await day()).slots.every(({ free, capacity }) => free === capacity)).toBe(true)
  expect((await send(good, true)).imported).toBe(2)
  expect((await day()).slots.filter(({ free, capacity }) => free < capacity)).toHaveLength(2)
  const personal = await send('layanan;tanggal;jam;NIK\nSAMS-01;20/07/2026;09.30;6401\n', true)
  expect(personal.rows).toEqual([expect.objectContaining({ line: 1, ok: false })])
})

test('two thousand rows are read at once, and no more', async () => {
  const csv = `layanan,tanggal,jam,prioritas,berkas\n${'DUKC-02,2026-07-20,09:30,tidak,1\n'.repeat(2000)}`
  const answer = await hall.call<{ rows: { ok: boolean }[] }>('importBookings', { body: { csv }, token: desk })
  expect(answer.status).toBe(200)
  expect(answer.body.rows).toHaveLength(2000)
  const more = await hall.call<{ rows: unknown[] }>('importBookings', { body: { csv: `${csv}A,B,C,,\n` }, token: desk })
  expect(more.body.rows).toHaveLength(1)
  expect(hall.hub.faults()).toEqual([])
})
