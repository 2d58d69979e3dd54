import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { compileSite } from '../../../server/contract/catalogue.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { hoursOn, opening } from '../../../server/site/schedule.ts'
import { addDays, instantOf, wallClockAt, weekdayOf } from '../../../server/site/zone-time.ts'
import { paserText, siteOf } from './_packages.ts'

const paser = siteOf(paserText)
const catalogue = compileSite(paser)
const wita = (time: string) => Date.parse(`${time}:00+08:00`)
const changed = (change: (site: SitePackage) => void) => {
  const site = structuredClone(paser)
  change(site)
  return compileSite(site)
}

describe('the building of Paser in WITA', () => {
  const dukc = { booth: 'DUKC' }

  test.each([
    ['2026-07-14T07:59', { open: false, reason: 'not-yet', opensAt: wita('2026-07-14T08:00') }],
    ['2026-07-14T08:00', { open: true, closesAt: wita('2026-07-14T15:00') }],
    ['2026-07-14T08:01', { open: true, closesAt: wita('2026-07-14T15:00') }],
    ['2026-07-14T14:59', { open: true, closesAt: wita('2026-07-14T15:00') }],
    ['2026-07-14T15:00', { open: false, reason: 'over', opensAt: wita('2026-07-15T08:00') }],
    ['2026-07-14T23:59', { open: false, reason: 'over', opensAt: wita('2026-07-15T08:00') }],
    ['2026-07-15T00:00', { open: false, reason: 'not-yet', opensAt: wita('2026-07-15T08:00') }],
    ['2026-07-15T00:01', { open: false, reason: 'not-yet', opensAt: wita('2026-07-15T08:00') }],
  ])('Tuesday and the midnight after it: %s', (time, expected) => {
    expect(opening(catalogue, dukc, wita(time))).toEqual(expected)
  })

  test.each([
    ['2026-07-17T10:59', { open: true, closesAt: wita('2026-07-17T11:00') }],
    ['2026-07-17T11:00', { open: false, reason: 'break', opensAt: wita('2026-07-17T13:30') }],
    ['2026-07-17T13:29', { open: false, reason: 'break', opensAt: wita('2026-07-17T13:30') }],
    ['2026-07-17T13:30', { open: true, closesAt: wita('2026-07-17T15:00') }],
    ['2026-07-17T15:00', { open: false, reason: 'over', opensAt: wita('2026-07-20T08:00') }],
    ['2026-07-18T09:00', { open: false, reason: 'weekly', opensAt: wita('2026-07-20T08:00') }],
  ])('Friday, its prayer break and the weekend: %s', (time, expected) => {
    expect(opening(catalogue, dukc, wita(time))).toEqual(expected)
  })

  test('a holiday closes and is named; the next opening passes over the rest of the holidays', () => {
    expect(opening(catalogue, dukc, wita('2026-08-17T09:00'))).toEqual({
      open: false,
      reason: 'holiday',
      holiday: { id: 'Proklamasi Kemerdekaan', en: 'Independence Day' },
      opensAt: wita('2026-08-18T08:00'),
    })
    // Nyepi and Eid al-Fitr: closed from 18 to 24 March, collective leave and a weekend among them.
    expect(opening(catalogue, dukc, wita('2026-03-17T15:00'))).toEqual({
      open: false,
      reason: 'over',
      opensAt: wita('2026-03-25T08:00'),
    })
  })

  test('2026 has 240 working days', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index))
    expect(days.at(-1)).toBe('2026-12-31')
    expect(days.filter((day) => hoursOn(catalogue, dukc, day).length > 0)).toHaveLength(240)
  })

  test("a booth's own days hold alone: Immigration on Monday and Wednesday until noon", () => {
    const open = (time: string) => opening(catalogue, { service: 'IMIG-01' }, wita(time))
    expect(open('2026-07-13T11:59')).toEqual({ open: true, closesAt: wita('2026-07-13T12:00') })
    expect(open('2026-07-13T12:00')).toEqual({ open: false, reason: 'over', opensAt: wita('2026-07-15T08:00') })
    expect(open('2026-07-14T09:00')).toEqual({ open: false, reason: 'weekly', opensAt: wita('2026-07-15T08:00') })
  })

  test("a service's own hours go before its booth's and the building's", () => {
    const own = changed((site) => {
      const service = site.services.find(({ code }) => code === 'IMIG-03')!
      service.schedule = { sat: [{ from: '09:00', to: '10:00' }] }
    })
    expect(opening(own, { service: 'IMIG-03' }, wita('2026-07-18T09:30'))).toMatchObject({ open: true })
    expect(opening(own, { service: 'IMIG-03' }, wita('2026-07-13T09:30'))).toMatchObject({ open: false })
    expect(opening(own, { service: 'IMIG-01' }, wita('2026-07-13T09:30'))).toMatchObject({ open: true })
  })

  test('a booth of the third wave opens on its first day, not before', () => {
    const open = (time: string) => opening(catalogue, { booth: 'DHUB' }, wita(time))
    const first = { opensOn: '2026-10-05', opensAt: wita('2026-10-05T08:00') }
    expect(open('2026-01-05T09:00')).toEqual({ open: false, reason: 'opening-date', ...first })
    expect(open('2026-10-04T23:59')).toEqual({ open: false, reason: 'opening-date', ...first })
    expect(open('2026-10-05T00:00')).toMatchObject({ open: false, reason: 'not-yet' })
    expect(open('2026-10-05T08:00')).toMatchObject({ open: true })
  })

  test('a service begins no earlier than its booth', () => {
    const later = changed((site) => {
      site.services.find(({ code }) => code === 'DHUB-01')!.opens = '2026-11-02'
      site.services.find(({ code }) => code === 'DHUB-02')!.opens = '2026-02-02'
    })
    expect(opening(later, { service: 'DHUB-01' }, wita('2026-10-06T09:00'))).toMatchObject({ opensOn: '2026-11-02' })
    expect(opening(later, { service: 'DHUB-02' }, wita('2026-02-03T09:00'))).toMatchObject({ opensOn: '2026-10-05' })
  })

  test('closed for more than 60 days: no next opening is promised', () => {
    const shut = changed((site) => {
      site.holidays = Array.from({ length: 70 }, (_, index) => ({
        date: addDays('2026-07-14', index),
        name: { id: 'Renovasi', en: 'Rebuilding' },
        kind: 'holiday' as const,
      }))
    })
    expect(opening(shut, { booth: 'DUKC' }, wita('2026-07-14T09:00'))).not.toHaveProperty('opensAt')
    expect(opening(shut, { booth: 'DUKC' }, wita('2026-08-14T09:00'))).toMatchObject({
      opensAt: wita('2026-09-22T08:00'),
    })
  })

  test('what the building does not have is an error of the caller', () => {
    expect(() => opening(catalogue, { booth: 'XXXX' }, 0)).toThrow(RangeError)
    expect(() => opening(catalogue, { service: 'XXXX' }, 0)).toThrow(RangeError)
  })

  test('open means inside the hours of that day, and the next opening is truly open', () => {
    const targets = [...catalogue.services.keys()]
    const range = { min: wita('2025-12-01T00:00'), max: wita('2027-02-01T00:00') }
    fc.assert(
      fc.property(fc.integer(range), fc.constantFrom(...targets), (at, service) => {
        const state = opening(catalogue, { service }, at)
        const date = wallClockAt(at, 'Asia/Makassar').date
        const inside = hoursOn(catalogue, { service }, date).some(({ from, to }) => from <= at && at < to)
        expect(state.open).toBe(inside)
        if (state.open) return expect(opening(catalogue, { service }, state.closesAt - 1).open).toBe(true)
        expect(state.opensAt).toBeGreaterThan(at)
        expect(opening(catalogue, { service }, state.opensAt!).open).toBe(true)
        expect(opening(catalogue, { service }, state.opensAt! - 1).open).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('wall clocks, against Temporal', () => {
  const zones = [
    'Asia/Makassar',
    'Asia/Jakarta',
    'Asia/Jayapura',
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ]
  const zone = fc.constantFrom(...zones)
  const second = fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })

  test('the date and time at an instant', () => {
    fc.assert(
      fc.property(second, zone, (at, timeZone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(timeZone)
        const clock = wallClockAt(at * 1000, timeZone)
        expect(`${clock.date}T${clock.time}`).toBe(expected.toPlainDateTime().toString({ smallestUnit: 'second' }))
        expect(weekdayOf(clock.date)).toBe(expected.dayOfWeek - 1)
      }),
    )
  })

  test('the instant of a date and time, also where clocks are changed', () => {
    const changes = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04')
    const anyDay = fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2015-01-01', days))
    fc.assert(
      fc.property(fc.oneof(changes, anyDay), fc.nat({ max: 1439 }), zone, (date, minutes, timeZone) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds
        expect(instantOf(date, time, timeZone)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })
})
