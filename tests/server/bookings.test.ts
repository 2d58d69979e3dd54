import { createBookings } from '../../server/bookings.ts'
import type { TimedWish } from '../../server/contract/booking.ts'
import type { Actor } from '../../server/contract/hall.ts'
import { type SitePackage, SitePackageSchema } from '../../server/contract/site.ts'
import type { BookingOffice } from '../../server/http/booking-port.ts'
import { newBookingCode } from '../../server/ids.ts'
import { openLiveHall } from './_live-hall.ts'
import { building } from './core/_building.ts'

/** 14 July 2026 is a Tuesday; A1 takes bookings, B1 does not. */
const today = '2026-07-14'
const at = (time: string, day = today) => Date.parse(`${day}T${time}:00+08:00`)
const kiosk: Actor = { role: 'kiosk', id: 'kiosk:K1', kiosk: 'K1' }

function bookable(more: Partial<SitePackage> = {}): SitePackage {
  const plain = building({ profiles: { 1: [['A1', 'B1', 'C1']] } })
  const weekly = [
    { from: '08:00', to: '09:00' },
    { from: '10:00', to: '10:50' },
  ]
  return SitePackageSchema.parse({
    ...plain,
    site: { ...plain.site, hours: { mon: weekly, tue: weekly, wed: weekly, thu: weekly, fri: weekly } },
    services: plain.services.map((service) => ({
      ...service,
      ...(service.code === 'A1' ? { booking: { slotMinutes: 20, capacity: 2, daysAhead: 7 } } : {}),
      ...(service.code === 'C1'
        ? { opens: '2026-07-20', booking: { slotMinutes: 60, capacity: 1, daysAhead: 30 } }
        : {}),
    })),
    holidays: [{ date: '2026-07-16', name: { id: 'Libur', en: 'Holiday' }, kind: 'holiday' }],
    ...more,
  })
}

async function openOffice(inForce = true) {
  const hall = await openLiveHall()
  hall.clock.at = at('07:00')
  await hall.outcome({ verb: 'configure', site: bookable() })
  let codes = 0
  const open = (): BookingOffice =>
    createBookings({
      store: hall.store.bookings,
      hall: hall.hall,
      now: () => hall.clock.at,
      newCode: newBookingCode,
      newTicketCodes: () => {
        codes += 1
        return { ticket: `booked-${codes}`, publicCode: `public-${codes}` }
      },
      isInForce: () => inForce,
    })
  let office = open()
  const wish = (time: string, more: Partial<TimedWish> = {}): TimedWish => ({
    service: 'A1',
    slotAt: at(time),
    priority: false,
    english: false,
    items: 1,
    source: 'staff',
    by: 'officer-1',
    ...more,
  })
  return {
    hall,
    wish,
    get office() {
      return office
    },
    book: async (time: string, more: Partial<TimedWish> = {}) => {
      const booked = await office.book(wish(time, more))
      if ('booking' in booked) return booked.booking
      throw new Error(JSON.stringify(booked))
    },
    refusal: async (time: string, more: Partial<TimedWish> = {}) => {
      const booked = await office.book(wish(time, more))
      return 'refusal' in booked ? booked.refusal : booked
    },
    checkIn: async (code: string, key: string | null = null) => {
      const done = await office.checkIn(
        code,
        { kiosk: 'K1', delivery: 'none' },
        { actor: kiosk, device: null, key, fingerprint: '' },
      )
      if ('mismatch' in done) throw new Error('mismatch')
      if ('answer' in done.outcome) return { ticket: done.outcome.answer.ticket, again: done.again }
      return 'refusal' in done.outcome ? done.outcome.refusal : done.outcome
    },
    reopen: async () => {
      await hall.reopen()
      office = open()
    },
    [Symbol.asyncDispose]: () => hall[Symbol.asyncDispose](),
  }
}

const times = (slots: readonly { at: number }[]) =>
  slots.map((slot) => new Date(slot.at + 8 * 3_600_000).toISOString().slice(11, 16))

test('[R4.8] slots follow the hours of the day, both intervals, and none is in the past or too far ahead', async () => {
  await using opened = await openOffice()
  const { hall, office } = opened
  expect(times(await office.slotsOf('A1', today))).toEqual(['08:00', '08:20', '08:40', '10:00', '10:20'])
  hall.clock.at = at('08:21')
  expect(times(await office.slotsOf('A1', today))).toEqual(['08:40', '10:00', '10:20'])
  expect(await office.slotsOf('A1', '2026-07-13')).toEqual([])
  expect(await office.slotsOf('A1', '2026-07-16')).toEqual([])
  expect(await office.slotsOf('A1', '2026-07-21')).toHaveLength(5)
  expect(await office.slotsOf('A1', '2026-07-22')).toEqual([])
  expect(await office.slotsOf('B1', today)).toEqual([])
  expect(office.daysOf('A1')).toEqual([today, '2026-07-15', '2026-07-17', '2026-07-20', '2026-07-21'])
  expect(office.daysOf('B1')).toEqual([])
})

test('[R2.5, R4.8] a slot belongs to the day of the site: at 07.59 and 08.01 WITA it is the same', async () => {
  await using opened = await openOffice()
  for (const time of ['07:59', '08:01', '23:59']) {
    opened.hall.clock.at = at(time)
    expect(opened.office.daysOf('A1').at(-1)).toBe('2026-07-21')
  }
  opened.hall.clock.at = at('00:01', '2026-07-15')
  expect(opened.office.daysOf('A1').at(-1)).toBe('2026-07-22')
  opened.hall.clock.at = at('07:59')
  expect(await opened.book('08:00')).toMatchObject({ day: today, state: 'booked' })
})

test('[R4.8] a full slot names the next free one; a cancelled booking gives its place back', async () => {
  await using opened = await openOffice()
  const first = await opened.book('08:00')
  await opened.book('08:00', { priority: true })
  expect(await opened.refusal('08:00')).toEqual({ refused: 'slot-full', next: { at: at('08:20') } })
  expect((await opened.office.slotsOf('A1', today))[0]).toEqual({ at: at('08:00'), capacity: 2, taken: 2, free: 0 })
  expect(await opened.office.cancel(first.code)).toMatchObject({ booking: { state: 'cancelled' } })
  expect(await opened.office.cancel(first.code.toLowerCase())).toMatchObject({ booking: { state: 'cancelled' } })
  await opened.book('08:00')
})

test('[R4.8, R6.1] what cannot be booked is refused with its reason', async () => {
  await using opened = await openOffice()
  expect(await opened.refusal('08:10')).toEqual({ refused: 'no-such-slot', next: { day: today } })
  expect(await opened.refusal('10:40')).toEqual({ refused: 'no-such-slot', next: { day: today } })
  expect(await opened.refusal('08:00', { service: 'X' })).toEqual({ unknown: 'service' })
  expect(await opened.refusal('08:00', { service: 'B1' })).toMatchObject({ refused: 'no-such-slot' })
  const holiday = await opened.refusal('08:00', { slotAt: at('08:00', '2026-07-16') })
  expect(holiday).toMatchObject({
    refused: 'no-such-slot',
    next: { reason: 'holiday', opensAt: at('08:00', '2026-07-17') },
  })
  const unopened = await opened.refusal('08:00', { service: 'C1' })
  expect(unopened).toMatchObject({ refused: 'not-yet-open', next: { opensOn: '2026-07-20' } })
  opened.hall.clock.at = at('07:00', '2026-07-16')
  const closed = await opened.refusal('08:00', { slotAt: at('08:00', '2026-07-16') })
  expect(closed).toMatchObject({ refused: 'closed-today', next: { reason: 'holiday' } })
})

test('the first free time of another day is found, also for a service without slots', async () => {
  await using opened = await openOffice()
  const { slotAt: _slotAt, ...wish } = opened.wish('08:00', { source: 'another-day' })
  for (const _ of [1, 2]) await opened.book('08:00', { slotAt: at('08:00', '2026-07-15') })
  const first = await opened.office.bookFirstFree(wish, '2026-07-15')
  expect(first).toMatchObject({ booking: { slotAt: at('08:20', '2026-07-15'), source: 'another-day' } })
  // 16 July is a holiday.
  for (const _ of [1, 2, 3]) {
    const opening = await opened.office.bookFirstFree({ ...wish, service: 'B1' }, '2026-07-16')
    expect(opening).toMatchObject({ booking: { slotAt: at('08:00', '2026-07-17') } })
  }
  expect(await opened.office.bookFirstFree(wish, '2026-07-22')).toMatchObject({ refusal: { refused: 'slot-full' } })
  expect(await opened.office.bookFirstFree({ ...wish, service: 'X' }, today)).toEqual({ unknown: 'service' })
})

test('a list is taken as a whole or not at all, and every trouble is named', async () => {
  await using opened = await openOffice()
  const { office, wish } = opened
  const three = [wish('08:00'), wish('08:00'), wish('08:00')]
  expect(await office.bookAll(three, false)).toEqual([null, null, { refused: 'slot-full' }])
  expect(await office.listDay(today)).toEqual([])
  const mixed = [wish('08:00', { service: 'X' }), wish('08:01'), wish('08:20')]
  expect(await office.bookAll(mixed, false)).toEqual([
    'unknown',
    { refused: 'no-such-slot', next: { day: today } },
    null,
  ])
  expect(await office.listDay(today)).toEqual([])
  expect(await office.bookAll(three.slice(1), true)).toEqual([null, null])
  expect(await office.listDay(today)).toEqual([])
  expect(await office.bookAll(three.slice(1), false)).toEqual([null, null])
  expect(await office.listDay(today)).toHaveLength(2)
})

test('[R4.8] check-in gives one number, however often and from wherever it is pressed, also after a restart', async () => {
  await using opened = await openOffice()
  const { code } = await opened.book('08:20')
  opened.hall.clock.at = at('08:00')
  const spoken = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase()
  const both = await Promise.all([opened.checkIn(spoken), opened.checkIn(code)])
  const ids = both.map((done) => ('ticket' in done ? done.ticket?.id : done))
  expect(ids).toEqual(['booked-1', 'booked-1'])
  expect(both.map((done) => 'again' in done && done.again)).toEqual([false, true])
  expect(await opened.office.find(code)).toMatchObject({ state: 'checked-in' })
  expect(await opened.office.cancel(code)).toEqual({ refusal: { refused: 'wrong-state' } })
  await opened.reopen()
  expect(await opened.checkIn(code)).toMatchObject({ ticket: { id: 'booked-1', booking: { code } }, again: true })
})

test('[R4.8] a booking that the hall knows as arrived stays so, though the table was not told before the power went', async () => {
  await using opened = await openOffice()
  const { code } = await opened.book('08:20')
  opened.hall.clock.at = at('08:00')
  await opened.checkIn(code)
  const sqlite = opened.hall.connect()
  sqlite.prepare("update booking set state = 'booked'").run()
  sqlite.close()
  await opened.reopen()
  expect(await opened.office.find(code)).toMatchObject({ state: 'checked-in' })
  expect(await opened.office.cancel(code)).toEqual({ refusal: { refused: 'wrong-state' } })
  expect(await opened.checkIn(code)).toMatchObject({ again: true })
})

test('[R4.8] too early, another day, cancelled, unknown: each has its own answer', async () => {
  await using opened = await openOffice()
  const booking = await opened.book('10:00')
  opened.hall.clock.at = at('08:59')
  expect(await opened.checkIn(booking.code)).toMatchObject({
    refused: 'booking-too-early',
    next: { from: at('09:00') },
  })
  opened.hall.clock.at = at('09:00')
  expect(await opened.checkIn(booking.code)).toMatchObject({ ticket: { booking: { slotAt: at('10:00') } } })
  const other = await opened.book('08:00', { slotAt: at('08:00', '2026-07-15') })
  expect(await opened.checkIn(other.code)).toMatchObject({ refused: 'booking-other-day', next: { day: '2026-07-15' } })
  await opened.office.cancel(other.code)
  expect(await opened.checkIn(other.code)).toEqual({ refused: 'booking-ended' })
  expect(await opened.checkIn('AAAAAAAA')).toEqual({ unknown: 'booking' })
  expect(await opened.office.find('AAAAAAAA')).toBeNull()
})

test('[R4.8] a booking stands at its slot: behind whoever came before it, ahead of whoever came after', async () => {
  await using opened = await openOffice()
  const { hall } = opened
  const { code } = await opened.book('08:20')
  hall.clock.at = at('08:00')
  const before = await hall.issue()
  expect(await opened.checkIn(code)).toMatchObject({ again: false })
  hall.clock.at = at('08:21')
  const after = await hall.issue()
  await hall.openCounter(1)
  const called: (string | undefined)[] = []
  for (let calls = 0; calls < 3; calls++) {
    const outcome = await hall.outcome({ verb: 'call-next', counter: 1 })
    const ticket = 'answer' in outcome ? outcome.answer.ticket : undefined
    called.push(ticket?.id)
    await hall.outcome({ verb: 'finish', ticket: ticket?.id ?? '', outcome: null, next: false })
  }
  expect(called).toEqual([before.id, 'booked-1', after.id])
})

test('codes are eight capitals and digits that are not mistaken for each other, and no two are alike', () => {
  const codes = Array.from({ length: 2000 }, newBookingCode)
  expect(new Set(codes).size).toBe(2000)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-KMNP-Z]{8}$/)
})

test('[R8.2] a request whose answer was lost with a stop of the hub has booked once: one, the first free one, and a list', async () => {
  await using opened = await openOffice()
  const { hall, wish } = opened
  const list = [wish('08:00', { key: 'list:0' }), wish('08:20', { key: 'list:1' })]
  const ask = async () => [
    await opened.office.book(wish('10:00', { key: 'one' })),
    await opened.office.bookFirstFree(wish('10:00', { key: 'first' }), '2026-07-14'),
    await opened.office.bookAll(list, false),
  ]
  const before = await ask()
  await opened.reopen()
  hall.clock.at = at('08:10')
  expect(await ask()).toEqual(before)
  expect(await opened.office.listDay(today)).toHaveLength(4)
})
