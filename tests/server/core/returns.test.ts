import { callOrder } from '../../../server/core/order.ts'
import { building } from './_building.ts'
import { minutes, officerAt, openDay } from './_day.ts'

const pair = building({ profiles: { 1: [['A1']], 2: [['A1']] } })
const single = building({ profiles: { 1: [['A1']] } })

const take = (day: ReturnType<typeof openDay>, count: number) =>
  Array.from({ length: count }, () => day.issue('A1')) as [string, string, string, string, string, string]

describe('[R4.6] a held return', () => {
  test('is offered first at the counter that held it; at another it stands at its place while that one is open', () => {
    const day = openDay(pair)
    const [r1, held, r3] = take(day, 3)
    day.call(1, held)
    day.hold(held)
    day.does('return', held)
    expect(day.callNext(2)).toBe(r1)
    expect(day.callNext(1)).toBe(held)
    expect(day.why(held)).toEqual({ rule: 'R4.6', name: 'held-return', overtook: [] })
    day.does('requeue', held)
    day.hold(held, {}, officerAt(1))
    day.does('return', held)
    day.finish(r1)
    expect([day.callNext(2), day.why(held)?.name]).toEqual([held, 'place'])
    expect(day.callNext(1)).toBe(r3)
  })

  test.each(['close', 'break'] as const)(
    'after a %s of its counter it is offered first at every counter of the service',
    (how) => {
      const day = openDay(pair)
      const [held] = take(day, 1)
      day.callNext(1)
      day.hold(held)
      day.wait(minutes)
      const [r1] = take(day, 1)
      day.transfer(held, { service: 'A1' }, { position: 'end' })
      day.hold(held, {}, officerAt(1))
      day.does('return', held)
      if (how === 'close') day.close(1)
      else day.act({ verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false })
      expect(day.callNext(2)).toBe(held)
      expect(day.why(held)).toMatchObject({ name: 'held-return', overtook: [r1] })
    },
  )

  test('counts in the run, and several come by the time they returned', () => {
    const day = openDay(single)
    const [r1, r2, a, b, c] = take(day, 5)
    for (const id of [a, b, c]) {
      day.call(1, id)
      day.hold(id)
    }
    for (const id of [c, a, b]) {
      day.wait(minutes)
      day.does('return', id)
    }
    expect(day.callAll(1)).toEqual([c, a, r1, b, r2])
  })

  test('[R4.3] keeps its lane: when the run has ended and its place is the lowest, it is the one in turn', () => {
    const day = openDay(building({ profiles: { 1: [['A1']] }, rules: { aheadOfTurn: 1 } }))
    const [early, late, r1, r2] = take(day, 4)
    for (const id of [early, late]) {
      day.callNext(1)
      day.hold(id)
    }
    day.does('return', late)
    day.wait(minutes)
    day.does('return', early)
    expect(day.callAll(1)).toEqual([late, early, r1, r2])
    expect(day.why(early)).toEqual({ rule: 'R4.3', name: 'run-ended', overtook: [] })
  })

  test('is spent by its call: requeued, it stands at its old place as anybody', () => {
    const day = openDay(single)
    const [held, r1] = take(day, 2)
    day.callNext(1)
    day.hold(held)
    day.does('return', held)
    day.callNext(1)
    day.does('requeue', held)
    day.callNext(1)
    expect(day.why(held)?.name).toBe('place')
    expect(day.state(r1)).toBe('waiting')
  })

  test('resumed at a counter and requeued, it has spent its return too', () => {
    const day = openDay(single)
    const [first, held] = take(day, 2)
    day.callNext(1)
    day.hold(first)
    day.does('return', first)
    day.hold(first)
    day.act({ verb: 'resume', ticket: first, counter: 1 })
    day.does('requeue', first)
    expect(day.leg(first).returned).toBeUndefined()
    expect(day.callNext(1)).toBe(first)
    expect(day.why(first)?.name).toBe('place')
    expect(day.state(held)).toBe('waiting')
  })

  test('the visitor reports, or the time has come: the same return', () => {
    for (const how of ['visitor', 'time'] as const) {
      const day = openDay(single)
      const [held] = take(day, 1)
      day.callNext(1)
      day.hold(held)
      if (how === 'visitor') day.visitor(held, 'here')
      else day.does('return', held)
      expect(day.leg(held)).toMatchObject({ state: 'waiting', returned: { counter: 1, at: day.clock.at } })
    }
  })
})

describe('[R4.7] a missed return', () => {
  const missedOne = (day: ReturnType<typeof openDay>) => {
    const [missed] = take(day, 1)
    day.callNext(1)
    day.does('miss', missed)
    return missed
  }

  test('keeps its place and is callable again after three others have been called', () => {
    const day = openDay(single)
    const missed = missedOne(day)
    const [r1, r2, r3, r4] = take(day, 4)
    day.does('return', missed)
    expect(day.callAll(1)).toEqual([r1, r2, r3, missed, r4])
  })

  test('or at once when nobody else waits for them', () => {
    const day = openDay(single)
    const missed = missedOne(day)
    day.does('return', missed)
    expect(day.callNext(1)).toBe(missed)
  })

  test('two of them do not wait for each other', () => {
    const day = openDay(single)
    const [a, b] = take(day, 2)
    for (const id of [a, b]) {
      day.callNext(1)
      day.does('miss', id)
    }
    day.does('return', b)
    day.does('return', a)
    expect(day.callAll(1)).toEqual([a, b])
  })

  test('somebody whose pause is over is somebody who waits', () => {
    const day = openDay(building({ profiles: { 1: [['A1']] }, rules: { returnAfter: 2 } }))
    const [early, late, r1, r2] = take(day, 4)
    for (const id of [early, late]) {
      day.callNext(1)
      day.does('miss', id)
    }
    day.does('return', late)
    day.finish(day.callNext(1))
    day.does('return', early)
    day.finish(day.callNext(1))
    expect([day.state(r1), day.state(r2)]).toEqual(['done', 'done'])
    // `late` has seen two others go and is callable; `early`, before it by place, has seen one and waits for it.
    expect(day.callAll(1)).toEqual([late, early])
  })

  test('counts the calls of every counter able to serve it, and of no other', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } }))
    const missed = missedOne(day)
    const [r1, r2, r3, r4] = take(day, 4)
    for (let index = 0; index < 4; index++) day.issue('B1')
    day.does('return', missed)
    day.callAll(3)
    for (const counter of [2, 2, 1]) day.finish(day.callNext(counter))
    expect([r1, r2, r3].map(day.state)).toEqual(['done', 'done', 'done'])
    expect(day.callNext(2)).toBe(missed)
    expect(day.state(r4)).toBe('waiting')
  })

  test('called by number it is spent: requeued, it pauses no more', () => {
    const day = openDay(single)
    const missed = missedOne(day)
    take(day, 4)
    day.does('return', missed)
    day.call(1, missed)
    day.does('requeue', missed)
    expect(day.callNext(1)).toBe(missed)
  })

  test('[R5.12] "later" lets three others go first, once', () => {
    const day = openDay(single)
    const [late, r1, r2, r3, r4] = take(day, 5)
    day.visitor(late, 'later')
    expect(day.refused({ verb: 'visitor', ticket: late, action: 'later' })).toBe('already-deferred')
    expect(day.callAll(1)).toEqual([r1, r2, r3, late, r4])
  })

  test('[R4.6] held and come back, a deferred visitor is a held return and pauses no more', () => {
    const day = openDay(single)
    const [late] = take(day, 5)
    day.visitor(late, 'later')
    day.hold(late, {}, officerAt(1))
    day.does('return', late)
    expect([day.callNext(1), day.why(late)?.name]).toEqual([late, 'held-return'])
  })
})

describe('the order shown is the order called', () => {
  test('[R4.6] returns of a closed counter come first in it too', () => {
    const day = openDay(pair)
    const [held, r1] = take(day, 2)
    day.callNext(1)
    day.hold(held)
    day.transfer(held, { service: 'A1' }, { position: 'end' })
    day.hold(held, {}, officerAt(1))
    day.does('return', held)
    day.close(1)
    expect(callOrder(day.hall, day.counter(2), day.clock.at).map(({ ticket }) => ticket.id)).toEqual([held, r1])
    expect(day.callAll(2)).toEqual([held, r1])
  })

  test('[R4.6] several returns are shown by the time they returned', () => {
    const day = openDay(single)
    const [a, b] = take(day, 2)
    for (const id of [a, b]) {
      day.callNext(1)
      day.hold(id)
    }
    day.does('return', b)
    day.wait(minutes)
    day.does('return', a)
    expect(callOrder(day.hall, day.counter(1), day.clock.at).map(({ ticket }) => ticket.id)).toEqual([b, a])
    expect(day.callAll(1)).toEqual([b, a])
  })
})

describe('[R3.22] a no-show', () => {
  test('is restored by staff with a reason, at the end of the line, and as if it had never been called', () => {
    const day = openDay(single)
    const [gone, next] = take(day, 2)
    expect(day.callNext(1)).toBe(gone)
    day.does('miss', gone)
    day.does('no-show', gone)
    expect(day.refused({ verb: 'return', ticket: gone })).toBe('reason-required')
    day.act({ verb: 'return', ticket: gone, reason: 'was in the wrong hall' })
    expect(day.leg(gone)).toMatchObject({ state: 'waiting', calls: 0, calledAt: null, counter: null, endedAt: null })
    expect(day.callNext(1)).toBe(next)
  })
})

test('[R3.17] who is back in line is nowhere called any more', () => {
  const day = openDay(single)
  const [held] = take(day, 1)
  day.callNext(1)
  day.does('start', held)
  day.hold(held)
  day.does('return', held)
  expect(day.leg(held)).toMatchObject({ state: 'waiting', calls: 0, calledAt: null, startedAt: null, counter: null })
})
