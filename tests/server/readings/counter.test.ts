import type { CounterSnapshot } from '../../../server/contract/live.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { readCounterView } from '../../../server/readings/counter.ts'
import type { Lens } from '../../../server/readings/reading.ts'
import { expectedWaits } from '../../../server/readings/waits.ts'
import { building } from '../core/_building.ts'
import { minutes, officerAt, openDay } from '../core/_day.ts'

const plan = building({
  profiles: { 1: [['A1', 'A2']], 2: [['A1']], 3: [['B1']], 4: [['C1']] },
  rules: { autoStartSeconds: 30, autoCallSeconds: 20 },
})
const site = {
  ...plan,
  counters: plan.counters.map((one) =>
    one.number === 1 ? { ...one, breaks: { tue: [{ from: '11:30', to: '12:15' }], wed: [] } } : one,
  ),
}

/** Nobody can say how long it takes, but for the services given here (minutes). */
const lensOf = (hall: Hall, now: number, medians: Readonly<Record<string, number>> = {}): Lens => ({
  hall,
  now,
  forecast: (_, subject) => {
    const median = 'service' in subject ? medians[subject.service] : undefined
    return median === undefined ? null : { p10: 0, p50: median * minutes, p90: 0, p95: 0 }
  },
  admission: () => ({ refusal: null, promise: 'green', closesAt: null, startsAt: null }),
  terms: () => ({ inForce: false, forecast: null }),
  publicUrl: '',
  remarks: { wordsOf: () => null, notesOf: () => [] },
  inForce: () => false,
  shiftsOn: () => [],
})
const view = (day: ReturnType<typeof openDay>, counter: number) =>
  readCounterView(lensOf(day.hall, day.clock.at), counter, () => 'none') as CounterSnapshot
const labels = (rows: readonly { label: string }[]) => rows.map(({ label }) => label)

test('[R5.7] a visitor on a side trip is in a list of the sender, until they are back in line', () => {
  const day = openDay(site)
  const ticket = day.issue('A1')
  day.callNext(1)
  day.does('start', ticket)
  day.transfer(ticket, { service: 'B1' }, { returnHere: true })
  expect(view(day, 1).away).toMatchObject([{ label: 'A-001', at: { sign: '02', state: 'waiting' } }])
  expect([view(day, 2).away, view(day, 3).away, view(day, 1).held]).toEqual([[], [], []])
  day.callNext(3)
  expect(view(day, 1).away).toMatchObject([{ at: { state: 'called' } }])
  expect(view(day, 3).ticket?.steps).toMatchObject([
    { state: 'held', present: false },
    { state: 'called', present: true },
  ])
  day.finish(ticket)
  expect(view(day, 1).away).toEqual([])
  expect(labels(view(day, 1).waiting)).toEqual(['A-001'])
})

test('[R3.22] those given up as absent stand apart, at the counters that hold their service', () => {
  const day = openDay(site)
  const ticket = day.issue('A1')
  day.callNext(1)
  day.does('miss', ticket)
  expect([labels(view(day, 1).missed), labels(view(day, 1).gone)]).toEqual([['A-001'], []])
  day.does('no-show', ticket)
  expect([labels(view(day, 1).missed), labels(view(day, 1).gone)]).toEqual([[], ['A-001']])
  expect(view(day, 3).gone).toEqual([])
})

test('[R5.5] what happens by itself, and when: a call while somebody is callable, a start while somebody is called', () => {
  const day = openDay(site)
  expect(view(day, 1).automatic).toBeNull()
  const ticket = day.issue('A1')
  expect(view(day, 1).automatic).toEqual({ act: 'call', at: day.clock.at + 20_000 })
  day.callNext(1)
  expect(view(day, 1).automatic).toEqual({ act: 'start', at: day.clock.at + 30_000 })
  day.does('start', ticket)
  expect(view(day, 1).automatic).toBeNull()
  day.issue('B1')
  day.act({ verb: 'pause-building', reason: 'drill', until: null })
  expect(view(day, 3).automatic).toBeNull()
})

test('a colleague takes over who is open, free and holds the service', () => {
  const day = openDay(site)
  const takesOver = () => view(day, 1).others.map((other) => other.takesOver)
  expect(takesOver()).toEqual([false])
  const ticket = day.issue('A1')
  day.callNext(1)
  expect(takesOver()).toEqual([true])
  day.close(2)
  expect(takesOver()).toEqual([false])
  day.open(2)
  day.act({ verb: 'hand-over', ticket, counter: 2 }, officerAt(1))
  expect([view(day, 1).ticket, view(day, 2).ticket?.label]).toEqual([null, 'A-001'])
})

test('the counter says its services, and its planned breaks of the day', () => {
  const { counter } = view(openDay(site), 1)
  expect(counter.services).toEqual(['A1', 'A2'])
  expect(counter.breaks).toEqual([
    { from: Date.parse('2026-07-14T11:30:00+08:00'), to: Date.parse('2026-07-14T12:15:00+08:00') },
  ])
})

test('[§3] expected waits are of the legs among which the next one is chosen, where there is a choice', () => {
  const journey = { code: 'J', name: { id: 'J', en: 'J' }, services: ['A1', 'B1', 'C1'], after: {} }
  const day = openDay({ ...site, journeys: [journey] })
  const codes = { ticket: 'x', publicCode: 'x' }
  const issued = { service: 'A1', priority: false, english: false, kiosk: null, delivery: 'none' } as const
  day.act({ verb: 'issue', ...codes, ...issued, journey: 'J' })
  const single = day.issue('A1')
  const lens = lensOf(day.hall, day.clock.at, { A1: 9, B1: 20 })
  expect(expectedWaits(lens, 'x')).toEqual({ B1: 20 * minutes })
  expect([expectedWaits(lens, single), expectedWaits(lens, 'nobody')]).toEqual([null, null])
})
