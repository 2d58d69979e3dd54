import { building } from './_building.ts'
import { minutes, openDay, seconds } from './_day.ts'

const one = building({ profiles: { 1: [['A1', 'A2']] } })
const two = building({ profiles: { 1: [['A1']], 2: [['B1'], ['A1']] } })

describe('[R4.0] place', () => {
  test('first come, first called, over all services of the tier', () => {
    const day = openDay(one)
    const ids = ['A1', 'A2', 'A2', 'A1'].map((service) => day.issue(service))
    expect(day.callAll(1)).toEqual(ids)
    expect(day.why(ids[0] as string)).toEqual({ rule: 'R4.0', name: 'place', overtook: [] })
  })

  test('within one millisecond the journal decides', () => {
    const day = openDay(one)
    const ids = Array.from({ length: 20 }, (_, index) => day.issue(index % 2 ? 'A1' : 'A2'))
    expect(new Set(ids.map((id) => day.leg(id).placeAt)).size).toBe(1)
    expect(day.callAll(1)).toEqual(ids)
  })

  test('a clock that steps back gives no place before those already given', () => {
    const day = openDay(one)
    const early = day.issue('A1')
    day.wait(-3 * minutes)
    const late = day.issue('A1')
    expect(day.leg(late)).toMatchObject({ queuedAt: day.clock.at, placeAt: day.leg(early).placeAt })
    expect(day.callAll(1)).toEqual([early, late])
  })

  test('the lane changes with the priority, the place does not', () => {
    const day = openDay(one)
    const [first, second, third] = [day.issue('A1'), day.issue('A1'), day.issue('A1')]
    const { placeAt, placeSeq, queuedAt } = day.leg(third)
    day.act({ verb: 'set-priority', ticket: third, priority: true, reason: null })
    expect(day.leg(third)).toMatchObject({ placeAt, placeSeq, queuedAt })
    expect(day.callAll(1)).toEqual([third, first, second])
  })

  test('setting what is set already changes nothing', () => {
    const day = openDay(one)
    const id = day.issue('A1')
    const { lastSeq } = day.hall
    day.act({ verb: 'set-priority', ticket: id, priority: false, reason: null })
    expect(day.hall.lastSeq).toBe(lastSeq)
  })
})

describe('[R4.1] tiers', () => {
  test('the second tier is called when the first has nobody callable', () => {
    const day = openDay(two)
    const [a, b] = [day.issue('A1'), day.issue('B1')]
    expect([day.callNext(2), day.why(b)?.name]).toEqual([b, 'place'])
    day.finish(b)
    expect([day.callNext(2), day.why(a)]).toEqual([a, { rule: 'R4.1', name: 'second-tier', overtook: [] }])
  })

  test('over 15 minutes of waiting it competes in tier 1 by its place, and does not go before tier 1', () => {
    const day = openDay(two)
    const first = day.issue('B1')
    const second = day.issue('A1')
    const third = day.issue('B1')
    day.wait(15 * minutes)
    const before = [day.callNext(2)]
    day.finish(first)
    expect(before).toEqual([first])
    day.wait(1)
    expect(day.callAll(2)).toEqual([second, third])
  })

  test('exactly 15 minutes is not yet over them', () => {
    const day = openDay(two)
    day.issue('A1')
    const b = day.issue('B1')
    day.wait(15 * minutes)
    expect(day.callNext(2)).toBe(b)
  })

  test('a service that no open counter holds in tier 1 is tier 1 for every counter that holds it', () => {
    const day = openDay(two)
    const [a, b] = [day.issue('A1'), day.issue('B1')]
    day.close(1)
    expect(day.callAll(2)).toEqual([a, b])
    const [a2, b2] = [day.issue('A1'), day.issue('B1')]
    day.open(1)
    expect(day.callAll(2)).toEqual([b2, a2])
  })
})

describe('[R4.2] candidates', () => {
  test('nobody but those waiting for a service of this counter', () => {
    const day = openDay(two)
    day.issue('B1')
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
    day.issue('A1', { delivery: 'screen' })
    const held = day.issue('A1')
    day.hold(held)
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
  })

  test('somebody called or served elsewhere is not called', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['A1']] } }))
    const id = day.issue('A1')
    expect(day.callNext(1)).toBe(id)
    expect(day.refused({ verb: 'call-next', counter: 2 })).toBe('line-empty')
    day.does('start', id)
    expect(day.refused({ verb: 'call-next', counter: 2 })).toBe('line-empty')
    expect(day.refused({ verb: 'call-ticket', counter: 2, ticket: id, reason: 'x' })).toBe('wrong-state')
  })
})

describe('[R4.3] the run', () => {
  const line = (k: number, kinds: string) => {
    const day = openDay(building({ profiles: { 1: [['A1']] }, rules: { aheadOfTurn: k } }))
    const ids = [...kinds].map((kind) => day.issue('A1', { priority: kind === 'P' }))
    const order = day.callAll(1).map((id) => (day.ticket(id).priority ? 'P' : 'r'))
    return { day, ids, order: order.join('') }
  }

  test.each([
    [2, 'rrrPPPPP', 'PPrPPrPr'],
    [2, 'PPPrPrP', 'PPrPPrP'],
    [1, 'rrrPPP', 'PrPrPr'],
    [0, 'rrPP', 'rrPP'],
    [3, 'PPPPr', 'PPPrP'],
    [2, 'PPPP', 'PPPP'],
    [2, 'rrrr', 'rrrr'],
  ])('with k = %i the line %s is called %s', (k, kinds, order) => {
    expect(line(k, kinds).order).toBe(order)
  })

  test('calls without a regular leg callable neither count nor end it', () => {
    const day = openDay(one)
    const call = () => {
      const id = day.callNext(1)
      day.finish(id)
      return day.ticket(id).priority ? 'P' : 'r'
    }
    const issue = (kinds: string) => {
      for (const kind of kinds) day.issue('A1', { priority: kind === 'P' })
    }
    issue('rP')
    expect([call(), day.counter(1).run]).toEqual(['P', 1])
    call()
    expect(day.counter(1).run).toBe(0)
    issue('PPP')
    expect([call(), call(), day.counter(1).run]).toEqual(['P', 'P', 0])
    issue('r')
    expect([call(), day.counter(1).run]).toEqual(['P', 1])
    issue('PP')
    expect([call(), call(), call()]).toEqual(['P', 'r', 'P'])
  })

  test('a call by number neither counts nor ends it', () => {
    const day = openDay(one)
    const [p1, r1, r2, r3, p2, p3] = [...'PrrrPP'].map((kind) => day.issue('A1', { priority: kind === 'P' })) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    day.finish(day.callNext(1))
    expect(day.counter(1).run).toBe(1)
    day.call(1, r2)
    day.finish(r2)
    expect(day.counter(1).run).toBe(1)
    day.call(1, p3)
    day.finish(p3)
    expect(day.counter(1).run).toBe(1)
    expect(day.callAll(1)).toEqual([p2, r1, r3])
    expect(day.state(p1)).toBe('done')
  })

  test('closing, break and another officer leave it; the next day begins without it', () => {
    const day = openDay(one)
    for (const kind of 'PPPrr') day.issue('A1', { priority: kind === 'P' })
    day.finish(day.callNext(1))
    day.finish(day.callNext(1))
    day.close(1)
    day.act({ verb: 'open-counter', counter: 1, officer: 'another' })
    day.act({ verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false })
    day.act({ verb: 'open-counter', counter: 1, officer: 'another' })
    expect(day.counter(1).run).toBe(2)
    const id = day.callNext(1)
    expect([day.ticket(id).priority, day.why(id)?.name]).toEqual([false, 'run-ended'])
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect(day.counter(1).run).toBe(0)
  })

  test('it belongs to the counter, not to the booth', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['A1']] } }))
    for (const kind of 'rPPPPPP') day.issue('A1', { priority: kind === 'P' })
    const call = (counter: number) => {
      const id = day.callNext(counter)
      day.finish(id)
      return day.ticket(id).priority
    }
    expect([call(1), call(1), call(2), call(2)]).toEqual([true, true, true, true])
    expect(call(2)).toBe(false)
  })
})

describe('[R4.10] why', () => {
  test('each call keeps the rule that chose it and whom it overtook', () => {
    const day = openDay(one)
    const [r1, r2, p1, p2, p3] = [...'rrPPP'].map((kind) => day.issue('A1', { priority: kind === 'P' })) as [
      string,
      string,
      string,
      string,
      string,
    ]
    day.wait(30 * seconds)
    expect(day.callAll(1)).toEqual([p1, p2, r1, p3, r2])
    expect(day.why(p1)).toEqual({ rule: 'R4.3', name: 'priority-turn', overtook: [r1, r2] })
    expect(day.why(r1)).toEqual({ rule: 'R4.3', name: 'run-ended', overtook: [] })
    expect(day.why(r2)).toEqual({ rule: 'R4.0', name: 'place', overtook: [] })
    const overtakings = (id: string) => (day.hall.overtakings.get(id) ?? []).map((call) => call.ticket)
    expect(overtakings(r1)).toEqual([p1, p2])
    expect(overtakings(r2)).toEqual([p1, p2, p3])
    expect(overtakings(p3)).toEqual([])
  })

  test('a call by number of the second tier overtook everybody who would have come before', () => {
    const day = openDay(two)
    const a = [day.issue('A1'), day.issue('A1')] as [string, string]
    const b = day.issue('B1')
    const later = day.issue('A1')
    day.call(2, later)
    expect(day.why(later)).toEqual({ rule: 'R4.5', name: 'by-number', overtook: [b, ...a] })
  })
})

test('[R4.11] what the rules keep of a priority is one bit: no category, in no event', () => {
  const day = openDay(one)
  const id = day.issue('A1', { priority: true })
  day.callNext(1)
  expect(day.ticket(id).priority).toBe(true)
  expect(JSON.stringify(day.journal)).not.toMatch(/elderly|disability|pregnan|infant/i)
})
