import type { SitePackage } from '../../../server/contract/site.ts'
import { aheadOf } from '../../../server/core/ahead.ts'
import { isDown } from '../../../server/core/next.ts'
import { callOrder } from '../../../server/core/order.ts'
import { building } from './_building.ts'
import { minutes, openDay, seconds } from './_day.ts'

const plain = building({ profiles: { 1: [['A1', 'A2']], 2: [['A2'], ['B1']] } })

/** A1 needs SIAK through its booth, A2 another system of its own, B1 none. */
const site: SitePackage = {
  ...plain,
  centralSystems: ['SIAK', 'OSS'].map((code) => ({ code, name: code })),
  booths: plain.booths.map((booth) => (booth.code === 'A' ? { ...booth, centralSystems: ['SIAK'] } : booth)),
  services: plain.services.map((service) =>
    service.code === 'A2' ? { ...service, centralSystems: ['OSS'] } : service,
  ),
}
const set = (system: string, down: boolean) => ({ verb: 'set-system', system, down }) as const
const pause = { verb: 'pause-building', reason: 'fire drill', until: null } as const

describe('while the whole building is paused', () => {
  test('nobody is called, whoever is at a counter is served to the end, and every place is kept', () => {
    const day = openDay(site)
    for (const _ of [1, 2, 3, 4]) day.issue('A1')
    day.callNext(1)
    day.wait(30 * seconds)
    day.act(pause)
    expect(day.refused({ verb: 'recall', ticket: 't1' })).toBe('building-paused')
    day.does('start', 't1')
    expect(day.act({ verb: 'finish', ticket: 't1', outcome: null, next: true }).next).toBeNull()
    expect(day.state('t1')).toBe('done')
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('building-paused')
    expect(day.refused({ verb: 'call-ticket', counter: 1, ticket: 't2', reason: 'x' })).toBe('building-paused')
    day.wait(30 * minutes)
    day.act({ verb: 'resume-building' })
    expect(day.callAll(1)).toEqual(['t2', 't3', 't4'])
  })

  test('the refusal says until when, where that is known', () => {
    const day = openDay(site)
    const until = day.clock.at + 10 * minutes
    day.act({ ...pause, until })
    expect(day.ask({ verb: 'call-next', counter: 1 })).toEqual({
      refusal: { refused: 'building-paused', next: { until } },
    })
  })
})

test('[R3.22, R3.23] once the day is closed nobody calls, opens a counter or is restored', () => {
  const day = openDay(site)
  day.issue('A1')
  day.callNext(1)
  day.act({ verb: 'close-day' })
  expect(day.state('t1')).toBe('no-show')
  expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('day-closed')
  expect(day.refused({ verb: 'call-ticket', counter: 1, ticket: 't1', reason: 'x' })).toBe('day-closed')
  expect(day.refused({ verb: 'open-counter', counter: 1, officer: 'o' })).toBe('day-closed')
  expect(day.refused({ verb: 'return', ticket: 't1', reason: 'x' })).toBe('day-closed')
})

describe('while a central system is down', () => {
  test('a service depends on its own systems, else on those of its booth', () => {
    const day = openDay(site)
    const down = () => ['A1', 'A2', 'B1', 'ZZ'].filter((service) => isDown(day.hall, service))
    expect(down()).toEqual([])
    day.act(set('SIAK', true))
    expect(down()).toEqual(['A1'])
    day.act(set('OSS', true))
    expect(down()).toEqual(['A1', 'A2'])
    day.act(set('SIAK', false))
    expect(down()).toEqual(['A2'])
  })

  test('[R4.2] its visitors are passed over with their places kept, and nobody is said to have overtaken them', () => {
    const day = openDay(site)
    day.issue('A1')
    day.issue('A2')
    day.act(set('SIAK', true))
    expect(day.callNext(1)).toBe('t2')
    expect(day.why('t2')?.overtook).toEqual([])
    day.issue('A2')
    day.finish('t2')
    day.act(set('SIAK', false))
    expect(day.callAll(1)).toEqual(['t1', 't3'])
  })

  test('[R4.1] a counter whose first tier is down goes on with the second', () => {
    const day = openDay(site)
    day.issue('A2')
    day.issue('B1')
    day.act(set('OSS', true))
    expect(day.callNext(2)).toBe('t2')
    expect(day.refused({ verb: 'call-next', counter: 1 })).toBe('line-empty')
  })

  test('[R4.5] by number, with a reason, an officer may call all the same', () => {
    const day = openDay(site)
    day.issue('A1')
    day.act(set('SIAK', true))
    day.call(1, 't1')
    expect(day.state('t1')).toBe('called')
  })

  test('[R4.7] nobody waits in a pause for people who cannot be called', () => {
    const day = openDay(site)
    day.issue('A2')
    day.issue('A1')
    day.visitor('t1', 'later')
    day.close(2)
    expect(day.act({ verb: 'call-next', counter: 1 }).ticket?.id).toBe('t2')
    day.does('requeue', 't2')
    day.act(set('SIAK', true))
    expect(day.callNext(1)).toBe('t1')
  })

  test('[R4.9] they are ahead of nobody, and the order that is shown ends with them', () => {
    const day = openDay(site)
    day.close(2)
    for (const service of ['A1', 'A1', 'A2', 'A2']) day.issue(service)
    expect(aheadOf(day.hall, day.ticket('t4'))).toBe(3)
    day.act(set('SIAK', true))
    expect(aheadOf(day.hall, day.ticket('t4'))).toBe(1)
    expect(aheadOf(day.hall, day.ticket('t2'))).toBe(1)
    const order = callOrder(day.hall, day.counter(1), day.clock.at)
    expect(order.map(({ ticket }) => ticket.id)).toEqual(['t3', 't4', 't1', 't2'])
  })
})
