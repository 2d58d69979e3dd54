import type { Asking } from '../../../server/contract/admission.ts'
import type { Command } from '../../../server/contract/commands.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { createAdmission } from '../../../server/insight/admission.ts'
import { createEstimator } from '../../../server/insight/estimate.ts'
import { minuteMs, readPaser, ruledHall } from './_hall.ts'

/** Karangasem: 200 came to a booth that could serve 50, and nobody told them. Here one counter, open until three. */
const paser = readPaser()
const booth = 'DSOS'
const counter = 13
const service = 'DSOS-01'
const deskMinutes = 11
const site: SitePackage = {
  ...paser,
  services: paser.services.map((one) => (one.booth === booth ? { ...one, minutes: deskMinutes } : one)),
}
const closing = Date.parse('2026-07-14T15:00:00+08:00')
/** A minute to the counter, and one call in twenty that nobody answers. */
const stayMs = (0.95 * (deskMinutes + 1) + 0.05 * 1.25) * minuteMs
const capacity = 24
const now = Math.round(closing - (capacity + 0.5) * stayMs)

function open(building = site) {
  const hall = ruledHall(building)
  const { serviceEnd, estimate } = createEstimator()
  const { admission, terms, promiseOf } = createAdmission(serviceEnd, () => true)
  const asking = (more: Partial<Asking> = {}): Asking => ({
    service,
    priority: false,
    items: 1,
    visitor: null,
    ...more,
  })
  let count = 0
  return {
    ...hall,
    estimate,
    promiseOf,
    ask: (more?: Partial<Asking>, at = now) => admission(hall.hall, asking(more), at),
    end: (more?: Partial<Asking>, at = now) => serviceEnd(hall.hall, asking(more), at),
    /** Takes a number with the terms in force, as the door does; throws the refusal. */
    take: (more?: Partial<Asking>, at = now) => {
      const one = asking(more)
      const command: Command = {
        verb: 'issue',
        ...one,
        ...terms(hall.hall, one, at),
        ticket: `taken-${++count}`,
        publicCode: `code-${count}`,
        english: false,
        kiosk: null,
        delivery: 'none',
      }
      hall.act(command, at)
      return `taken-${count}`
    },
  }
}

test('[R6.2] Karangasem: who cannot be served before closing is warned, then refused, before there is a number', () => {
  const hall = open()
  hall.open(counter, now)
  const told: string[] = []
  for (let visitor = 1; visitor <= 40; visitor++) {
    const { refusal, promise } = hall.ask()
    told.push(refusal?.refused ?? promise)
    if (refusal) {
      expect(() => hall.take()).toThrow('closing-soon')
      break
    }
    hall.take()
  }
  const green = told.filter((one) => one === 'green').length
  const amber = told.filter((one) => one === 'amber').length
  // Green, then amber, then refused; never back.
  expect(told).toEqual([...Array(green).fill('green'), ...Array(amber).fill('amber'), 'closing-soon'])
  expect(green).toBeGreaterThan(10)
  expect(green).toBeLessThan(capacity)
  expect(amber).toBeGreaterThan(0)
  expect(green + amber).toBeGreaterThanOrEqual(capacity - 2)
  expect(green + amber).toBeLessThanOrEqual(capacity + 1)
})

test('[R6.2] the refusal says when the line would end and when the booth opens again', () => {
  const hall = open()
  hall.open(counter, now)
  for (let visitor = 0; visitor < 30; visitor++) hall.issue(service, now)
  const { refusal } = hall.ask()
  expect(refusal?.refused).toBe('closing-soon')
  expect(refusal?.next).toMatchObject({ closesAt: closing, opensAt: Date.parse('2026-07-15T08:00:00+08:00') })
  expect(refusal?.next?.endsAt).toBeGreaterThan(closing)
})

test('[R6.2] without an open counter nobody can say: amber', () => {
  const hall = open()
  expect(hall.end()).toBeNull()
  expect(hall.ask()).toMatchObject({ refusal: null, promise: 'amber', closesAt: closing })
})

test('[R6.2] the end of service is call, way and desk time together, of all the applications on the number', () => {
  const hall = open()
  hall.open(counter, now)
  const one = hall.end() ?? fail()
  const three = hall.end({ items: 3 }) ?? fail()
  expect(one.p50).toBeGreaterThan((deskMinutes / 2) * minuteMs)
  expect(one.p95).toBeGreaterThan(one.p50)
  // Twice the desk time more, in the middle of its distribution.
  const median = deskMinutes / Math.sqrt(1 + 0.6 ** 2)
  expect(three.p50 - one.p50).toBeGreaterThan(1.7 * median * minuteMs)
  expect(three.p50 - one.p50).toBeLessThan(2.3 * median * minuteMs)
  for (let visitor = 0; visitor < 5; visitor++) hall.issue(service, now)
  const behind = hall.end() ?? fail()
  // Not a sum of quantiles: five people before somebody even out.
  expect(behind.p95).toBeLessThan(6 * one.p95)
  expect(hall.end({ priority: true })?.p50).toBeLessThan(behind.p50)
})

test('the applications of everybody in line are counted in their time at the desk', () => {
  const [single, several] = [open(), open()]
  for (const hall of [single, several]) hall.open(counter, now)
  for (let visitor = 0; visitor < 3; visitor++) {
    single.take()
    several.take({ items: 4 })
  }
  const wait = (hall: typeof single) => hall.estimate(hall.hall, { service, priority: false }, now)?.p50 ?? 0
  expect(wait(several)).toBeGreaterThan(2.5 * wait(single))
  expect(wait(several)).toBeLessThan(4 * wait(single))
})

test('[R6.2] what a number in line was promised is judged by its own place', () => {
  const hall = open()
  hall.open(counter, now)
  const first = hall.take()
  while (hall.ask().refusal === null) hall.take()
  const ticket = hall.hall.tickets.get(first) ?? fail()
  expect(hall.promiseOf(hall.hall, ticket, now)).toMatchObject({ promise: 'green', closesAt: closing })
})

test('[R7.1] paused with the building or with the central system, and going on afterwards', () => {
  const hall = open()
  hall.open(counter, now)
  const waiting = hall.take()
  const guess = (subject: Parameters<typeof hall.estimate>[1] = { ticket: waiting }) =>
    hall.estimate(hall.hall, subject, now)
  expect(guess()).not.toBeNull()
  const [system] = paser.booths.find(({ code }) => code === booth)?.centralSystems ?? []
  hall.act({ verb: 'set-system', system: system ?? '', down: true }, now)
  expect([guess(), guess({ service, priority: true }), hall.end()]).toEqual([null, null, null])
  expect(hall.ask().refusal?.refused).toBe('system-down')
  expect(guess({ service: 'DUKC-01', priority: false })).toBeNull()
  hall.act({ verb: 'set-system', system: system ?? '', down: false }, now)
  expect(guess()).not.toBeNull()
  hall.act({ verb: 'pause-building', reason: 'Upacara', until: null }, now)
  expect([guess(), hall.end()]).toEqual([null, null])
  hall.act({ verb: 'resume-building' }, now)
  expect(guess()).not.toBeNull()
})

test('what a counter does not call in is waited through: its planned break, and the prayer between two intervals', () => {
  const breaks = { tue: [{ from: '10:30', to: '11:30' }] }
  const planned = {
    ...site,
    counters: site.counters.map((one) => (one.number === counter ? { ...one, breaks } : one)),
  }
  const before = Date.parse('2026-07-14T10:20:00+08:00')
  const [usual, paused] = [open(), open(planned)]
  for (const hall of [usual, paused]) {
    hall.open(counter, before)
    for (let visitor = 0; visitor < 4; visitor++) hall.issue(service, before)
  }
  const later =
    (paused.end({}, before)?.p50 ?? Number.POSITIVE_INFINITY) - (usual.end({}, before)?.p50 ?? Number.POSITIVE_INFINITY)
  expect(later).toBeGreaterThan(45 * minuteMs)
  expect(later).toBeLessThan(75 * minuteMs)
  // A counter that is open in its break is not on it.
  const within = Date.parse('2026-07-14T10:40:00+08:00')
  expect(paused.end({}, within)).toEqual(usual.end({}, within))
})

function fail(): never {
  throw new Error('there should be one')
}
