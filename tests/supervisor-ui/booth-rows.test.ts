import type { HallBooth } from '../../server/contract/live.ts'
import {
  columns,
  firstOrder,
  longestWaiting,
  openCounters,
  orderAfter,
  servedAt,
  sortBooths,
} from '../../supervisor-ui/booth-rows.ts'
import { dipOf, dips, minutesBetween } from '../../supervisor-ui/load-ramp.ts'

type Counter = HallBooth['counters'][number]

const counter = (number: number, more: Partial<Counter> = {}): Counter => ({
  number,
  label: `Loket ${number}`,
  state: 'open',
  pause: null,
  ticket: null,
  served: 0,
  ...more,
})
const booth = (sign: string, more: Partial<HallBooth> = {}): HallBooth => ({
  code: `B${sign}`,
  sign,
  name: `Gerai ${sign}`,
  floor: 1,
  zone: 'A',
  waiting: 0,
  longestSince: null,
  estimate: null,
  counters: [counter(Number(sign))],
  ...more,
})
const signs = (booths: readonly HallBooth[]) => booths.map(({ sign }) => sign)

describe('the order of the booths', () => {
  const booths = [
    booth('01', { waiting: 4, longestSince: 3_000 }),
    booth('02'),
    booth('03', { waiting: 9, longestSince: 1_000 }),
    booth('04', { waiting: 4, longestSince: 2_000 }),
    booth('05'),
  ]

  it('begins with the longest wait; booths where nobody waits come last by their sign', () => {
    expect(signs(sortBooths(booths, firstOrder))).toEqual(['03', '04', '01', '02', '05'])
  })

  it('keeps what has nothing to say last when it is turned round', () => {
    expect(signs(sortBooths(booths, { column: 'longest', descending: false }))).toEqual(['01', '04', '03', '02', '05'])
  })

  it('puts equals by their sign in either direction', () => {
    expect(signs(sortBooths(booths, { column: 'waiting', descending: true }))).toEqual(['03', '01', '04', '02', '05'])
    expect(signs(sortBooths(booths, { column: 'waiting', descending: false }))).toEqual(['02', '05', '01', '04', '03'])
  })

  it('leaves the given list as it was and loses nobody, by every column', () => {
    const before = signs(booths)
    for (const column of columns) {
      expect(signs(sortBooths(booths, { column, descending: true })).sort()).toEqual(before)
    }
    expect(signs(booths)).toEqual(before)
  })

  it('turns round on the same column and starts names at the first, figures at the most', () => {
    expect(orderAfter(firstOrder, 'longest')).toEqual({ column: 'longest', descending: false })
    expect(orderAfter(firstOrder, 'waiting')).toEqual({ column: 'waiting', descending: true })
    expect(orderAfter(firstOrder, 'booth')).toEqual({ column: 'booth', descending: false })
  })

  it('knows where somebody has waited longest, and that nobody waits', () => {
    expect(longestWaiting(booths)?.sign).toBe('03')
    expect(longestWaiting([booth('01')])).toBeUndefined()
  })
})

it('tells who is served, the longest first, and leaves out who is only called', () => {
  const busy = booth('02', {
    counters: [
      counter(4, { ticket: { label: 'D-010', state: 'serving', since: 9_000 } }),
      counter(5, { ticket: { label: 'D-012', state: 'called', since: 1_000 } }),
      counter(6, { state: 'break', ticket: { label: 'D-008', state: 'serving', since: 4_000 } }),
    ],
  })
  expect(servedAt(busy).map(({ label }) => label)).toEqual(['D-008', 'D-010'])
  expect(openCounters(busy)).toBe(2)
})

describe('the load ramp', () => {
  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [20, 2],
    [21, 3],
    [30, 3],
    [31, 4],
    [45, 4],
    [46, 5],
    [500, 5],
  ])('%i minutes are %i dips', (minutes, dip) => expect(dipOf(minutes)).toBe(dip))

  it('has six steps', () => expect(dips).toHaveLength(6))

  it('counts whole minutes and never below none', () => {
    expect(minutesBetween(0, 59_999)).toBe(0)
    expect(minutesBetween(0, 60_000)).toBe(1)
    expect(minutesBetween(60_000, 0)).toBe(0)
  })
})
