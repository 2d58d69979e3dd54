import { createClock } from '../../../server/clock.ts'
import type { HallEvent } from '../../../server/contract/hall.ts'
import { currentLeg, hasEnded } from '../../../server/core/ticket.ts'
import { instantOf } from '../../../server/core/zone-time.ts'
import { paceOf } from '../../../server/simulation/agenda.ts'
import { findBreaches } from '../../../server/simulation/invariants.ts'
import type { DayProgress } from '../../../server/simulation/report.ts'
import { type Scenario, scenarioOf } from '../../../server/simulation/scenario.ts'
import { simulate } from '../../../server/simulation/simulate.ts'
import { liveThrough, openDay, temporaryFolder } from './_day.ts'

const scenario = (code: string): Scenario => {
  const found = scenarioOf(code)
  if (!found) throw new Error(`no scenario ${code}`)
  return found
}
const clock = (date: string, time: string) => instantOf(date, time, 'Asia/Makassar')
const legsIn = (events: readonly HallEvent[], type: HallEvent['type']) => events.filter((event) => event.type === type)

describe('a busy day', () => {
  let day: Awaited<ReturnType<typeof liveThrough>>
  beforeAll(async () => {
    day = await liveThrough(scenario('busy'), 7)
  })

  test('R2.2 R5.1 R8.3 nothing happens that must not, and the journal read again is the same hall', () => {
    expect(findBreaches(day.events, day.hall)).toEqual([])
  })

  test('everybody comes, takes a number, and it ends that day (R3.23)', () => {
    const { report, hall } = day
    expect(report.visitors).toBe(400)
    expect(report.tickets).toBe(400)
    for (const ticket of hall.tickets.values()) for (const leg of ticket.legs) expect(hasEnded(leg.state)).toBe(true)
    expect(report.served + report.noShow + report.cancelled + report.expired).toBe(400)
    expect(report.served).toBeGreaterThan(300)
    expect(report.services).toBeGreaterThan(report.served)
  })

  test('virtual people ask for nothing that the hall refuses', () => {
    expect(day.report.refused).toEqual({})
  })

  test('every move of a counter screen happens', () => {
    const seen = new Set(day.events.map(({ type }) => type))
    const moves = [
      'called',
      'recalled',
      'started',
      'finished',
      'held',
      'returned',
      'missed',
      'transferred',
      'cancelled',
      'leg-added',
    ]
    for (const type of [...moves, 'deferred', 'on-my-way', 'counter-opened', 'counter-break', 'counter-closed']) {
      expect(seen).toContain(type)
    }
  })

  test('R7.3 most are called inside the range that they were shown', () => {
    const { given, kept, earlier, later } = day.report.estimates
    expect(given).toBeGreaterThan(300)
    expect(kept + earlier + later).toBe(given)
    expect(kept / given).toBeGreaterThan(0.8)
  })

  test('the same seed is the same day to the letter; another seed is another day', async () => {
    const again = await liveThrough(scenario('busy'), 7)
    expect(again.report).toEqual(day.report)
    expect(again.events).toEqual(day.events)
    expect((await liveThrough(scenario('busy'), 8)).report).not.toEqual(day.report)
  })
})

test('two officers stay away: one counter less at each of the two busiest booths', async () => {
  const { events } = await liveThrough(scenario('two-absent'), 1, 40)
  const opened = new Set(legsIn(events, 'counter-opened').flatMap(({ counters }) => counters?.[0]?.number ?? []))
  for (const [present, absent] of [
    [[9, 10], 11],
    [[4, 5], 6],
  ] as const) {
    for (const counter of present) expect(opened).toContain(counter)
    expect(opened).not.toContain(absent)
  }
})

test('R3.3 without paper the kiosk offers numbers on the screen, and they enter the line', async () => {
  const { date } = scenario('paper-out')
  const { events, hall } = await liveThrough(scenario('paper-out'), 1)
  const isWithout = ({ at }: HallEvent) => clock(date, '09:40') <= at && at < clock(date, '10:15')
  const issued = legsIn(events, 'issued').map((event) => ({ event, ticket: event.tickets?.[0] }))
  const onScreen = issued.filter(({ ticket }) => ticket?.delivery === 'screen')
  expect(onScreen.length).toBeGreaterThan(3)
  for (const { event, ticket } of issued) {
    expect(ticket?.delivery === 'screen').toBe(ticket?.kiosk === 'K1' && isWithout(event))
  }
  for (const { ticket } of onScreen)
    expect(currentLeg(hall.tickets.get(ticket?.id ?? '') ?? fail()).state).not.toBe('void')
})

test('Friday prayer: nobody is called between the two intervals, but for who was still at the desk', async () => {
  const friday = { ...scenario('normal'), date: '2026-07-17' }
  const { events, report } = await liveThrough(friday, 3, 150)
  const called = legsIn(events, 'called').map(({ at }) => at)
  expect(called.filter((at) => clock(friday.date, '11:05') < at && at < clock(friday.date, '13:29'))).toEqual([])
  expect(called.filter((at) => at > clock(friday.date, '13:30')).length).toBeGreaterThan(10)
  expect(report.served).toBeGreaterThan(100)
})

test('on a running clock it can be stopped at any moment, and leaves a whole hall', async () => {
  using folder = temporaryFolder()
  await using day = await openDay(folder.path, scenario('busy'), (startAt) =>
    paceOf(createClock({ startAt, speed: 3600 })),
  )
  const stop = new AbortController()
  const seen: DayProgress[] = []
  const running = simulate(day.entered, {
    scenario: scenario('busy'),
    seed: 7,
    signal: stop.signal,
    onProgress: (progress) => {
      seen.push(progress)
      if (progress.called >= 5) stop.abort()
    },
  })
  await expect(running).rejects.toThrow(/abort/i)
  await day.hall.settled()
  const last = seen.at(-1)
  expect(last?.visitors).toBe(last?.arrivals.reduce((sum, one) => sum + one, 0))
  expect(last?.done).toBe(false)
  expect(last?.openBooths).toBeGreaterThan(0)
  expect(findBreaches(await day.store.journal.readPresent(), day.hall.told)).toEqual([])
})

test('a hall of another day is no place for it', async () => {
  using folder = temporaryFolder()
  await using day = await openDay(folder.path, scenario('busy'))
  await expect(simulate(day.entered, { scenario: scenario('normal'), seed: 1 })).rejects.toThrow('2026-07-15')
})

function fail(): never {
  throw new Error('the number is gone')
}
