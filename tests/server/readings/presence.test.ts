import type { Shift } from '../../../server/contract/roster.ts'
import { isClash } from '../../../server/core/shifts.ts'
import { graceMs, presenceOf, readPresence } from '../../../server/readings/presence.ts'
import { building } from '../core/_building.ts'
import { openDay } from '../core/_day.ts'

/** A Tuesday. */
const at = (time: string, day = '2026-07-14') => Date.parse(`${day}T${time}:00+08:00`)
const shift = (wish: Partial<Shift> = {}): Shift => ({
  id: 's',
  officer: 'o',
  counter: 1,
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  to: '12:00',
  validFrom: '2026-07-01',
  validTo: null,
  ...wish,
})

const site = building({ profiles: { 1: [['A1']], 2: [['A1']] } })
type Day = ReturnType<typeof openDay>
const openAt = (time: string) => (day: Day) => {
  day.clock.at = at(time)
  day.open(1)
}
const closeAt = (time: string) => (day: Day) => {
  day.clock.at = at(time)
  day.close(1)
}
const breakAt = (time: string) => (day: Day) => {
  day.clock.at = at(time)
  day.act({ verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false })
}

const table: [what: string, moves: ((day: Day) => void)[], now: string, expected: [string, string] | null][] = [
  ['before it begins', [], '07:59', ['expected', '08:00']],
  ['within the grace', [], '08:04', ['expected', '08:00']],
  ['after the grace', [], '08:05', ['absent', '08:05']],
  ['long after', [], '11:59', ['absent', '08:05']],
  ['over', [], '12:00', null],
  ['open early', [openAt('07:50')], '08:30', ['present', '07:50']],
  ['open late', [openAt('08:20')], '08:30', ['present', '08:20']],
  ['on a break', [openAt('07:55'), breakAt('09:00')], '09:10', ['present', '07:55']],
  ['gone early', [openAt('07:55'), closeAt('10:12')], '10:30', ['left', '10:12']],
  ['back again', [openAt('07:55'), closeAt('10:12'), openAt('10:40')], '11:00', ['present', '10:40']],
  ['the shift before closed as this one began', [openAt('06:00'), closeAt('08:02')], '08:10', ['absent', '08:05']],
]
test.each(table)('presence: %s', (_what, moves, now, expected) => {
  const day = openDay(site, { open: false })
  for (const move of moves) move(day)
  const presence = presenceOf(day.hall, shift(), at(now))
  expect(presence).toEqual(expected && { state: expected[0], since: at(expected[1]) })
})

test('nobody is expected on another day, at a counter that is gone, on a closed day', () => {
  const { hall, act, clock } = openDay(site, { open: false })
  const now = at('09:00')
  expect(presenceOf(hall, shift(), now)?.state).toBe('absent')
  expect(presenceOf(hall, shift({ days: ['wed'] }), now)).toBeNull()
  expect(presenceOf(hall, shift({ validFrom: '2026-07-15' }), now)).toBeNull()
  expect(presenceOf(hall, shift({ validTo: '2026-07-13' }), now)).toBeNull()
  expect(presenceOf(hall, shift({ counter: 99 }), now)).toBeNull()
  clock.at = now
  act({ verb: 'close-day' })
  expect(presenceOf(hall, shift(), now)).toBeNull()
})

test('a counter has the first of its shifts that is not over', () => {
  const { hall } = openDay(site, { open: false })
  const shifts = [shift({ from: '12:00', to: '15:00' }), shift(), shift({ counter: 2, from: '10:00' })]
  const states = (time: string) => readPresence(hall, shifts, at(time)).map(({ counter, state }) => [counter, state])
  expect(graceMs).toBe(5 * 60_000)
  expect(states('09:00')).toEqual([
    [1, 'absent'],
    [2, 'expected'],
  ])
  expect(states('12:01')).toEqual([[1, 'expected']])
})

test('two shifts clash when they are worked at one moment', () => {
  const one = shift()
  expect(isClash(one, shift({ from: '11:59', to: '15:00' }))).toBe(true)
  expect(isClash(one, shift({ from: '12:00', to: '15:00' }))).toBe(false)
  expect(isClash(one, shift({ days: ['sat'] }))).toBe(false)
  expect(isClash(shift({ validTo: '2026-07-31' }), shift({ validFrom: '2026-08-01' }))).toBe(false)
  // Both on Fridays, but no Friday lies in the days that they share.
  expect(
    isClash(shift({ days: ['fri'], validTo: '2026-07-15' }), shift({ days: ['fri'], validFrom: '2026-07-13' })),
  ).toBe(false)
  expect(isClash(one, shift({ days: ['fri'], validFrom: '2030-01-01' }))).toBe(true)
})
