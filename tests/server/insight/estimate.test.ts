import fc from 'fast-check'
import type { Forecast } from '../../../server/contract/estimate.ts'
import { createEstimator, estimate } from '../../../server/insight/estimate.ts'
import { minuteMs, morning, readPaser, ruledHall } from './_hall.ts'

const site = readPaser()
const later = morning + 20 * minuteMs
const newcomer = { service: 'DUKC-01', priority: false }

function forecastFor(
  hall: ReturnType<typeof ruledHall>['hall'],
  subject: Parameters<typeof estimate>[1] = newcomer,
  now = later,
): Forecast {
  const forecast = estimate(hall, subject, now)
  if (!forecast) throw new Error('no forecast')
  return forecast
}

const points = ({ p10, p50, p90, p95 }: Forecast) => [p10, p50, p90, p95]

/** DUKC: three counters that hold all of its services. */
function dukc(open: readonly number[], line: readonly { service: string; priority: boolean }[], isBusy: boolean) {
  const built = ruledHall(site)
  for (const counter of open) built.open(counter)
  if (isBusy) {
    for (const counter of open) {
      built.issue('DUKC-03', morning)
      built.act({ verb: 'start', ticket: built.callNext(counter, morning + minuteMs) }, morning + 2 * minuteMs)
    }
  }
  const tickets = line.map(({ service, priority }, index) =>
    built.issue(service, morning + (3 + index / 10) * minuteMs, priority),
  )
  return { ...built, tickets }
}

const lines = fc.array(
  fc.record({ service: fc.constantFrom('DUKC-01', 'DUKC-02', 'DUKC-04', 'DUKC-08'), priority: fc.boolean() }),
  { maxLength: 25 },
)
const regularLines = lines.map((line) => line.map(({ service }) => ({ service, priority: false })))
const someCounters = fc.constantFrom([4], [4, 5], [4, 5, 6])

describe('the estimate', () => {
  test('R7.1 is unknown without an open counter, for an unknown service and for a number that is in no line', () => {
    const { hall, act, open, issue, callNext } = ruledHall(site)
    expect(estimate(hall, newcomer, later)).toBeNull()
    open(4)
    expect(estimate(hall, { service: 'NONE-01', priority: false }, later)).toBeNull()
    expect(estimate(hall, { ticket: 'nobody' }, later)).toBeNull()
    const ticket = issue('DUKC-01', morning)
    callNext(4, later)
    expect(estimate(hall, { ticket }, later)).toBeNull()
    act({ verb: 'break-counter', counter: 4, reason: 'prayer', until: later + 10 * minuteMs, force: false }, later)
    expect(estimate(hall, newcomer, later)).toBeNull()
  })

  test('is nothing at all where a counter stands idle', () => {
    expect(points(forecastFor(dukc([4], [], false).hall))).toEqual([0, 0, 0, 0])
  })

  test('one visitor at one counter: about what is left of the desk time', () => {
    const { hall } = dukc([4], [], true)
    const early = forecastFor(hall, newcomer, morning + 2 * minuteMs)
    expect(early.p50).toBeGreaterThan(7 * minuteMs)
    expect(early.p50).toBeLessThan(13 * minuteMs)
    expect(forecastFor(hall, newcomer, morning + 8 * minuteMs).p50).toBeLessThan(early.p50)
    expect(forecastFor(hall, newcomer, morning + 90 * minuteMs).p90).toBeGreaterThan(0)
  })

  test('a break with a promised return is waited for, and one counter more is counted from then on', () => {
    const line = Array.from({ length: 12 }, () => ({ service: 'DUKC-01', priority: false }))
    const { hall, act } = dukc([4, 5], line, false)
    const both = forecastFor(hall)
    act({ verb: 'break-counter', counter: 5, reason: 'prayer', until: later + 30 * minuteMs, force: false }, later)
    const promised = forecastFor(hall)
    act({ verb: 'close-counter', counter: 5, confirm: true, force: false }, later)
    const alone = forecastFor(hall)
    expect(promised.p50).toBeGreaterThan(both.p50)
    expect(alone.p50).toBeGreaterThan(promised.p50)
  })

  test('the points of one forecast never fall', () => {
    fc.assert(
      fc.property(someCounters, lines, fc.boolean(), fc.boolean(), (open, line, isBusy, priority) => {
        const { hall, tickets } = dukc(open, line, isBusy)
        for (const subject of [{ service: 'DUKC-02', priority }, ...tickets.map((ticket) => ({ ticket }))]) {
          const given = points(forecastFor(hall, subject))
          expect(given).toEqual([...given].sort((a, b) => a - b))
          expect(given[0]).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('nobody waits shorter because the line is longer', () => {
    fc.assert(
      fc.property(someCounters, regularLines, fc.boolean(), (open, line, isBusy) => {
        const { hall, issue } = dukc(open, line, isBusy)
        const before = points(forecastFor(hall))
        issue('DUKC-04', later)
        const after = points(forecastFor(hall))
        after.forEach((ms, index) => void expect(ms).toBeGreaterThanOrEqual(before[index] as number))
      }),
      { numRuns: 60 },
    )
  })

  test('nobody waits longer because another counter opens', () => {
    fc.assert(
      fc.property(regularLines, fc.boolean(), (line, isBusy) => {
        const { hall, open } = dukc([4, 5], line, isBusy)
        const before = points(forecastFor(hall))
        open(6, later)
        const after = points(forecastFor(hall))
        after.forEach((ms, index) => void expect(ms).toBeLessThanOrEqual(before[index] as number))
      }),
      { numRuns: 60 },
    )
  })

  test('R4.3 priority goes ahead of the regular line, and taking the number changes nothing about what was told before', () => {
    const line = Array.from({ length: 9 }, () => ({ service: 'DUKC-01', priority: false }))
    const { hall, issue } = dukc([4, 5], line, true)
    const regular = forecastFor(hall)
    expect(forecastFor(hall, { service: 'DUKC-01', priority: true }).p50).toBeLessThan(regular.p50 / 2)
    const ticket = issue('DUKC-01', later)
    expect(forecastFor(hall, { ticket })).toEqual(regular)
  })

  test('the memory changes no answer: the same after every event and in every minute', () => {
    const { estimate: remembering } = createEstimator()
    const { hall, act, issue, callNext } = dukc([4, 5, 6], [], true)
    const waiting = ['DUKC-01', 'BPJK-01', 'DUKC-02', 'DUKC-08'].map((service) => issue(service, later))
    const [first] = waiting
    const steps = [
      () => issue('DUKC-05', later),
      () => act({ verb: 'visitor', ticket: first as string, action: 'later' }, later),
      () => act({ verb: 'open-counter', counter: 9, officer: 'officer-9' }, later),
      () => callNext(9, later),
      () => act({ verb: 'set-priority', ticket: waiting[3] as string, priority: true, reason: null }, later),
      () =>
        act({ verb: 'break-counter', counter: 5, reason: 'prayer', until: later + 60 * minuteMs, force: true }, later),
      () => undefined,
    ]
    const subjects = [...waiting.map((ticket) => ({ ticket })), newcomer, { service: 'BPJK-02', priority: true }]
    steps.forEach((step, index) => {
      step()
      for (const subject of subjects) {
        const now = later + index * 25_000
        expect(remembering(hall, subject, now)).toEqual(estimate(hall, subject, now))
      }
    })
  })
})
