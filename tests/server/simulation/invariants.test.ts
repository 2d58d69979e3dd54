import type { HallEvent } from '../../../server/contract/hall.ts'
import { emptyHall, evolve } from '../../../server/core/hall.ts'
import { findBreaches } from '../../../server/simulation/invariants.ts'
import { scenarioOf } from '../../../server/simulation/scenario.ts'
import { liveThrough } from './_day.ts'

let events: readonly HallEvent[]

beforeAll(async () => {
  const scenario = scenarioOf('normal')
  if (!scenario) throw new Error('no scenario')
  events = (await liveThrough(scenario, 1, 30)).events
})

/** What is found in a journal of which one event was changed. */
function breachesWith(change: (event: HallEvent, index: number) => HallEvent | null): string[] {
  const changed = events.flatMap((event, index) => change(event, index) ?? [])
  const hall = emptyHall()
  for (const event of changed) evolve(hall, event)
  return findBreaches(changed, hall)
}

describe('what must hold', () => {
  test('holds on a real day', () => {
    expect(breachesWith((event) => event)).toEqual([])
  })

  test('R8.3 a missing event is found', () => {
    expect(breachesWith((event) => (event.seq === 20 ? null : event))[0]).toContain('journal number 21 follows 19')
  })

  test('R2.2 a label given twice is found, and the gap that it leaves', () => {
    const second = events.filter(({ type }) => type === 'issued')[1]
    const first = events.find(({ type }) => type === 'issued')?.tickets?.[0]
    const breaches = breachesWith((event) =>
      event === second && first
        ? {
            ...event,
            tickets: (event.tickets ?? []).map((ticket) => ({ ...ticket, label: first.label, number: first.number })),
          }
        : event,
    )
    expect(breaches).toContain(`${first?.label} was issued twice`)
  })

  test('R5.1 a number at two counters is found', () => {
    const breaches = breachesWith((event) => {
      const [counter] = event.counters ?? []
      if (event.type !== 'called' || !counter) return event
      return { ...event, counters: [counter, { ...counter, number: counter.number === 1 ? 2 : 1 }] }
    })
    expect(breaches.some((breach) => breach.includes('have the same number'))).toBe(true)
  })

  test('R8.3 a hall that is not what its journal says is found', () => {
    const hall = emptyHall()
    for (const event of events) evolve(hall, event)
    hall.series.set('Z', 5)
    expect(findBreaches(events, hall)).toEqual(['the journal read again gives another hall'])
  })
})
