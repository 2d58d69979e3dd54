import { building } from './_building.ts'
import { minutes, officerAt, openDay, supervisor } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1', 'A2']] } })
const openBy = (officer: string | null, counter: number) => ({ verb: 'open-counter', counter, officer }) as const
const closing = { verb: 'close-counter', counter: 1, confirm: true, force: false } as const
const pausing = { verb: 'break-counter', counter: 1, reason: 'istirahat', until: null, force: false } as const

describe('[R5.9] officers and counters', () => {
  test('one counter per officer, also on break', () => {
    const day = openDay(site, { open: false })
    day.act(openBy('ani', 1))
    expect(day.refused(openBy('ani', 2))).toBe('officer-elsewhere')
    day.act(pausing)
    expect(day.refused(openBy('ani', 2))).toBe('officer-elsewhere')
    day.act(closing)
    day.act(openBy('ani', 2))
  })

  test('one officer per counter: nobody takes an open one from another officer', () => {
    const day = openDay(site, { open: false })
    day.act(openBy('officer-1', 1), officerAt(1))
    expect(day.refused(openBy('budi', 1), { ...officerAt(1), id: 'budi' })).toBe('counter-taken')
    expect(day.counter(1).officer).toBe('officer-1')
  })

  test('a supervisor opens it for somebody else, and a counter on break may be relieved', () => {
    const day = openDay(site, { open: false })
    day.act(openBy('officer-1', 1), officerAt(1))
    day.act(openBy('budi', 1), supervisor)
    expect(day.counter(1).officer).toBe('budi')
    day.act(pausing)
    day.act(openBy('citra', 1), { ...officerAt(1), id: 'citra' })
    expect(day.counter(1)).toMatchObject({ state: 'open', officer: 'citra', pause: null })
  })

  test('a closed counter has no officer, so that opening it again gives nobody two', () => {
    const day = openDay(site, { open: false })
    day.act(openBy('ani', 1))
    day.act(closing)
    expect(day.counter(1).officer).toBeNull()
    day.act(openBy('ani', 2))
    day.act(openBy(null, 1), supervisor)
    expect([day.counter(1).officer, day.counter(2).officer]).toEqual([null, 'ani'])
  })

  test('opening what is open changes nothing; closing what is closed neither', () => {
    const day = openDay(site)
    const { lastSeq } = day.hall
    day.act(openBy('officer-1', 1))
    day.act(openBy(null, 1), supervisor)
    day.close(2)
    day.close(2)
    expect(day.hall.lastSeq).toBe(lastSeq + 1)
  })

  test('a counter that the building does not have is unknown', () => {
    const day = openDay(site)
    for (const command of [
      openBy(null, 9),
      { ...closing, counter: 9 },
      { ...pausing, counter: 9 },
      { verb: 'call-next', counter: 9 } as const,
    ]) {
      expect(day.refused(command)).toBe('unknown counter')
    }
    expect(day.refused({ verb: 'call-ticket', counter: 9, ticket: day.issue('A1'), reason: 'x' })).toBe(
      'unknown counter',
    )
  })
})

describe('[R5.9] break and close', () => {
  test('a break has a reason and a promised return', () => {
    const day = openDay(site)
    expect(day.refused({ ...pausing, reason: '' })).toBe('reason-required')
    const until = day.clock.at + 15 * minutes
    day.act({ ...pausing, until })
    expect(day.counter(1)).toMatchObject({
      state: 'break',
      pause: { reason: 'istirahat', until },
      officer: 'officer-1',
    })
    day.open(1)
    expect(day.counter(1)).toMatchObject({ state: 'open', pause: null })
  })

  test('a closed counter has no break, and only an open one calls', () => {
    const day = openDay(site)
    day.issue('A1')
    day.act(pausing)
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('counter-closed')
    day.close(1)
    expect(day.refused(pausing)).toBe('counter-closed')
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('counter-closed')
  })

  test.each([
    ['close', closing, 'closed'],
    ['break', pausing, 'break'],
  ] as const)('%s while a visitor is called or served takes effect after them', (_name, command, state) => {
    for (const leave of ['finish', 'hold', 'transfer', 'requeue', 'miss', 'cancel'] as const) {
      const day = openDay(site)
      const id = day.issue('A1')
      day.callNext(1)
      day.act(command, officerAt(1))
      expect(day.counter(1)).toMatchObject({ state: 'open', ticket: id, pending: { state } })
      if (leave === 'finish') day.finish(id)
      else if (leave === 'hold') day.hold(id)
      else if (leave === 'transfer') day.transfer(id, { service: 'A2' })
      else if (leave === 'cancel') day.act({ verb: 'cancel', ticket: id, reason: null })
      else day.does(leave, id)
      expect(day.counter(1)).toMatchObject({ state, ticket: null, pending: null })
      expect(day.counter(1).pause?.reason).toBe(state === 'break' ? 'istirahat' : undefined)
    }
  })

  test('opening again takes the waiting close back', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.act(closing)
    day.open(1)
    expect(day.counter(1)).toMatchObject({ state: 'open', ticket: id, pending: null })
  })

  test('an officer cannot force it; a supervisor can: called goes to the front of the line', () => {
    const day = openDay(site)
    day.issue('A1')
    const called = day.callNext(1)
    const others = [day.issue('A1'), day.issue('A1')]
    day.act({ ...closing, force: true }, officerAt(1))
    expect(day.counter(1)).toMatchObject({ state: 'open', ticket: called })
    day.act({ ...closing, force: true }, supervisor)
    expect(day.counter(1)).toMatchObject({ state: 'closed', ticket: null })
    expect(day.leg(called)).toMatchObject({ state: 'waiting', calls: 0, calledAt: null })
    expect(day.callAll(2)).toEqual([called, ...others])
  })

  test('by force, a visitor who is being served is held, and comes back by R4.6', () => {
    const day = openDay(site)
    const served = day.issue('A1')
    day.callNext(1)
    day.does('start', served)
    day.act({ ...pausing, force: true }, supervisor)
    expect(day.leg(served)).toMatchObject({ state: 'held', hold: { counter: 1, returnAt: null, keepUntil: null } })
    expect(day.counter(1)).toMatchObject({ state: 'break', ticket: null })
    day.visitor(served, 'here')
    expect([day.callNext(2), day.why(served)?.name]).toEqual([served, 'held-return'])
  })

  test('the last open counter of a service closes with people waiting: the hub asks first', () => {
    const day = openDay(site)
    day.issue('A1')
    day.issue('A2')
    day.issue('A2')
    day.issue('A2', { delivery: 'screen' })
    const close = (counter: number, confirm: boolean) => ({ ...closing, counter, confirm })
    day.act(close(1, false))
    expect(day.ask(close(2, false))).toEqual({
      refusal: { refused: 'people-waiting', next: { waiting: 3, confirm: true } },
    })
    day.act(close(2, true))
    expect(day.counter(2).state).toBe('closed')
  })
})

describe('[R8.4] the building is data', () => {
  test('a changed building is an event; its new counters begin closed and the others go on', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.act({
      verb: 'configure',
      site: building({ profiles: { 1: [['A1']], 2: [['A1', 'A2']], 3: [['A3']] }, rules: { aheadOfTurn: 1 } }),
    })
    expect(day.journal.at(-1)).toMatchObject({ type: 'configured', counters: [{ number: 3, state: 'closed' }] })
    expect([day.counter(1).ticket, day.counter(2).state]).toEqual([id, 'open'])
    expect(day.hall.catalogue?.site.site.rules.aheadOfTurn).toBe(1)
  })

  test('counters that the building has no more are gone; whoever is there can still be finished', () => {
    const day = openDay(site)
    const [a, b] = [day.issue('A1'), day.issue('A1')]
    const officer = officerAt(1)
    day.act({ verb: 'call-next', counter: 1 }, officer)
    day.act({ verb: 'configure', site: building({ profiles: { 2: [['A1', 'A2']] } }) })
    expect([...day.hall.counters.keys()]).toEqual([2])
    expect(day.refused({ verb: 'call-next', counter: 1 }, officer)).toBe('unknown counter')
    expect(day.refused({ verb: 'undo', ticket: a }, officer)).toBe('nothing-to-undo')
    expect(day.refused({ verb: 'start', ticket: b }, { ...officer, booth: 'Z' })).toBe('forbidden')
    day.finish(a, false, officer)
    expect([day.state(a), day.callNext(2)]).toEqual(['done', b])
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect([...day.hall.counters.keys()]).toEqual([2])
  })
})
