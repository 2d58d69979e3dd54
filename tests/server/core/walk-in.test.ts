import type { CommandOf } from '../../../server/contract/commands.ts'
import { emptyHall, evolve } from '../../../server/core/hall.ts'
import { waitsOf } from '../../../server/readings/counter.ts'
import { readDisplay } from '../../../server/readings/displays.ts'
import type { Lens } from '../../../server/readings/reading.ts'
import { building } from './_building.ts'
import { minutes, officerAt, openDay, seconds, supervisor } from './_day.ts'
import { entryBuilding, wita } from './_entry.ts'

const site = building({ profiles: { 1: [['A1'], ['A2']], 2: [['A2']], 3: [['B1']] } })

let made = 0
function atDesk(counter: number, service: string, more: Partial<CommandOf<'walk-in'>> = {}): CommandOf<'walk-in'> {
  made += 1
  const codes = { ticket: `w${made}`, publicCode: `wp${made}` }
  return { verb: 'walk-in', counter, ...codes, service, priority: false, english: false, ...more }
}
const officer = officerAt(1)

test('[R5.11] a number and its service in one step, with whom it overtook', () => {
  const day = openDay(site)
  const [one, two] = [day.issue('A1'), day.issue('A1', { priority: true })]
  const second = day.issue('A2')
  const reserved = day.issue('A1', { delivery: 'screen' })
  day.wait(minutes)
  const { ticket, reason } = day.act(atDesk(1, 'A1'), officer)
  expect(ticket).toMatchObject({ label: 'A-005', legs: [{ state: 'serving', counter: 1, calls: 0 }] })
  expect(ticket?.legs[0]).toMatchObject({ calledAt: day.clock.at, startedAt: day.clock.at, queuedAt: day.clock.at })
  expect(day.counter(1).ticket).toBe(ticket?.id)
  expect(reason).toEqual({ rule: 'R5.11', name: 'walk-in', overtook: [one, two] })
  expect(day.why(ticket?.id ?? '')).toEqual(reason)
  expect(day.hall.overtakings.get(one)).toHaveLength(1)
  expect([second, reserved].map((id) => day.hall.overtakings.has(id))).toEqual([false, false])
})

test('[R5.11] of a second-tier service it overtakes both tiers', () => {
  const day = openDay(site)
  const [first, second] = [day.issue('A1'), day.issue('A2')]
  expect(day.act(atDesk(1, 'A2'), officer).reason?.overtook).toEqual([first, second])
})

test('[R5.2, R5.11] nothing is called, so nothing is spoken: the events are an issue and a start', () => {
  const day = openDay(site)
  day.act(atDesk(1, 'A1'), officer)
  expect(day.journal.slice(-2).map(({ type, command }) => [type, command])).toEqual([
    ['issued', day.journal.at(-1)?.command],
    ['started', day.journal.at(-1)?.command],
  ])
  const lens = { hall: day.hall, now: day.clock.at, inForce: () => false } as Lens
  expect(readDisplay(lens, 'A')?.calls).toEqual([])
  expect(waitsOf(day.hall, () => true)).toEqual([])
  expect(day.hall.calls.at(-1)?.call).toBe(0)
})

test('[R4.3, R4.7] it leaves the run as it is and counts as a call, as one by number', () => {
  const day = openDay(site)
  const away = day.issue('A1')
  day.issue('A1', { priority: true })
  day.issue('A1')
  day.callNext(1)
  day.finish(day.counter(1).ticket as string)
  const [run, tally] = [day.counter(1).run, day.hall.tally.get('A1') ?? 0]
  const { ticket } = day.act(atDesk(1, 'A1'), officer)
  expect(day.counter(1).run).toBe(run)
  expect(day.hall.tally.get('A1')).toBe(tally + 1)
  day.finish(ticket?.id as string)
  expect(day.state(away)).toBe('waiting')
})

test('[R7.2] it is served and counted like any other', () => {
  const day = openDay(site)
  const { ticket } = day.act(atDesk(1, 'A1'), officer)
  day.wait(5 * minutes)
  day.finish(ticket?.id as string)
  expect(day.counter(1)).toMatchObject({ served: 1, servedMs: 5 * minutes, ticket: null })
})

test('[R5.6] taken back whole: the number is cancelled and stays used, the call is withdrawn, the counter is free', () => {
  const day = openDay(site)
  const waiting = day.issue('A1')
  const tally = day.hall.tally.get('A1') ?? 0
  const { ticket } = day.act(atDesk(1, 'A1'), officer)
  day.wait(5 * seconds)
  day.act({ verb: 'undo', ticket: ticket?.id as string }, officer)
  expect(day.state(ticket?.id as string)).toBe('cancelled')
  expect(day.counter(1).ticket).toBeNull()
  expect(day.hall.calls).toEqual([])
  expect(day.hall.tally.get('A1') ?? 0).toBe(tally)
  expect(day.hall.overtakings.get(waiting)).toEqual([])
  expect(day.ticket(day.issue('A1')).label).toBe('A-003')
  expect(day.callNext(1)).toBe(waiting)
})

test('[R5.6] what an officer issued at the counter is taken back the same way', () => {
  const day = openDay(site)
  const id = day.issue('A1', { by: officer })
  day.act({ verb: 'undo', ticket: id }, officer)
  expect(day.state(id)).toBe('cancelled')
})

test('[R5.6] once somebody else has touched the number it is not taken back', () => {
  const day = openDay(site)
  const id = day.issue('A1', { by: officer })
  day.act({ verb: 'set-priority', ticket: id, priority: true, reason: null }, supervisor)
  expect(day.refused({ verb: 'undo', ticket: id }, officer)).toBe('nothing-to-undo')
})

test('[R8.3] the journal gives the same hall again', () => {
  const day = openDay(site)
  day.issue('A1')
  const { ticket } = day.act(atDesk(1, 'A1'), officer)
  day.act({ verb: 'undo', ticket: ticket?.id as string }, officer)
  day.act(atDesk(1, 'A2'), officer)
  const again = emptyHall()
  for (const event of day.journal) evolve(again, event)
  expect([...again.tickets]).toEqual([...day.hall.tickets])
  expect(again.calls).toEqual(day.hall.calls)
  expect([...again.asked]).toEqual([...day.hall.asked])
})

describe('[R5.11] what refuses it', () => {
  test('a counter that is busy, closed, somebody else’s, or does not hold the service', () => {
    const day = openDay(site)
    expect(day.refused(atDesk(1, 'B1'), officer)).toBe('not-served-here')
    expect(day.refused(atDesk(3, 'B1'), officer)).toBe('forbidden')
    expect(day.refused(atDesk(1, 'A1'), supervisor)).toBe('forbidden')
    expect(day.ask(atDesk(1, 'ZZ'), officer)).toEqual({ unknown: 'service' })
    expect(day.ask(atDesk(99, 'A1'))).toEqual({ unknown: 'counter' })
    day.issue('A1')
    day.callNext(1)
    expect(day.refused(atDesk(1, 'A1'), officer)).toBe('counter-busy')
    day.finish(day.counter(1).ticket as string)
    day.close(1)
    expect(day.refused(atDesk(1, 'A1'), officer)).toBe('counter-closed')
  })

  test('[R6.1, R6.3] whatever refuses a number, unless the officer says why', () => {
    const day = openDay(entryBuilding())
    day.clock.at = wita('15:30')
    const command = { inForce: true }
    expect(day.refused(atDesk(1, 'A1', command), officer)).toBe('closed-now')
    day.act(atDesk(1, 'A1', { ...command, override: 'menunggu sejak siang', items: 3 }), officer)
    expect(day.journal.at(-2)).toMatchObject({ type: 'issued', overrode: 'closed-now', note: 'menunggu sejak siang' })
    expect(day.ticket(day.counter(1).ticket as string).items).toBe(3)
  })
})
