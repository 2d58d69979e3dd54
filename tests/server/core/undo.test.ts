import type { Command } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import { building } from './_building.ts'
import { hub, minutes, officerAt, openDay, seconds, supervisor } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })
const officer = officerAt(1)

/** Two in line, the first one called by officer 1. */
function called() {
  const day = openDay(site)
  const [first, second] = [day.issue('A1'), day.issue('A1')]
  day.act({ verb: 'call-next', counter: 1 }, officer)
  return { day, first, second, undo: (id = first, by = officer) => day.act({ verb: 'undo', ticket: id }, by) }
}

describe('[R5.6] undo', () => {
  test('of a call withdraws it: the number returns to its place, the counter is free, the call is no call', () => {
    const day = openDay(site)
    const [regular, priority] = [day.issue('A1'), day.issue('A1', { priority: true })]
    const before = { ticket: day.ticket(priority), counter: day.counter(1), tally: day.hall.tally.get('A1') ?? 0 }
    day.act({ verb: 'call-next', counter: 1 }, officer)
    expect([day.state(priority), day.counter(1).run]).toEqual(['called', 1])
    day.wait(9 * seconds)
    day.act({ verb: 'undo', ticket: priority }, officer)
    expect(day.ticket(priority)).toEqual(before.ticket)
    expect(day.counter(1)).toEqual(before.counter)
    expect([day.hall.calls, day.hall.overtakings.get(regular), day.hall.tally.get('A1')]).toEqual([
      [],
      [],
      before.tally,
    ])
    expect(day.callNext(2)).toBe(priority)
  })

  test('of a recall withdraws the recall alone', () => {
    const { day, first, undo } = called()
    day.wait(20 * seconds)
    day.does('recall', first, officer)
    undo()
    expect([day.leg(first).calls, day.hall.calls.length, day.state(first)]).toEqual([1, 1, 'called'])
    expect(day.hall.tally.get('A1')).toBe(1)
  })

  test('a composite is undone whole', () => {
    const { day, first, second, undo } = called()
    day.does('start', first, officer)
    day.wait(minutes)
    day.finish(first, true, officer)
    expect([day.state(first), day.state(second), day.counter(1).served]).toEqual(['done', 'called', 1])
    undo(second)
    expect([day.state(first), day.state(second)]).toEqual(['serving', 'waiting'])
    expect(day.counter(1)).toMatchObject({ ticket: first, served: 0, servedMs: 0 })
  })

  test('of the step that closed a counter: it has been open as long as before', () => {
    const { day, first, undo } = called()
    const openedAt = day.hall.turnedAt.get(1)
    day.wait(minutes)
    day.act({ verb: 'close-counter', counter: 1, confirm: true, force: false }, officer)
    day.does('start', first, officer)
    day.finish(first, false, officer)
    expect([day.counter(1).state, day.hall.turnedAt.get(1)]).toEqual(['closed', day.clock.at])
    undo()
    expect([day.counter(1).state, day.hall.turnedAt.get(1)]).toEqual(['open', openedAt])
  })

  test.each(['start', 'miss', 'requeue', 'hold', 'transfer', 'cancel', 'finish'] as const)(
    'of %s puts everything back',
    (verb) => {
      const { day, first, undo } = called()
      const before = { ticket: day.ticket(first), counter: day.counter(1) }
      if (verb === 'hold') day.hold(first, {}, officer)
      else if (verb === 'transfer') day.transfer(first, { service: 'B1' }, {}, officer)
      else if (verb === 'cancel') day.act({ verb, ticket: first, reason: null }, officer)
      else if (verb === 'finish') day.finish(first, false, officer)
      else day.does(verb, first, officer)
      undo()
      expect([day.ticket(first), day.counter(1)]).toEqual([before.ticket, before.counter])
      expect(day.refused({ verb: 'call-next', counter: 3 })).toBe('line-empty')
    },
  )

  test('not after 10 seconds', () => {
    const { day, first, undo } = called()
    day.wait(10 * seconds + 1)
    expect(day.ask({ verb: 'undo', ticket: first }, officer)).toEqual({
      refusal: { refused: 'undo-too-late', next: { seconds: 10 } },
    })
    day.wait(-1)
    undo()
    expect(day.state(first)).toBe('waiting')
  })

  test("nobody undoes another's action, and nobody an undo", () => {
    const { day, first, undo } = called()
    expect(day.refused({ verb: 'undo', ticket: first }, { ...officer, id: 'another' })).toBe('nothing-to-undo')
    expect(day.refused({ verb: 'undo', ticket: first }, supervisor)).toBe('forbidden')
    expect(day.refused({ verb: 'undo', ticket: 'nobody' }, officer)).toBe('unknown ticket')
    undo()
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('nothing-to-undo')
  })

  test.each<[string, Command, Actor]>([
    [
      'the visitor is on the way',
      { verb: 'visitor', ticket: 't1', action: 'on-my-way' },
      { role: 'visitor', id: 'phone' },
    ],
    ['a supervisor set the priority', { verb: 'set-priority', ticket: 't1', priority: true, reason: null }, supervisor],
    ['the counter is to close', { verb: 'close-counter', counter: 1, confirm: true, force: false }, supervisor],
    ['another officer has the counter', { verb: 'open-counter', counter: 1, officer: 'another' }, hub],
  ])('not when since then %s', (_what, command, actor) => {
    const { day, first } = called()
    day.act(command, actor)
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('nothing-to-undo')
  })

  test('not when somebody else has called the ticket meanwhile', () => {
    const { day, first } = called()
    day.does('requeue', first, officer)
    day.act({ verb: 'call-next', counter: 2 }, officerAt(2))
    expect(day.counter(2).ticket).toBe(first)
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('forbidden')
    expect(day.refused({ verb: 'undo', ticket: first }, { ...officerAt(2), id: officer.id })).toBe('nothing-to-undo')
  })

  test('what the hub did by itself because of it is taken back too', () => {
    const { day, first, undo } = called()
    day.hold(first, { returnAt: day.clock.at + 2 * seconds }, officer)
    day.wait(3 * seconds)
    day.does('return', first, hub)
    expect(day.state(first)).toBe('waiting')
    undo()
    expect([day.state(first), day.counter(1).ticket]).toEqual(['called', first])
  })

  test('an older action is not undone after a newer one at the counter', () => {
    const { day, first, second } = called()
    day.does('miss', first, officer)
    day.act({ verb: 'call-next', counter: 1 }, officer)
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('nothing-to-undo')
    day.act({ verb: 'undo', ticket: second }, officer)
    expect([day.state(first), day.state(second)]).toEqual(['missed', 'waiting'])
  })

  test('[R5.9] an officer who sits elsewhere by now gets no second counter by it', () => {
    const { day, first } = called()
    day.act({ verb: 'close-counter', counter: 1, confirm: true, force: false }, officer)
    day.finish(first, false, officer)
    expect(day.counter(1)).toMatchObject({ state: 'closed', officer: null })
    day.close(2)
    day.act({ verb: 'open-counter', counter: 2, officer: officer.id })
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('officer-elsewhere')
  })

  test('the end of the day leaves nothing to undo', () => {
    const { day, first } = called()
    day.act({ verb: 'close-day' })
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('nothing-to-undo')
  })

  test('a step on a waiting ticket is the last action at the counter of the officer who took it', () => {
    const { day, first, second } = called()
    day.act({ verb: 'cancel', ticket: second, reason: null }, officer)
    expect(day.refused({ verb: 'undo', ticket: first }, officer)).toBe('nothing-to-undo')
    day.act({ verb: 'undo', ticket: second }, officer)
    expect(day.state(second)).toBe('waiting')
    expect(day.state(first)).toBe('called')
  })
})
