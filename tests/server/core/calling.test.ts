import { building } from './_building.ts'
import { minutes, officerAt, openDay, seconds } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })

describe('[R5.1] two officers never get the same ticket', () => {
  test('called at one counter, it is called at no other', () => {
    const day = openDay(site)
    const [a, b] = [day.issue('A1'), day.issue('A1')]
    expect([day.callNext(1), day.callNext(2)]).toEqual([a, b])
    expect(day.refused({ verb: 'call-ticket', counter: 2, ticket: a, reason: 'x' })).toBe('counter-busy')
    day.finish(b)
    expect(day.refused({ verb: 'call-ticket', counter: 2, ticket: a, reason: 'x' })).toBe('wrong-state')
    expect(day.refused({ verb: 'resume', ticket: a, counter: 2 })).toBe('wrong-state')
  })

  test('a counter that calls or serves somebody calls nobody else', () => {
    const day = openDay(site)
    const [a, b] = [day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('counter-busy')
    day.does('start', a)
    expect(day.refused({ verb: 'call-ticket', counter: 1, ticket: b, reason: 'x' })).toBe('counter-busy')
  })
})

describe('[R4.5] by number', () => {
  test('asks for a reason, and keeps it with the rule and those overtaken', () => {
    const day = openDay(site)
    const [a, b, c] = [day.issue('A1'), day.issue('A1'), day.issue('A1')]
    expect(day.refused({ verb: 'call-ticket', counter: 1, ticket: c, reason: '' })).toBe('reason-required')
    day.act({ verb: 'call-ticket', counter: 1, ticket: c, reason: 'bayi sakit' })
    expect(day.journal.at(-1)).toMatchObject({
      note: 'bayi sakit',
      call: { rule: 'R4.5', name: 'by-number', overtook: [a, b] },
    })
    expect(day.leg(c)).toMatchObject({ state: 'called', counter: 1, calls: 1 })
  })

  test('a counter calls only what it serves', () => {
    const day = openDay(site)
    const id = day.issue('B1')
    expect(day.refused({ verb: 'call-ticket', counter: 1, ticket: id, reason: 'x' })).toBe('not-served-here')
    day.hold(id)
    expect(day.refused({ verb: 'resume', ticket: id, counter: 1 })).toBe('not-served-here')
  })

  test('[R3.20] a missed visitor who stands there is called at once, in no pause', () => {
    const day = openDay(site)
    const [missed] = [day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    day.does('miss', missed)
    day.call(1, missed)
    expect(day.leg(missed)).toMatchObject({ state: 'called', endedAt: null, calls: 1 })
  })

  test('[R3.7] a waiting visitor called by number out of a transfer to another counter', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.transfer(id, { counter: 2 })
    day.call(1, id)
    expect(day.counter(1).ticket).toBe(id)
  })
})

describe('[R5.3] recall', () => {
  test('not sooner than 20 s after the last call, with the seconds that are left', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.wait(12_400)
    expect(day.ask({ verb: 'recall', ticket: id })).toEqual({
      refusal: { refused: 'recall-too-soon', next: { seconds: 8 } },
    })
    day.wait(7_600)
    day.does('recall', id)
    expect(day.leg(id)).toMatchObject({ calls: 2, calledAt: day.clock.at, counter: 1 })
    expect(day.refused({ verb: 'recall', ticket: id })).toBe('recall-too-soon')
  })

  test('three calls in all', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    for (let call = 2; call <= 3; call++) {
      day.wait(20 * seconds)
      day.does('recall', id)
    }
    day.wait(minutes)
    expect(day.ask({ verb: 'recall', ticket: id })).toEqual({
      refusal: { refused: 'recall-limit', next: { calls: 3 } },
    })
    expect(day.hall.calls.map(({ ticket, call }) => [ticket, call])).toEqual([
      [id, 1],
      [id, 2],
      [id, 3],
    ])
  })

  test('[R4.7] a recall is not another visitor', () => {
    const day = openDay(site)
    const [missed, other] = [day.issue('A1'), day.issue('A1')]
    day.issue('A1')
    day.callNext(1)
    day.does('miss', missed)
    day.does('return', missed)
    const pausedUntil = day.leg(missed).pausedUntil as number
    day.callNext(1)
    day.wait(20 * seconds)
    day.does('recall', other)
    expect(pausedUntil - (day.hall.tally.get('A1') ?? 0)).toBe(2)
  })
})

describe('[R5.5] finish and call next', () => {
  test('is one command with two events', () => {
    const day = openDay(site)
    const [a, b] = [day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    day.does('start', a)
    const { ticket, next } = day.finish(a, true)
    expect([ticket?.id, next?.ticket.id, next?.reason.name]).toEqual([a, b, 'place'])
    const [finished, called] = day.journal.slice(-2)
    expect([finished?.type, called?.type, finished?.command === called?.command]).toEqual(['finished', 'called', true])
    expect([day.state(a), day.state(b), day.counter(1).ticket]).toEqual(['done', 'called', b])
  })

  test('finishes also when nobody is left', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    expect(day.finish(id, true).next).toBeNull()
    expect(day.counter(1).ticket).toBeNull()
  })

  test('calls nobody when the counter was to close or pause after this visitor', () => {
    const day = openDay(site)
    const [a, b] = [day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    day.act({ verb: 'break-counter', counter: 1, reason: 'salat', until: null, force: false }, officerAt(1))
    expect(day.finish(a, true).next).toBeNull()
    expect([day.counter(1).state, day.state(b)]).toEqual(['break', 'waiting'])
  })

  test('keeps the outcome', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.act({ verb: 'finish', ticket: id, outcome: 'selesai', next: false })
    expect(day.leg(id).outcome).toBe('selesai')
  })
})

describe('[R5.10] hold', () => {
  test('asks for a reason; neither of the two times is needed', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    const command = { verb: 'hold', ticket: id, returnAt: null, keepUntil: null } as const
    expect(day.refused({ ...command, reason: '' })).toBe('reason-required')
    day.act({ ...command, reason: 'fotokopi' }, officerAt(2))
    expect(day.leg(id).hold).toEqual({
      reason: 'fotokopi',
      counter: 2,
      at: day.clock.at,
      returnAt: null,
      keepUntil: null,
    })
  })

  test('frees the counter', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.does('start', id)
    day.hold(id)
    expect(day.counter(1).ticket).toBeNull()
    expect(day.leg(id).hold?.counter).toBe(1)
  })

  test('[R3.16] resumes at a free, open counter: the one named, else the own, else the one that held it', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    const resume = (counter: number | null) => ({ verb: 'resume', ticket: id, counter }) as const
    day.callNext(1)
    day.hold(id)
    const other = day.issue('A1')
    day.callNext(1)
    expect(day.refused(resume(1))).toBe('counter-busy')
    expect(day.refused(resume(99))).toBe('unknown counter')
    day.close(2)
    expect(day.refused(resume(2))).toBe('counter-closed')
    day.open(2)
    day.act(resume(null), officerAt(2))
    expect([day.counter(2).ticket, day.leg(id).startedAt]).toEqual([id, day.clock.at])
    day.hold(id)
    day.finish(other)
    day.transfer(id, { service: 'A1' })
    day.call(1, id)
    day.hold(id)
    day.act(resume(null))
    expect(day.counter(1).ticket).toBe(id)
  })
})
