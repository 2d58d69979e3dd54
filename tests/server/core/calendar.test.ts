import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { compileSite } from '../../../server/contract/catalogue.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { hoursOn, opening } from '../../../server/core/calendar.ts'
import { addDays, dateAt, instantOf, wallClockAt, weekdayOf } from '../../../server/core/zone-time.ts'
import { paserText, siteOf } from '../site/_packages.ts'
import { entryBuilding, exception, holiday } from './_entry.ts'

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
    expect(opening(catalogue, dukc, wita('2026-03-17T15:00'))).toMatchObject({
      open: false,
      reason: 'over',
      opensAt: wita('2026-03-25T08:00'),
      exception: { id: 'Jam Ramadan 1447 H', en: 'Ramadan hours' },
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

describe('[R6.1] dated exceptions', () => {
  const days = (building: SitePackage, service: string, dates: readonly string[]) => {
    const made = compileSite(building)
    return dates.map((date) =>
      hoursOn(made, { service }, date)
        .map(({ from, to }) => `${time(from)}-${time(to)}`)
        .join(' '),
    )
  }
  const time = (at: number) => wallClockAt(at, 'Asia/Makassar').time.slice(0, 5)
  const week = ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17', '2026-07-18', '2026-07-19']
  const usual = '08:00-15:00'
  const tuesday = (...exceptions: SitePackage['exceptions']) => {
    const building = entryBuilding((site) => {
      site.exceptions = exceptions
    })
    return ['A1', 'A2', 'B1'].map((service) => days(building, service, ['2026-07-14'])[0])
  }
  const one = (hours: string, scope?: SitePackage['exceptions'][number]['scope']) =>
    exception('X', '2026-07-14', '2026-07-14', hours, scope)

  test.each([
    ['a half day of the building', [one('08:00-11:00')], ['08:00-11:00', '08:00-11:00', '08:00-11:00']],
    ['an evening added', [one('08:00-15:00 18:00-21:00')], Array(3).fill('08:00-15:00 18:00-21:00')],
    ['the building closed', [one('')], ['', '', '']],
    ['an agency', [one('09:00-10:00', { agency: 'A' })], ['09:00-10:00', '09:00-10:00', usual]],
    ['a booth', [one('09:00-10:00', { booth: 'B' })], [usual, usual, '09:00-10:00']],
    ['a service', [one('09:00-10:00', { service: 'A2' })], [usual, '09:00-10:00', usual]],
    [
      'the narrowest of all four, however listed',
      [
        one('01:00-02:00', { service: 'A1' }),
        one('04:00-05:00'),
        one('03:00-04:00', { agency: 'A' }),
        one('02:00-03:00', { booth: 'A' }),
      ],
      ['01:00-02:00', '02:00-03:00', '04:00-05:00'],
    ],
    [
      'a service open while its building is closed',
      [one('08:00-12:00', { service: 'A1' }), one('')],
      ['08:00-12:00', '', ''],
    ],
  ])('%s', (_name, exceptions, expected) => {
    expect(tuesday(...exceptions)).toEqual(expected)
  })

  test('Ramadan is a range with its own Friday; a half day within it holds, for it began later', () => {
    const [long, friday] = [[{ from: '08:00', to: '14:00' }], [{ from: '08:00', to: '11:00' }]]
    const hours = { mon: long, tue: long, wed: long, thu: long, fri: friday }
    const ramadan = {
      code: 'RAMADAN',
      name: { id: 'Ramadan', en: 'Ramadan' },
      from: '2026-07-14',
      to: '2026-07-18',
      hours,
    }
    const half = exception('HALF', '2026-07-16', '2026-07-16', '08:00-10:00')
    for (const exceptions of [
      [ramadan, half],
      [half, ramadan],
    ]) {
      const building = entryBuilding((site) => {
        site.exceptions = exceptions
      })
      expect(days(building, 'A1', week)).toEqual([
        usual,
        '08:00-14:00',
        '08:00-14:00',
        '08:00-10:00',
        '08:00-11:00',
        '',
        '',
      ])
    }
  })

  test('it opens on a holiday and at a weekend, and without an end it holds on', () => {
    const building = entryBuilding((site) => {
      site.holidays = [holiday('2026-07-16'), holiday('2026-07-17')]
      const { to: _open, ...open } = exception('LONG', '2026-07-17', '2026-07-17', '10:00-11:00')
      site.exceptions = [open]
    })
    expect(days(building, 'A1', [...week, '2027-07-19'])).toEqual([
      usual,
      usual,
      usual,
      '',
      ...Array(4).fill('10:00-11:00'),
    ])
  })

  test('it does not open before the opening date', () => {
    const building = entryBuilding((site) => {
      for (const service of site.services) service.opens = '2026-07-16'
      site.exceptions = [exception('X', '2026-07-14', '2026-07-16', '10:00-11:00')]
    })
    expect(days(building, 'A1', week.slice(0, 5))).toEqual(['', '', '', '10:00-11:00', usual])
  })

  test('one of a wider scope shortens sessions and adds none; the service’s own replaces them with their quota', () => {
    const sessions = [
      { days: ['mon' as const, 'wed' as const], from: '08:00', to: '12:00', quota: 30 },
      { days: ['wed' as const], from: '13:00', to: '15:00', quota: 10 },
    ]
    const of = (...exceptions: SitePackage['exceptions']) => {
      const building = entryBuilding((site) => {
        for (const service of site.services) if (service.code === 'A1') service.sessions = sessions
        site.exceptions = exceptions
      })
      const made = compileSite(building)
      return ['2026-07-13', '2026-07-14', '2026-07-15'].map((date) =>
        hoursOn(made, { service: 'A1' }, date)
          .map(({ from, to, quota }) => `${time(from)}-${time(to)} ${quota}`)
          .join(', '),
      )
    }
    const all = (hours: string, scope?: SitePackage['exceptions'][number]['scope']) =>
      of(exception('X', '2026-07-13', '2026-07-15', hours, scope))
    expect(of()).toEqual(['08:00-12:00 30', '', '08:00-12:00 30, 13:00-15:00 10'])
    expect(all('09:00-14:00')).toEqual(['09:00-12:00 30', '', '09:00-12:00 30, 13:00-14:00 10'])
    expect(all('08:00-09:00 10:00-11:00')).toEqual(['08:00-11:00 30', '', '08:00-11:00 30'])
    expect(all('16:00-20:00', { agency: 'A' })).toEqual(['', '', ''])
    expect(all('13:30-16:00', { service: 'A1' })).toEqual(['13:30-16:00 30', '13:30-16:00 30', '13:30-16:00 10'])
  })

  test('of the weekly hours the narrowest given hold alone: service, booth, agency, site', () => {
    const weekly = (from: string) => ({ tue: [{ from, to: '14:00' }] })
    const with_ = (...given: ('agency' | 'booth' | 'service')[]) => {
      const building = entryBuilding((site) => {
        const [agency, booth, service] = [site.agencies[0], site.booths[0], site.services[0]]
        if (agency && given.includes('agency')) agency.schedule = weekly('09:00')
        if (booth && given.includes('booth')) booth.schedule = weekly('10:00')
        if (service && given.includes('service')) service.schedule = weekly('11:00')
      })
      return ['A1', 'A2', 'B1'].map((service) => days(building, service, ['2026-07-14'])[0])
    }
    expect(with_()).toEqual([usual, usual, usual])
    expect(with_('agency')).toEqual(['09:00-14:00', '09:00-14:00', usual])
    expect(with_('agency', 'booth')).toEqual(['10:00-14:00', '10:00-14:00', usual])
    expect(with_('agency', 'booth', 'service')).toEqual(['11:00-14:00', '10:00-14:00', usual])
  })

  test('an opening says which exception made its hours', () => {
    const made = compileSite(
      entryBuilding((site) => {
        site.exceptions = [exception('X', '2026-07-14', '2026-07-14', '08:00-11:00')]
      }),
    )
    expect(opening(made, { booth: 'A' }, wita('2026-07-14T12:00'))).toEqual({
      open: false,
      reason: 'over',
      exception: { id: 'X', en: 'X (en)' },
      opensAt: wita('2026-07-15T08:00'),
    })
    expect(opening(made, { booth: 'A' }, wita('2026-07-14T10:00'))).toEqual({
      open: true,
      closesAt: wita('2026-07-14T11:00'),
    })
  })
})

test('[R2.5] the date of an instant is that of the wall clock, however often and in whatever order it is asked', () => {
  const zones = ['Asia/Makassar', 'Asia/Jakarta', 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana']
  const second = fc.integer({ min: Date.UTC(2025, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 })
  fc.assert(
    fc.property(fc.array(second, { maxLength: 20 }), fc.constantFrom(...zones), (instants, zone) => {
      for (const at of instants.flatMap((one) => [one * 1000, one * 1000 + 3_600_000, one * 1000 + 999])) {
        expect(dateAt(at, zone)).toBe(wallClockAt(at, zone).date)
      }
    }),
    { numRuns: 200 },
  )
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
