import { building } from './_building.ts'
import { minutes, officerAt, openDay, seconds, supervisor } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']], 4: [['B1'], ['A1']] } })
const to = (counter: number) => ({ verb: 'hand-over', ticket: 't1', counter }) as const

function inHand(state: 'called' | 'serving') {
  const day = openDay(site)
  day.issue('A1')
  day.callNext(1)
  if (state === 'serving') day.does('start', 't1')
  return day
}

describe('hand-over in mid-service', () => {
  test.each(['called', 'serving'] as const)(
    '[R5.1] a visitor who is %s goes to another counter as they are',
    (state) => {
      const day = inHand(state)
      const before = day.leg('t1')
      day.wait(3 * minutes)
      day.act(to(2), officerAt(1))
      expect(day.leg('t1')).toEqual({ ...before, counter: 2 })
      expect([day.counter(1).ticket, day.counter(2).ticket]).toEqual([null, 't1'])
      expect(day.journal.at(-1)).toMatchObject({ type: 'handed-over', counters: [{ number: 1 }, { number: 2 }] })
    },
  )

  test('[R7.2] the service is counted where it ends, from where it began', () => {
    const day = inHand('serving')
    day.wait(3 * minutes)
    day.act(to(2))
    day.wait(4 * minutes)
    day.finish('t1')
    expect(day.counter(1)).toMatchObject({ served: 0, servedMs: 0 })
    expect(day.counter(2)).toMatchObject({ served: 1, servedMs: 7 * minutes })
  })

  test('[R4.3, R4.7] it is no call: neither run nor tally moves, and the screens are told the other counter', () => {
    const day = inHand('called')
    const tally = [...day.hall.tally]
    day.act(to(2))
    expect([...day.hall.tally]).toEqual(tally)
    expect(day.counter(2).run).toBe(0)
    expect(day.hall.calls.map(({ counter, reason }) => [counter, reason?.rule])).toEqual([
      [1, 'R4.0'],
      [2, undefined],
    ])
  })

  test('it is refused where nobody could go on', () => {
    const day = inHand('serving')
    expect(day.refused(to(99))).toBe('unknown counter')
    expect(day.refused({ ...to(2), ticket: 'nobody' })).toBe('unknown ticket')
    expect(day.refused(to(1))).toBe('counter-busy')
    expect(day.refused(to(3))).toBe('not-served-here')
    day.close(2)
    expect(day.refused(to(2))).toBe('counter-closed')
    day.issue('B1')
    day.callNext(4)
    expect(day.refused(to(4))).toBe('counter-busy')
    day.act({ verb: 'break-counter', counter: 4, reason: 'x', until: null, force: false })
    expect(day.refused(to(4))).toBe('counter-closed')
  })

  test('[R4.1] a counter of the second tier takes over too', () => {
    const day = inHand('serving')
    day.act(to(4))
    expect(day.leg('t1').counter).toBe(4)
  })

  test('[R5.6] its officer takes it back whole, until the other one acts', () => {
    const day = inHand('called')
    day.act(to(2), officerAt(1))
    day.wait(5 * seconds)
    day.does('undo', 't1', officerAt(1))
    expect(day.leg('t1').counter).toBe(1)
    expect([day.counter(1).ticket, day.counter(2).ticket]).toEqual(['t1', null])
    expect(day.hall.calls).toHaveLength(1)
    day.act(to(2), officerAt(1))
    day.does('start', 't1', officerAt(2))
    // It is in the other officer's hands now.
    expect(day.refused({ verb: 'undo', ticket: 't1' }, officerAt(1))).toBe('forbidden')
    expect(day.state('t1')).toBe('serving')
  })

  test('[R5.9] a break that waited for the visitor to go begins', () => {
    const day = inHand('serving')
    day.act({ verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false })
    day.act(to(2), supervisor)
    expect(day.counter(1)).toMatchObject({ state: 'break', ticket: null })
  })

  test('[R5.7] kept for one counter, requeued it is for every counter', () => {
    const day = openDay(site)
    day.issue('A1')
    day.transfer('t1', { counter: 1 })
    day.callNext(1)
    day.act(to(2))
    day.does('requeue', 't1')
    expect(day.callNext(2)).toBe('t1')
  })
})
