import { lapsingPrints, overdue } from '../../../server/core/day.ts'
import { building } from './_building.ts'
import { minutes, openDay, ruledHall, seconds } from './_day.ts'

const site = building({ profiles: { 1: [['A1']] } })
type Day = ReturnType<typeof openDay>
const due = ({ hall, clock }: Day) => overdue(hall, clock.at).map(({ command }) => command)

/** What the hub's timer does: everything that is due, in order. */
const passTime = (day: Day) => {
  for (const command of due(day)) day.act(command)
}

describe('[R8.4] time passes by commands', () => {
  test('[R3.4] a number offered on a screen lapses when its time is over', () => {
    const day = openDay(site)
    const id = day.issue('A1', { delivery: 'screen' })
    day.wait(180 * seconds - 1)
    expect(due(day)).toEqual([])
    day.wait(1)
    expect(due(day)).toEqual([{ verb: 'lapse', ticket: id }])
    passTime(day)
    expect(day.state(id)).toBe('void')
  })

  test('[R3.24] a printed reservation waits until its print job is withdrawn: the hall does not lapse it by itself', () => {
    const day = openDay(site)
    const id = day.issue('A1', { delivery: 'print' })
    day.wait(180 * seconds)
    expect(due(day)).toEqual([])
    expect(lapsingPrints(day.hall, day.clock.at).map((ticket) => ticket.id)).toEqual([id])
    day.does('deliver', id)
    expect(lapsingPrints(day.hall, day.clock.at)).toEqual([])
  })

  test('[R3.17] a hold comes back by itself when returnAt is reached', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.hold(id, { returnAt: day.clock.at + 5 * minutes })
    day.wait(5 * minutes)
    expect(due(day)).toEqual([{ verb: 'return', ticket: id }])
    passTime(day)
    expect(day.state(id)).toBe('waiting')
    expect(due(day)).toEqual([])
  })

  test('[R3.17] also when it is the side trip that was held', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['B1']] } }))
    const id = day.issue('A1')
    day.callNext(1)
    day.transfer(id, { service: 'B1' }, { returnHere: true })
    day.callNext(2)
    day.hold(id, { returnAt: day.clock.at + minutes })
    day.wait(minutes)
    passTime(day)
    expect(day.ticket(id).legs.map(({ state }) => state)).toEqual(['held', 'waiting'])
  })

  test('[R3.18] a hold is given up when keepUntil has passed', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.hold(id, { keepUntil: day.clock.at + 5 * minutes })
    day.wait(5 * minutes)
    passTime(day)
    expect(day.state(id)).toBe('missed')
  })

  test.each([
    [1, 2, 'waiting'],
    [2, 1, 'missed'],
    [1, 1, 'waiting'],
  ] as const)(
    '[R5.10] of returnAt in %i and keepUntil in %i minutes the earlier holds, also when both are overdue',
    (returnIn, keepFor, state) => {
      const day = openDay(site)
      const id = day.issue('A1')
      day.hold(id, { returnAt: day.clock.at + returnIn * minutes, keepUntil: day.clock.at + keepFor * minutes })
      day.wait(10 * minutes)
      passTime(day)
      expect(day.state(id)).toBe(state)
      passTime(day)
      expect(day.state(id)).toBe(state)
    },
  )

  test('after a stop the overdue ones come first, in order of due time', () => {
    const day = openDay(site)
    const offered = day.issue('A1', { delivery: 'screen' })
    const [late, early, kept] = [day.issue('A1'), day.issue('A1'), day.issue('A1')]
    day.hold(late, { returnAt: day.clock.at + 9 * minutes })
    day.hold(early, { returnAt: day.clock.at + 2 * minutes })
    day.hold(kept, { keepUntil: day.clock.at + 4 * minutes })
    day.wait(60 * minutes)
    expect(
      overdue(day.hall, day.clock.at).map(({ at, command }) => ['ticket' in command && command.ticket, at]),
    ).toEqual([early, offered, kept, late].map((id) => [id, expect.any(Number)]))
    const times = overdue(day.hall, day.clock.at).map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('who has moved on is no longer due', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.hold(id, { returnAt: day.clock.at + minutes, keepUntil: day.clock.at + 2 * minutes })
    day.act({ verb: 'resume', ticket: id, counter: 1 })
    day.wait(60 * minutes)
    expect(due(day)).toEqual([])
  })
})

test('[R3.21] a missed visitor is a no-show at the end of the day, or before by hand', () => {
  const day = openDay(site)
  const [byHand, byDay] = [day.issue('A1'), day.issue('A1')]
  for (const id of [byHand, byDay]) {
    expect(day.callNext(1)).toBe(id)
    day.does('miss', id)
  }
  day.does('no-show', byHand)
  expect(due(day)).toEqual([])
  day.act({ verb: 'close-day' })
  expect([byHand, byDay].map(day.state)).toEqual(['no-show', 'no-show'])
})

test('[R8.4] a day is closed once, also when nothing is left to end; before the first day there is nothing to close', () => {
  const day = openDay(site, { open: false })
  day.act({ verb: 'close-day' })
  const { lastSeq } = day.hall
  day.act({ verb: 'close-day' })
  expect(day.hall.lastSeq).toBe(lastSeq)
  expect(ruledHall().ask({ verb: 'close-day' })).toEqual({ events: [], answer: {} })
})

test('[R3.5, R8.1] a void number takes its old place again the same day, and none once the day is closed', () => {
  const day = openDay(building({ profiles: { 1: [['A1']] } }))
  const [early, late] = [day.issue('A1', { delivery: 'screen' }), day.issue('A1', { delivery: 'screen' })]
  day.wait(4 * minutes)
  for (const id of [early, late]) day.does('lapse', id)
  day.does('deliver', early)
  expect([early, late].map(day.state)).toEqual(['waiting', 'void'])
  day.act({ verb: 'close-day' })
  expect(day.refused({ verb: 'deliver', ticket: late })).toBe('day-closed')
})
