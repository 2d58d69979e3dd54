import { dayToOpen } from '../../../server/core/day.ts'
import { serviceDayOf } from '../../../server/core/service-day.ts'
import { building } from './_building.ts'
import { openDay } from './_day.ts'

const wita = 'Asia/Makassar'
const at = (text: string) => Date.parse(text)

test('[R2.5] 07.59 and 08.01 WITA are one service day, although UTC changes its date between them', () => {
  expect(new Date(at('2026-07-14T07:59:00+08:00')).getUTCDate()).toBe(13)
  expect(new Date(at('2026-07-14T08:01:00+08:00')).getUTCDate()).toBe(14)
  expect(serviceDayOf(at('2026-07-14T07:59:00+08:00'), wita)).toBe('2026-07-14')
  expect(serviceDayOf(at('2026-07-14T08:01:00+08:00'), wita)).toBe('2026-07-14')
})

test('[R2.5] the minutes around UTC midnight are one day, the milliseconds around site midnight two', () => {
  for (let minute = -5; minute <= 5; minute++) {
    expect(serviceDayOf(at('2026-07-15T00:00:00Z') + minute * 60_000, wita)).toBe('2026-07-15')
  }
  expect(serviceDayOf(at('2026-07-14T23:59:59.999+08:00'), wita)).toBe('2026-07-14')
  expect(serviceDayOf(at('2026-07-15T00:00:00.000+08:00'), wita)).toBe('2026-07-15')
})

test.each([
  ['Asia/Jakarta', '+07:00'],
  ['Asia/Makassar', '+08:00'],
  ['Asia/Jayapura', '+09:00'],
])('[R2.5] in %s the day changes at midnight there, on every day of a year', (zone, offset) => {
  for (let day = at(`2026-01-01T00:00:00${offset}`); day < at(`2027-01-01T00:00:00${offset}`); day += 86_400_000) {
    const date = new Date(day + Number(offset.slice(1, 3)) * 3_600_000).toISOString().slice(0, 10)
    expect([serviceDayOf(day, zone), serviceDayOf(day + 86_399_999, zone)]).toEqual([date, date])
  }
})

test('[R2.5] a day is due when the site has reached it, and never again', () => {
  const { hall, act } = openDay(building({ profiles: { 1: [['A1']] } }))
  expect(dayToOpen(hall, at('2026-07-14T23:59:59.999+08:00'))).toBeNull()
  expect(dayToOpen(hall, at('2026-07-15T00:00:00+08:00'))).toBe('2026-07-15')
  expect(dayToOpen(hall, at('2026-07-13T12:00:00+08:00'))).toBeNull()
  act({ verb: 'open-day', day: '2026-07-15' })
  expect(dayToOpen(hall, at('2026-07-15T00:00:01+08:00'))).toBeNull()
})

test('[R2.5] a day that has been open never opens again', () => {
  const day = openDay(building({ profiles: { 1: [['A1']] } }))
  day.issue('A1')
  const { lastSeq } = day.hall
  day.act({ verb: 'open-day', day: '2026-07-14' })
  day.act({ verb: 'open-day', day: '2026-07-13' })
  expect([day.hall.lastSeq, day.hall.day, day.hall.tickets.size]).toEqual([lastSeq, '2026-07-14', 1])
})
