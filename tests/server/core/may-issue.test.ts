import fc from 'fast-check'
import type { Asking } from '../../../server/contract/admission.ts'
import { mayIssue } from '../../../server/core/may-issue.ts'
import { minutes, openDay } from './_day.ts'
import { anyMinute, entryBuilding, exception, holiday, issuing, wita } from './_entry.ts'
import { a1, ask, at, boothOf, type Day, dayFrom, outage, reasons, serviceOf, tooLate, why } from './_entry-reasons.ts'

describe('[R6.1] the first reason that holds, and the next step', () => {
  test.each(reasons.map((one, index) => [`${one.refused} ${one.reason ?? ''}`.trim(), index] as const))(
    '%s is given before all that follow it',
    (_name, index) => {
      const day = dayFrom(index)
      const { refused, next } = reasons[index] as (typeof reasons)[number]
      const asking = { visitor: 'v1' }
      expect(ask(day, asking, tooLate).refusal).toEqual({ refused, next: expect.objectContaining(next) })
      // The deciding hall gives the very same answer.
      const asked = day.ask(issuing('A1', { visitor: 'v1', forecast: tooLate }))
      expect(asked).toEqual({ refusal: ask(day, asking, tooLate).refusal })
    },
  )

  test('a closed day comes before every calendar, and is refused in demo mode too', () => {
    const day = dayFrom(2)
    day.act({ verb: 'close-day' })
    expect(why(day)).toBe('day-closed')
    expect(mayIssue(day.hall, a1, day.clock.at, null, false).refusal).toEqual({
      refused: 'day-closed',
      next: { opensAt: wita('08:00', '2026-07-15'), issuesFrom: wita('07:00', '2026-07-15') },
    })
  })

  test('with none of them a number is given, and the next one', () => {
    const day = dayFrom(reasons.length)
    expect(ask(day)).toEqual({ refusal: null, promise: 'amber', closesAt: wita('15:00'), startsAt: null })
    expect(day.ask(issuing('A1'))).toHaveProperty('answer')
  })

  test('in demo mode nothing about time, amount or person refuses', () => {
    const day = dayFrom(0)
    const demo = () => mayIssue(day.hall, { ...a1, visitor: 'v1' }, day.clock.at, tooLate, false)
    expect(demo().refusal?.refused).toBe('building-paused')
    day.act({ verb: 'resume-building' })
    expect(demo().refusal?.refused).toBe('system-down')
    outage(day, 'SIAK', false)
    expect(demo()).toEqual({ refusal: null, promise: 'green', closesAt: null, startsAt: null })
  })

  test('issuing opens an hour before the first interval and says when serving starts', () => {
    const day = openDay(entryBuilding())
    expect(ask(at(day, '06:59')).refusal).toEqual({
      refused: 'closed-now',
      next: { reason: 'not-yet', opensAt: wita('08:00'), issuesFrom: wita('07:00') },
    })
    expect(ask(at(day, '07:00'))).toMatchObject({ refusal: null, startsAt: wita('08:00') })
    expect(ask(at(day, '08:00'))).toMatchObject({ refusal: null, startsAt: null })
    const strict = openDay(
      entryBuilding((site) => {
        site.site.rules.issueEarlyMinutes = 0
      }),
    )
    expect(why(at(strict, '07:59'))).toBe('closed-now')
    expect(why(at(strict, '08:00'))).toBeNull()
  })

  test('a break refuses nothing and says when serving goes on', () => {
    const day = openDay(
      entryBuilding((site) => {
        site.site.hours.tue = [
          { from: '08:00', to: '11:30' },
          { from: '13:00', to: '15:00' },
        ]
      }),
    )
    expect(ask(at(day, '12:00'))).toMatchObject({ refusal: null, startsAt: wita('13:00'), closesAt: wita('15:00') })
    expect(ask(at(day, '09:00'))).toMatchObject({ refusal: null, startsAt: null, closesAt: wita('15:00') })
    expect(why(at(day, '15:00'))).toBe('closed-now')
  })

  test.each([
    ['the site', 10, {}, '14:50'],
    ['the booth', 10, { booth: 60 }, '14:00'],
    ['the service', 10, { booth: 60, service: 0 }, '15:00'],
    ['the service, longer', 0, { service: 90 }, '13:30'],
  ])(
    'the cut-off of %s holds, apart from closing',
    (_whose, site, { booth, service }: { booth?: number; service?: number }, end) => {
      const day = openDay(
        entryBuilding((plan) => {
          plan.site.rules.cutOffMinutes = site
          if (booth !== undefined) boothOf(plan).cutOffMinutes = booth
          if (service !== undefined) serviceOf(plan).cutOffMinutes = service
        }),
      )
      day.clock.at = wita(end) - 1
      expect(ask(day)).toMatchObject({ refusal: null, closesAt: wita('15:00') })
      day.clock.at = wita(end)
      expect(why(day)).toBe(end === '15:00' ? 'closed-now' : 'cut-off')
    },
  )

  test('the cut-off is that of the last interval of the day', () => {
    const day = openDay(
      entryBuilding((site) => {
        site.site.rules.cutOffMinutes = 30
        site.site.hours.tue = [
          { from: '08:00', to: '11:30' },
          { from: '13:00', to: '15:00' },
        ]
      }),
    )
    expect(why(at(day, '11:15'))).toBeNull()
    expect(why(at(day, '14:30'))).toBe('cut-off')
  })

  test('nobody who waits is moved by any of it: numbers already given stay callable', () => {
    const day = openDay(entryBuilding())
    const id = day.issue('A1')
    at(day, '15:30')
    expect(why(day)).toBe('closed-now')
    expect(day.callNext(1)).toBe(id)
  })

  test('no next time within 60 days is said as such', () => {
    const day = openDay(
      entryBuilding((site) => {
        site.exceptions = [exception('RENOVATION', '2026-07-14', '2026-10-30', '')]
      }),
    )
    expect(ask(at(day, '09:00')).refusal).toEqual({
      refused: 'closed-today',
      next: { reason: 'exception', opensAt: null, issuesFrom: null, nameId: 'RENOVATION', nameEn: 'RENOVATION (en)' },
    })
  })

  test.each([
    ['Asia/Jakarta', '+07:00'],
    ['Asia/Jayapura', '+09:00'],
    ['Asia/Makassar', '+08:00'],
  ])('the day and its hours are those of %s', (timeZone, offset) => {
    const day = openDay(
      entryBuilding((site) => {
        site.site.timeZone = timeZone
      }),
    )
    const local = (time: string) => Date.parse(`2026-07-14T${time}:00${offset}`)
    day.clock.at = local('06:59')
    expect(why(day)).toBe('closed-now')
    day.clock.at = local('07:00')
    expect(ask(day)).toMatchObject({ refusal: null, startsAt: local('08:00'), closesAt: local('15:00') })
    day.clock.at = local('15:00')
    expect(why(day)).toBe('closed-now')
  })

  test('a system of the service itself stands instead of its booth’s, and comes back', () => {
    const day = openDay(
      entryBuilding((site) => {
        boothOf(site).centralSystems = ['SIAK']
        serviceOf(site, 'A2').centralSystems = ['SIMKIM']
      }),
    )
    at(day, '09:00')
    outage(day, 'SIMKIM')
    expect([why(day), why(day, { service: 'A2' }), why(day, { service: 'B1' })]).toEqual([null, 'system-down', null])
    outage(day, 'SIMKIM', false)
    outage(day, 'SIAK')
    expect([why(day), why(day, { service: 'A2' }), why(day, { service: 'B1' })]).toEqual(['system-down', null, null])
  })

  test('one active number of a service for a visitor who is known, until it has ended', () => {
    const day = openDay(entryBuilding())
    at(day, '09:00')
    const { answer } = day.ask(issuing('A1', { visitor: 'v1' })) as {
      answer: { ticket: { id: string; label: string } }
    }
    expect(day.ticket(answer.ticket.id).visitor).toBe('v1')
    expect(ask(day, { visitor: 'v1' }).refusal).toEqual({ refused: 'already-holding', next: { label: 'A-001' } })
    expect(why(day, { visitor: 'v2' })).toBeNull()
    expect(why(day, { visitor: 'v1', service: 'A2' })).toBeNull()
    expect(why(day, { visitor: null })).toBeNull()
    day.callNext(1)
    expect(why(day, { visitor: 'v1' })).toBe('already-holding')
    day.finish(answer.ticket.id)
    expect(why(day, { visitor: 'v1' })).toBeNull()
  })

  test('a service that the building does not have is an error of the caller', () => {
    const day = openDay(entryBuilding())
    expect(() => mayIssue(day.hall, { ...a1, service: 'ZZ' }, day.clock.at, null, true)).toThrow(RangeError)
    expect(day.ask(issuing('ZZ'))).toEqual({ unknown: 'service' })
  })
})

describe('[R6.1] quotas', () => {
  const limited = (quota: number, kept?: number) =>
    openDay(
      entryBuilding((site) => {
        serviceOf(site).dailyQuota = quota
        if (kept !== undefined) serviceOf(site).priorityQuota = kept
      }),
    )
  const left = (day: Day, more: Partial<Asking> = {}) =>
    [20, 10, 5, 3, 2, 1].find((items) => ask(day, { ...more, items }).refusal === null) ?? 0

  test('applications are counted, not numbers', () => {
    const day = at(limited(5), '09:00')
    day.act(issuing('A1', { items: 3 }))
    expect(ask(day, { items: 3 }).refusal).toMatchObject({ refused: 'quota-full', next: { quota: 5, left: 2 } })
    const two = day.act(issuing('A1', { items: 2 })).ticket
    expect(two?.items).toBe(2)
    expect(why(day)).toBe('quota-full')
    expect(day.act(issuing('A2', { items: 1 })).ticket).not.toHaveProperty('items')
  })

  test('[R3.24] reserved numbers count; void, cancelled and those sent elsewhere give back; all others count', () => {
    const day = at(limited(5), '09:00')
    const ids = Array.from({ length: 5 }, () => day.issue('A1', { delivery: 'screen' }))
    expect(left(day)).toBe(0)
    const [reserved, second, third, fourth, fifth] = ids as [string, string, string, string, string]
    day.wait(4 * minutes)
    day.act({ verb: 'lapse', ticket: reserved })
    expect(left(day)).toBe(1)
    day.act({ verb: 'cancel', ticket: second, reason: null })
    expect(left(day)).toBe(2)
    day.does('deliver', third)
    day.transfer(third, { service: 'B1' })
    expect(left(day)).toBe(3)
    day.does('deliver', fourth)
    day.does('deliver', fifth)
    day.callNext(1)
    day.finish(fourth)
    day.callNext(1)
    day.does('miss', fifth)
    day.does('no-show', fifth)
    expect(left(day)).toBe(3)
    day.does('deliver', reserved)
    expect(left(day)).toBe(2)
  })

  test('two kiosks at the same moment never exceed it: the hall decides one after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (asked, quota) => {
          const day = at(limited(quota), '09:00')
          let taken = 0
          for (const items of asked) {
            const decision = day.ask(issuing('A1', { items }))
            expect('answer' in decision).toBe(taken + items <= quota)
            if ('answer' in decision) taken += items
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('[R6.3] a part is kept for priority, less what priority has taken', () => {
    const day = at(limited(5, 2), '09:00')
    for (let count = 0; count < 3; count++) day.act(issuing('A1'))
    expect([why(day), why(day, { priority: true })]).toEqual(['quota-full', null])
    day.act(issuing('A1', { priority: true }))
    expect([why(day), why(day, { priority: true })]).toEqual(['quota-full', null])
    day.act(issuing('A1', { priority: true }))
    expect([why(day), why(day, { priority: true })]).toEqual(['quota-full', 'quota-full'])
    const early = at(limited(5, 2), '09:00')
    for (let count = 0; count < 3; count++) early.act(issuing('A1', { priority: true }))
    expect(left(early)).toBe(2)
  })

  const passport = () =>
    openDay(
      entryBuilding((site) => {
        serviceOf(site).sessions = [{ days: ['mon', 'wed'], from: '08:00', to: '12:00', quota: 30 }]
      }),
    )

  test('sessions: passports on Monday and Wednesday from 08.00 to 12.00, thirty of them', () => {
    const day = passport()
    expect(ask(at(day, '09:00')).refusal).toMatchObject({
      refused: 'closed-today',
      next: { reason: 'weekly', opensAt: wita('08:00', '2026-07-15') },
    })
    day.act({ verb: 'open-day', day: '2026-07-15' })
    at(day, '07:30', '2026-07-15')
    expect(ask(day)).toMatchObject({ startsAt: wita('08:00', '2026-07-15'), closesAt: wita('12:00', '2026-07-15') })
    for (let count = 0; count < 30; count++) day.act(issuing('A1'))
    expect(ask(day).refusal).toMatchObject({
      refused: 'quota-full',
      next: { quota: 30, left: 0, opensAt: wita('08:00', '2026-07-20') },
    })
    expect(why(at(day, '12:00', '2026-07-15'))).toBe('closed-now')
  })

  test('two sessions of a day have a quota and a cut-off each; a number is for the one that runs, else for the next', () => {
    const day = openDay(
      entryBuilding((site) => {
        serviceOf(site).cutOffMinutes = 30
        serviceOf(site).sessions = [
          { days: ['tue'], from: '08:00', to: '10:00', quota: 1 },
          { days: ['tue'], from: '13:00', to: '15:00', quota: 2 },
        ]
      }),
    )
    at(day, '09:00')
    day.act(issuing('A1'))
    expect(ask(day).refusal).toMatchObject({ refused: 'quota-full', next: { opensAt: wita('13:00') } })
    expect(ask(at(day, '09:30')).refusal).toMatchObject({ refused: 'cut-off', next: { opensAt: wita('13:00') } })
    expect(ask(at(day, '10:00'))).toMatchObject({ refusal: null, startsAt: wita('13:00'), closesAt: wita('15:00') })
    day.act(issuing('A1'))
    at(day, '13:30')
    day.act(issuing('A1'))
    expect(ask(day).refusal).toMatchObject({
      refused: 'quota-full',
      next: { quota: 2, left: 0, opensAt: wita('08:00', '2026-07-21') },
    })
  })
})

describe('[R6.2] the closing promise', () => {
  const day = at(openDay(entryBuilding()), '14:00')
  test.each([
    [{ p50: 30, p95: 60 }, 'green', null],
    [{ p50: 30, p95: 61 }, 'amber', null],
    [{ p50: 60, p95: 90 }, 'amber', null],
    [{ p50: 61, p95: 90 }, 'amber', 'closing-soon'],
    [null, 'amber', null],
  ] as const)('an end in %j minutes is %s %s', (end, promise, refused) => {
    const forecast = end && { p50: end.p50 * minutes, p95: end.p95 * minutes }
    const admission = ask(day, {}, forecast)
    expect(admission).toMatchObject({ promise, closesAt: wita('15:00') })
    expect(admission.refusal?.refused ?? null).toBe(refused)
  })

  test('what is refused names the end and the next free time', () => {
    expect(ask(day, {}, { p50: 61 * minutes, p95: 90 * minutes }).refusal?.next).toEqual({
      closesAt: wita('15:00'),
      endsAt: wita('15:01'),
      opensAt: wita('08:00', '2026-07-15'),
      issuesFrom: wita('07:00', '2026-07-15'),
    })
  })
})

describe('[R6.1, R6.2] one answer', () => {
  const forecasts = fc.option(
    fc.record({ p50: fc.integer({ min: 0, max: 300 }), p95: fc.integer({ min: 0, max: 400 }) }).map(({ p50, p95 }) => ({
      p50: p50 * minutes,
      p95: Math.max(p50, p95) * minutes,
    })),
  )
  test('what it promises is issued, and what it refuses is refused, at any minute and quota', () => {
    const site = entryBuilding((plan) => {
      serviceOf(plan).dailyQuota = 6
      serviceOf(plan).priorityQuota = 2
      serviceOf(plan, 'A2').sessions = [
        { days: ['tue'], from: '08:30', to: '10:00', quota: 3 },
        { days: ['tue'], from: '10:00', to: '14:00', quota: 2 },
      ]
      plan.site.rules.cutOffMinutes = 20
    })
    const services = fc.constantFrom('A1', 'A2', 'B1')
    const step = fc.record({
      at: anyMinute,
      service: services,
      items: fc.integer({ min: 1, max: 3 }),
      priority: fc.boolean(),
      forecast: forecasts,
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const day = openDay(site)
        for (const { at: time, service, items, priority, forecast } of steps.toSorted((a, b) => a.at - b.at)) {
          day.clock.at = time
          const { refusal } = ask(day, { service, items, priority }, forecast)
          const decision = day.ask(issuing(service, { items, priority, forecast }))
          if (refusal) expect(decision).toEqual({ refusal })
          else expect(decision).toHaveProperty('answer')
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the next time it names is one at which a number is given', () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom('A1', 'B1'), (time, service) => {
        const day = openDay(
          entryBuilding((site) => {
            site.holidays = [holiday('2026-07-15')]
            site.exceptions = [exception('LATE', '2026-07-16', '2026-07-17', '10:00-12:00', { agency: 'A' })]
          }),
        )
        day.clock.at = time
        const next = ask(day, { service }).refusal?.next
        if (!next) return
        const from = Number(next.issuesFrom)
        expect(mayIssue(day.hall, { ...a1, service }, from, null, true)).toMatchObject({
          refusal: null,
          startsAt: next.opensAt,
        })
        expect(mayIssue(day.hall, { ...a1, service }, from - 1, null, true).refusal).not.toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})
