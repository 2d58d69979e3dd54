import type { CommandOf } from '../../../server/contract/commands.ts'
import { waitsOf } from '../../../server/readings/counter.ts'
import { officerAt, openDay } from './_day.ts'
import { entryBuilding, exception, wita } from './_entry.ts'

type Day = ReturnType<typeof openDay>

const at = (day: Day, time: string) => {
  day.clock.at = wita(time)
  return day
}
const opened = (time: string) => at(openDay(entryBuilding()), time)

let made = 0
/** The booking of a slot on that Tuesday, checked in. */
function arriving(
  slot: string,
  { code = `B${slot}`, ...more }: Partial<CommandOf<'check-in'>['booking']> = {},
  how: Partial<CommandOf<'check-in'>> = {},
): CommandOf<'check-in'> {
  made += 1
  const booking = {
    code,
    service: 'A1',
    slotAt: wita(slot),
    day: '2026-07-14',
    priority: false,
    english: false,
    items: 1,
  }
  return {
    verb: 'check-in',
    ticket: `b${made}`,
    publicCode: `bp${made}`,
    booking: { ...booking, ...more },
    kiosk: null,
    delivery: 'none',
    inForce: true,
    ...how,
  }
}
const arrive = (day: Day, ...asked: Parameters<typeof arriving>): string => day.act(arriving(...asked)).ticket?.id ?? ''

describe('[R4.8] the window of check-in', () => {
  test.each([
    ['08:59', 'booking-too-early', null, null],
    ['09:00', null, '10:00', '10:00'],
    ['09:59', null, '10:00', '10:00'],
    ['10:00', null, '10:00', '10:00'],
    ['10:15', null, '10:00', '10:15'],
    ['10:16', null, '10:16', '10:16'],
    ['14:00', null, '14:00', '14:00'],
  ])('at %s for 10.00: %s, place %s, its wait from %s', (time, refused, place, wait) => {
    const day = opened(time)
    if (refused) {
      expect(day.ask(arriving('10:00'))).toEqual({
        refusal: { refused, next: { from: wita('09:00'), slotAt: wita('10:00') } },
      })
      return
    }
    expect(day.leg(arrive(day, '10:00'))).toMatchObject({
      state: 'waiting',
      placeAt: wita(place ?? ''),
      queuedAt: wita(wait ?? ''),
    })
  })

  test('its length is a setting of the site', () => {
    const day = openDay(
      entryBuilding((site) => {
        Object.assign(site.site.rules, { bookingEarlyMinutes: 10, bookingLateMinutes: 30 })
      }),
    )
    expect(day.refused({ ...arriving('09:00') })).toBe('booking-too-early')
    at(day, '09:30')
    expect(day.leg(arrive(day, '09:00')).placeAt).toBe(wita('09:00'))
  })

  test('in demo mode it is never too early', () => {
    const day = opened('07:00')
    expect(day.leg(arrive(day, '10:00', {}, { inForce: false })).placeAt).toBe(wita('10:00'))
  })

  test('a booking is for its own day', () => {
    const day = opened('09:30')
    expect(day.ask(arriving('10:00', { day: '2026-07-15' }))).toMatchObject({
      refusal: { refused: 'booking-other-day', next: { day: '2026-07-15' } },
    })
    expect(day.ask(arriving('10:00', { service: 'ZZ' }))).toEqual({ unknown: 'service' })
  })
})

test('[R3.1, R3.2] a check-in with a slip is reserved like any number, without one it waits', () => {
  const day = opened('09:30')
  const paper = arrive(day, '10:00', {}, { delivery: 'print', kiosk: 'K1' })
  expect(day.ticket(paper)).toMatchObject({
    label: 'A-001',
    kiosk: 'K1',
    booking: { code: 'B10:00', slotAt: wita('10:00') },
  })
  expect(day.state(paper)).toBe('reserved')
  expect(day.state(arrive(day, '10:10', { priority: true, english: true, items: 2 }))).toBe('waiting')
  expect(day.ticket(`b${made}`)).toMatchObject({ priority: true, english: true, items: 2 })
})

test('[R4.8] checked in twice, it is the same number and nothing happens, whatever has become of it', () => {
  const day = opened('09:30')
  const id = arrive(day, '10:00')
  const before = day.hall.lastSeq
  expect(day.act(arriving('10:00')).ticket?.id).toBe(id)
  day.act({ verb: 'cancel', ticket: id, reason: null })
  at(day, '08:00')
  expect(day.act(arriving('10:00')).ticket).toMatchObject({ id, label: 'A-001' })
  expect(day.hall.lastSeq).toBe(before + 1)
  expect(day.hall.tickets.size).toBe(1)
})

test('[R4.8] its place is among the others by the clock: a reservation of an arrival time, never a fast lane', () => {
  const day = opened('09:30')
  const booked = arrive(day, '10:00')
  const first = day.issue('A1')
  at(day, '09:59')
  const second = day.issue('A1')
  at(day, '10:01')
  const third = day.issue('A1')
  const late = arrive(day, '09:50')
  expect(day.callAll(1)).toEqual([first, late, second, booked, third])
})

test('[R4.0] a slot that lies ahead does not push those who come meanwhile behind it', () => {
  const day = opened('09:30')
  arrive(day, '10:00')
  expect(day.hall.lastPlaceAt).toBe(wita('09:30'))
  expect(day.leg(day.issue('A1')).placeAt).toBe(wita('09:30'))
  day.clock.at -= 1000
  expect(day.leg(day.issue('A1')).placeAt).toBe(wita('09:30'))
})

test('[R4.8] it may be called before its slot when nobody with a lower place waits', () => {
  const day = opened('09:30')
  const booked = arrive(day, '10:00')
  expect(day.callNext(1)).toBe(booked)
})

test('[R4.8] a priority booking too waits for its slot while a regular visitor with a lower place can be called', () => {
  const day = opened('09:30')
  const booked = arrive(day, '10:00', { priority: true })
  const [one, two] = [day.issue('A1'), day.issue('A1')]
  const own = day.issue('A1', { priority: true })
  expect(day.callNext(1)).toBe(own)
  day.finish(own)
  expect(day.callNext(1)).toBe(one)
  day.finish(one)
  at(day, '10:00')
  expect(day.callNext(1)).toBe(booked)
  expect(day.callNext(2)).toBe(two)
})

test('[R4.8] the wait of one who is called before the slot is none, never less', () => {
  const day = opened('09:30')
  arrive(day, '10:00')
  day.callNext(1)
  expect(waitsOf(day.hall, () => true)).toEqual([0])
})

describe('[R4.8] what refuses a check-in', () => {
  test('a pause, a closed day, a central system; the calendar, the cut-off and the quota do not', () => {
    const day = openDay(
      entryBuilding((site) => {
        site.exceptions = [exception('X', '2026-07-14', '2026-07-14', '')]
        for (const service of site.services) Object.assign(service, { dailyQuota: 1, centralSystems: ['SIAK'] })
      }),
    )
    at(day, '14:59')
    day.issue('A1')
    day.act({ verb: 'set-system', system: 'SIAK', down: true })
    expect(day.refused(arriving('15:00'))).toBe('system-down')
    day.act({ verb: 'pause-building', reason: 'drill', until: null })
    expect(day.refused(arriving('15:00'))).toBe('building-paused')
    day.act({ verb: 'resume-building' })
    day.act({ verb: 'set-system', system: 'SIAK', down: false })
    expect(day.state(arrive(day, '15:00'))).toBe('waiting')
    day.act({ verb: 'close-day' })
    expect(day.refused(arriving('15:10'))).toBe('day-closed')
  })

  test('an officer checks in the bookings of their own booth alone', () => {
    const day = opened('09:30')
    expect(day.refused(arriving('10:00'), officerAt(3, 'B'))).toBe('forbidden')
    expect(day.ask(arriving('10:00'), officerAt(1))).toHaveProperty('answer')
  })
})
