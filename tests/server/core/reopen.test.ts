import { building } from './_building.ts'
import { minutes, openDay, supervisor } from './_day.ts'

const site = building({ profiles: { 1: [['A1', 'A2']], 2: [['A1']], 3: [['B1']] } })
const reopen = { verb: 'reopen', ticket: 't1', reason: 'wrong number' } as const

/** Somebody served at counter 1 and finished, with what was planned after. */
function finished(...further: string[]) {
  const day = openDay(site)
  day.issue('A1')
  for (const service of further) day.act({ verb: 'add-service', ticket: 't1', service })
  day.callNext(1)
  day.does('start', 't1')
  day.wait(5 * minutes)
  day.act({ verb: 'finish', ticket: 't1', outcome: 'X', next: false })
  const legs = () => day.ticket('t1').legs.map(({ service, state }) => `${service} ${state}`)
  return { day, legs }
}

describe('a wrong finish', () => {
  test('[R5.6, R4.6] comes back as a return to the counter that served it, and is not counted', () => {
    const { day } = finished()
    const { placeAt, placeSeq, queuedAt } = day.leg('t1')
    expect(day.counter(1)).toMatchObject({ served: 1, servedMs: 5 * minutes })
    day.wait(minutes)
    day.issue('A1', { priority: true })
    day.act(reopen, supervisor)
    expect(day.leg('t1')).toMatchObject({
      state: 'waiting',
      placeAt,
      placeSeq,
      queuedAt,
      endedAt: null,
      startedAt: null,
    })
    expect(day.leg('t1')).toMatchObject({ returned: { counter: 1, at: day.clock.at }, counter: null, calls: 0 })
    expect(day.leg('t1')).not.toHaveProperty('outcome')
    expect(day.counter(1)).toMatchObject({ served: 0, servedMs: 0 })
    expect(day.journal.at(-1)).toMatchObject({ type: 'reopened', note: 'wrong number' })
    expect(day.callNext(1)).toBe('t1')
    expect(day.why('t1')).toMatchObject({ rule: 'R4.6' })
  })

  test('[R5.6] one that was never started loses its flag, and no count was made', () => {
    const day = openDay(site)
    day.issue('A1')
    day.callNext(1)
    day.finish('t1')
    day.act(reopen)
    expect(day.leg('t1')).not.toHaveProperty('flag')
    expect(day.counter(1)).toMatchObject({ served: 0, servedMs: 0 })
  })

  test('[R5.6] the counter goes on with whomever it serves now', () => {
    const { day } = finished()
    day.issue('A1')
    day.callNext(1)
    day.act(reopen)
    expect(day.counter(1)).toMatchObject({ ticket: 't2', served: 0 })
    expect(day.callNext(2)).toBeTruthy()
  })

  test('[R5.6, R5.8] the next leg that had entered its line by itself is planned again', () => {
    const { day, legs } = finished('B1')
    expect(legs()).toEqual(['A1 done', 'B1 waiting'])
    day.act(reopen)
    expect(legs()).toEqual(['A1 waiting', 'B1 planned'])
    expect(day.ticket('t1').legs[1]).toMatchObject({ queuedAt: null, placeAt: 0, placeSeq: 0 })
    expect(day.refused({ verb: 'call-next', counter: 3 })).toBe('line-empty')
    day.callNext(1)
    day.finish('t1')
    expect(legs()).toEqual(['A1 done', 'B1 waiting'])
  })

  test('[R5.6] once somebody has acted on the next leg it is too late', () => {
    const called = (day: ReturnType<typeof openDay>) => day.callNext(3)
    const steps: Record<string, (day: ReturnType<typeof openDay>) => void> = {
      called,
      serving: (day) => {
        called(day)
        day.does('start', 't1')
      },
      missed: (day) => {
        called(day)
        day.does('miss', 't1')
      },
      held: (day) => void day.hold('t1'),
      'held and back': (day) => {
        day.hold('t1')
        day.does('return', 't1')
      },
      transferred: (day) => {
        day.wait(minutes)
        day.transfer('t1', { service: 'A2' })
      },
      cancelled: (day) => {
        day.wait(minutes)
        day.visitor('t1', 'cancel')
      },
    }
    for (const [name, step] of Object.entries(steps)) {
      const { day } = finished('B1')
      step(day)
      expect([name, day.refused(reopen)]).toEqual([name, 'wrong-state'])
    }
  })

  test('[R5.6] when the next leg is done too it is that one that is reopened', () => {
    const { day, legs } = finished('B1')
    day.wait(minutes)
    day.callNext(3)
    day.finish('t1')
    day.act(reopen)
    expect(legs()).toEqual(['A1 done', 'B1 waiting'])
    expect(day.leg('t1').returned).toMatchObject({ counter: 3 })
  })

  test('[R5.6, R5.7] of a side trip: its sender is held again', () => {
    const day = openDay(site)
    day.issue('A1')
    day.callNext(1)
    day.transfer('t1', { service: 'B1' }, { returnHere: true })
    day.callNext(3)
    day.wait(minutes)
    day.finish('t1')
    expect(day.ticket('t1').legs.map(({ state }) => state)).toEqual(['waiting', 'done'])
    day.act(reopen)
    expect(day.ticket('t1').legs.map(({ state }) => state)).toEqual(['held', 'waiting'])
    expect(day.leg('t1')).toMatchObject({ service: 'B1', returned: { counter: 3 } })
    day.callNext(3)
    day.wait(minutes)
    day.finish('t1')
    expect(day.callNext(1)).toBe('t1')
    day.wait(minutes)
    day.finish('t1')
    day.act(reopen)
    expect(day.ticket('t1').legs.map(({ state }) => state)).toEqual(['waiting', 'done'])
  })

  test('[R5.6] it asks for a reason, for a finish, and for an open day', () => {
    const { day } = finished()
    expect(day.refused({ ...reopen, reason: '' })).toBe('reason-required')
    expect(day.refused({ ...reopen, ticket: 'nobody' })).toBe('unknown ticket')
    expect(day.refused({ ...reopen, ticket: day.issue('A1') })).toBe('wrong-state')
    day.act({ verb: 'close-day' })
    expect(day.refused(reopen)).toBe('day-closed')
  })
})
