import { overdue } from '../../../server/core/day.ts'
import { building } from './_building.ts'
import { officerAt, openDay, seconds } from './_day.ts'

const site = (rules: { autoStartSeconds?: number; autoCallSeconds?: number }) =>
  building({ profiles: { 1: [['A1']], 2: [['A1']] }, rules })

/** What time asks for now, as words. */
const due = (day: ReturnType<typeof openDay>) =>
  overdue(day.hall, day.clock.at).map(({ command, at }) => [command.verb, at - day.clock.at] as const)
const pass = (day: ReturnType<typeof openDay>) => {
  for (const { command } of overdue(day.hall, day.clock.at)) day.ask(command)
}

describe('by themselves', () => {
  test('[R5.5] switched off, nothing begins and nobody is called', () => {
    const day = openDay(site({}))
    day.issue('A1')
    day.callNext(1)
    day.issue('A1')
    day.wait(3600 * seconds)
    expect(due(day)).toEqual([])
  })

  test('[R5.5] service begins so long after the last call', () => {
    const day = openDay(site({ autoStartSeconds: 60 }))
    day.issue('A1')
    day.callNext(1)
    day.wait(40 * seconds)
    day.does('recall', 't1')
    day.wait(59 * seconds)
    expect(due(day)).toEqual([])
    day.wait(2 * seconds)
    expect(due(day)).toEqual([['start', -1 * seconds]])
    pass(day)
    expect(day.state('t1')).toBe('serving')
    expect(due(day)).toEqual([])
  })

  test('[R5.5] a free open counter calls so long after it became free, as soon as somebody is there', () => {
    const day = openDay(site({ autoCallSeconds: 10 }))
    day.wait(30 * seconds)
    expect(due(day)).toEqual([])
    day.issue('A1')
    day.issue('A1')
    pass(day)
    expect([day.counter(1).ticket, day.counter(2).ticket]).toEqual(['t1', 't2'])
    day.issue('A1')
    day.finish('t1')
    day.wait(9 * seconds)
    expect(due(day)).toEqual([])
    day.wait(seconds)
    expect(due(day)).toEqual([['call-next', 0]])
  })

  test('[R5.5] of two free counters and one visitor only one call is made, and no further one is due', () => {
    const day = openDay(site({ autoCallSeconds: 10 }))
    day.issue('A1')
    day.wait(10 * seconds)
    pass(day)
    expect(day.hall.calls).toHaveLength(1)
    expect(due(day)).toEqual([])
  })

  test('[R5.5] what its officer does meanwhile for somebody in line does not make it free anew', () => {
    const day = openDay(site({ autoCallSeconds: 10 }))
    day.close(2)
    day.issue('A1')
    day.issue('A1')
    day.wait(8 * seconds)
    day.hold('t1', {}, officerAt(1))
    day.wait(2 * seconds)
    expect(due(day)).toEqual([['call-next', 0]])
  })

  test('[R5.5, R5.9] a counter on break, closed or about to be does not', () => {
    const day = openDay(site({ autoCallSeconds: 10 }))
    day.close(2)
    day.issue('A1')
    day.callNext(1)
    day.act({ verb: 'break-counter', counter: 1, reason: 'x', until: null, force: false })
    day.issue('A1')
    day.finish('t1')
    day.wait(60 * seconds)
    expect(day.counter(1).state).toBe('break')
    expect(due(day)).toEqual([])
    day.open(1)
    expect(due(day)).toEqual([])
    day.wait(10 * seconds)
    expect(due(day)).toEqual([['call-next', 0]])
  })

  test('[R5.5, R5.6] an undone call is not made again at once: the counter has been free since the undo', () => {
    const day = openDay(site({ autoCallSeconds: 10 }))
    day.close(2)
    day.issue('A1')
    day.wait(60 * seconds)
    day.callNext(1)
    day.wait(5 * seconds)
    day.does('undo', 't1', officerAt(1))
    day.wait(9 * seconds)
    expect(due(day)).toEqual([])
    day.wait(seconds)
    expect(due(day)).toEqual([['call-next', 0]])
  })

  test('[R8.4] in a pause of the building nothing is due, and afterwards what fell due meanwhile, in its order', () => {
    const day = openDay(site({ autoStartSeconds: 60, autoCallSeconds: 90 }))
    for (const _ of [1, 2, 3, 4]) day.issue('A1')
    day.callNext(1)
    day.hold('t2', { returnAt: day.clock.at + 30 * seconds })
    day.hold('t3', { keepUntil: day.clock.at + 80 * seconds })
    day.issue('A1', { delivery: 'screen' })
    day.act({ verb: 'pause-building', reason: 'fire drill', until: null })
    day.wait(200 * seconds)
    expect(due(day)).toEqual([['lapse', -20 * seconds]])
    day.act({ verb: 'resume-building' })
    expect(due(day)).toEqual([
      ['return', -170 * seconds],
      ['start', -140 * seconds],
      ['give-up-hold', -120 * seconds],
      ['call-next', -110 * seconds],
      ['lapse', -20 * seconds],
    ])
  })

  test('[R8.4] once the day is closed nothing is due', () => {
    const day = openDay(site({ autoStartSeconds: 60, autoCallSeconds: 10 }))
    day.issue('A1')
    day.act({ verb: 'close-day' })
    day.wait(600 * seconds)
    expect(due(day)).toEqual([])
  })
})
