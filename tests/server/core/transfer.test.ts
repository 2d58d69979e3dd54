import { building } from './_building.ts'
import { minutes, officerAt, openDay } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1', 'B2']] } })

/** Two in line at booth B, then a visitor of booth A who came between them and is being served. */
function scene() {
  const day = openDay(site)
  const b1 = day.issue('B1')
  day.wait(minutes)
  const moved = day.issue('A1')
  day.wait(minutes)
  const b2 = day.issue('B1')
  day.callNext(1)
  day.does('start', moved)
  day.wait(minutes)
  return { day, b1, moved, b2 }
}

describe('[R4.4] a transfer', () => {
  test.each([
    ['keep', null, ['b1', 'moved', 'b2', 'b3']],
    ['end', null, ['b1', 'b2', 'moved', 'b3']],
    ['front', 'x', ['moved', 'b1', 'b2', 'b3']],
  ] as const)('%s', (position, reason, order) => {
    const { day, ...ids } = scene()
    day.transfer(ids.moved, { service: 'B1' }, { position, reason })
    const names = { ...ids, b3: day.issue('B1') }
    expect(day.callAll(3)).toEqual(order.map((name) => names[name]))
    expect(day.counter(1).ticket).toBeNull()
  })

  test('to the front asks for a reason, and keeps it', () => {
    const { day, moved } = scene()
    const command = {
      verb: 'transfer',
      ticket: moved,
      to: { service: 'B1' },
      position: 'front',
      returnHere: false,
    } as const
    expect(day.refused({ ...command, reason: null })).toBe('reason-required')
    day.act({ ...command, reason: 'salah loket' })
    expect(day.journal.at(-1)).toMatchObject({ type: 'transferred', note: 'salah loket' })
    expect(day.callNext(3)).toBe(moved)
    expect(day.why(moved)).toMatchObject({ rule: 'R4.4', name: 'front-transfer' })
  })

  test('[R4.3] front transfers count in the run, and several come in the order of their transfer', () => {
    const { day, b1, b2, moved } = scene()
    const others = [day.issue('A1'), day.issue('A1')] as [string, string]
    for (const id of [others[1], moved, others[0]])
      day.transfer(id, { service: 'B1' }, { position: 'front', reason: 'x' })
    expect(day.callAll(3)).toEqual([others[1], moved, b1, others[0], b2])
  })

  test('an unknown service or counter is not invented', () => {
    const { day, moved } = scene()
    const command = { verb: 'transfer', ticket: moved, position: 'keep', returnHere: false, reason: null } as const
    expect(day.refused({ ...command, to: { service: 'ZZ' } })).toBe('unknown service')
    expect(day.refused({ ...command, to: { counter: 99 } })).toBe('unknown counter')
  })
})

describe('[R5.7] to a counter', () => {
  test('only that counter calls, while it is open', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.transfer(id, { counter: 2 })
    expect(day.leg(id)).toMatchObject({ service: 'A1', only: 2 })
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
    expect(day.callNext(2)).toBe(id)
  })

  test('when that counter is not open every counter of the service calls', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.transfer(id, { counter: 2 })
    day.close(2)
    expect(day.callNext(1)).toBe(id)
  })

  test('it serves what that counter serves when it does not hold the present service', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.transfer(id, { counter: 3 })
    expect(day.leg(id)).toMatchObject({ service: 'B1', booth: 'B' })
    expect(day.callNext(3)).toBe(id)
  })
})

describe('[R5.7] return here', () => {
  function sideTrip() {
    const { day, moved, b1 } = scene()
    day.transfer(moved, { service: 'B1' }, { returnHere: true })
    return { day, moved, b1 }
  }

  test("the sender's leg is held meanwhile and comes back to its sender after the side trip", () => {
    const { day, moved, b1 } = sideTrip()
    expect(day.ticket(moved).legs.map(({ service, state }) => [service, state])).toEqual([
      ['A1', 'held'],
      ['B1', 'waiting'],
    ])
    day.issue('A1')
    expect(day.callAll(3).slice(0, 2)).toEqual([b1, moved])
    expect(day.ticket(moved).legs.map(({ state }) => state)).toEqual(['waiting', 'done'])
    expect(day.callNext(1)).toBe(moved)
    expect(day.why(moved)?.name).toBe('held-return')
  })

  test('a transfer on the way carries the return with it', () => {
    const { day, moved } = sideTrip()
    day.transfer(moved, { service: 'B2' })
    day.callAll(3)
    expect(day.ticket(moved).legs.map(({ service, state }) => [service, state])).toEqual([
      ['A1', 'waiting'],
      ['B1', 'transferred'],
      ['B2', 'done'],
    ])
  })

  test('a side trip within the side trip comes back step by step', () => {
    const { day, moved, b1 } = sideTrip()
    day.finish(day.callNext(3))
    expect(day.state(b1)).toBe('done')
    day.callNext(3)
    day.transfer(moved, { service: 'B2' }, { returnHere: true })
    const states = () => day.ticket(moved).legs.map(({ state }) => state)
    expect(states()).toEqual(['held', 'held', 'waiting'])
    day.call(3, moved)
    day.finish(moved)
    expect(states()).toEqual(['held', 'waiting', 'done'])
    day.call(3, moved)
    day.finish(moved)
    expect(states()).toEqual(['waiting', 'done', 'done'])
  })

  test('held at the side trip, the visitor is resumed there, and comes back there by themselves', () => {
    const { day, moved } = sideTrip()
    day.call(3, moved)
    day.hold(moved)
    expect(day.leg(moved)).toMatchObject({ service: 'B1', state: 'held' })
    day.act({ verb: 'resume', ticket: moved, counter: 3 })
    expect(day.counter(3).ticket).toBe(moved)
    day.hold(moved)
    day.does('return', moved)
    expect(day.ticket(moved).legs.map(({ state }) => state)).toEqual(['held', 'waiting'])
    expect(day.callNext(3)).toBe(moved)
  })

  test('missed at the side trip and come back, the visitor waits there again, not at the sender', () => {
    const { day, moved } = sideTrip()
    day.call(3, moved)
    day.does('miss', moved)
    expect(day.state(moved)).toBe('missed')
    day.visitor(moved, 'here')
    expect(day.ticket(moved).legs.map(({ service, state }) => [service, state])).toEqual([
      ['A1', 'held'],
      ['B1', 'waiting'],
    ])
  })

  test('once the side trip has ended without them the held leg speaks for the ticket again', () => {
    const { day, moved } = sideTrip()
    day.call(3, moved)
    day.does('miss', moved)
    day.does('no-show', moved)
    expect(day.leg(moved)).toMatchObject({ service: 'A1', state: 'held' })
    day.act({ verb: 'resume', ticket: moved, counter: 1 })
    expect(day.state(moved)).toBe('serving')
  })
})

describe('[R5.8] further services', () => {
  test('a leg enters its line when the one before it ends, at that moment', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.act({ verb: 'add-service', ticket: id, service: 'B1' })
    const early = day.issue('B1')
    day.callNext(1)
    day.wait(5 * minutes)
    day.finish(id)
    expect(day.leg(id)).toMatchObject({
      service: 'B1',
      state: 'waiting',
      queuedAt: day.clock.at,
      placeAt: day.clock.at,
    })
    expect(day.callAll(3)).toEqual([early, id])
    expect(day.ticket(id).legs.map(({ state }) => state)).toEqual(['done', 'done'])
  })

  test('the site may give credit for minutes already waited', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 3: [['B1']] }, rules: { legCreditMinutes: 5 } }))
    const id = day.issue('A1')
    day.act({ verb: 'add-service', ticket: id, service: 'B1' })
    day.wait(8 * minutes)
    day.callNext(1)
    const early = day.issue('B1')
    day.wait(4 * minutes)
    day.finish(id)
    expect(day.leg(id)).toMatchObject({ queuedAt: day.clock.at, placeAt: day.clock.at - 5 * minutes })
    expect(day.callAll(3)).toEqual([id, early])
  })

  test('a held or missed leg is waited for', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.act({ verb: 'add-service', ticket: id, service: 'B1' })
    day.callNext(1)
    day.does('miss', id)
    expect(day.refused({ verb: 'call-next', counter: 3 })).toBe('line-empty')
    day.call(1, id)
    day.finish(id)
    expect(day.callNext(3)).toBe(id)
  })

  test('an unknown service is not added', () => {
    const day = openDay(site)
    expect(day.refused({ verb: 'add-service', ticket: day.issue('A1'), service: 'ZZ' })).toBe('unknown service')
  })

  test('[R5.5] finish and call next may call the same visitor for their next service', () => {
    const day = openDay(building({ profiles: { 1: [['A1', 'A2']] } }))
    const id = day.issue('A1')
    day.act({ verb: 'add-service', ticket: id, service: 'A2' })
    day.callNext(1)
    const { next } = day.finish(id, true, officerAt(1))
    expect(next?.ticket.id).toBe(id)
    expect(day.leg(id)).toMatchObject({ service: 'A2', state: 'called', counter: 1 })
  })
})

describe('[R5.7] to a booth', () => {
  const booths = building({ profiles: { 1: [['A1', 'A2']], 2: [['B1']], 3: [['B3', 'B2']], 4: [['B1', 'A2']] } })
  const toBooth = (day: ReturnType<typeof openDay>, booth: string) => {
    day.transfer('t1', { booth })
    return day.leg('t1')
  }

  test('its first service that an open counter of the booth holds', () => {
    const day = openDay(booths)
    day.issue('A1')
    day.close(2)
    day.close(4)
    expect(toBooth(day, 'B')).toMatchObject({ service: 'B2', booth: 'B', state: 'waiting' })
    expect(day.leg('t1')).not.toHaveProperty('only')
  })

  test('a counter of another booth does not count, and with none open it is the first', () => {
    const day = openDay(booths)
    day.issue('A1')
    for (const counter of [1, 2, 3]) day.close(counter)
    expect(toBooth(day, 'A').service).toBe('A1')
    expect(toBooth(day, 'B').service).toBe('B1')
    // Counter 4 stands in booth B and holds A2.
    expect(toBooth(day, 'A').service).toBe('A1')
  })

  test('the same service where the booth has it', () => {
    const day = openDay(booths)
    day.issue('A2')
    day.callNext(4)
    expect(toBooth(day, 'A')).toMatchObject({ service: 'A2', state: 'waiting' })
  })

  test('that does not exist is unknown', () => {
    const day = openDay(booths)
    day.issue('A1')
    const how = { position: 'keep', returnHere: false, reason: null } as const
    expect(day.refused({ verb: 'transfer', ticket: 't1', to: { booth: 'Z' }, ...how })).toBe('unknown booth')
  })
})

test('[R5.7] a counter that holds no service takes nobody', () => {
  const [booth] = site.booths
  const bare = { ...site, booths: [...site.booths, { ...booth!, code: 'C', prefix: 'C' }] }
  const day = openDay({ ...bare, counters: [...site.counters, { number: 9, booth: 'C' }] })
  const to = { counter: 9 }
  const how = { position: 'keep', returnHere: false, reason: null } as const
  expect(day.refused({ verb: 'transfer', ticket: day.issue('A1'), to, ...how })).toBe('unknown service')
})
