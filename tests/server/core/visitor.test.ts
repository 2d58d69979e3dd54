import type { Actor } from '../../../server/contract/hall.ts'
import { building } from './_building.ts'
import { openDay } from './_day.ts'

const site = building({ profiles: { 1: [['A1']] } })
const phone: Actor = { role: 'visitor', id: 'phone' }
const kiosk: Actor = { role: 'kiosk', id: 'K1', kiosk: 'K1' }

describe.each([
  ['by phone', phone],
  ['at the kiosk', kiosk],
] as const)('[R5.12] the visitor, %s,', (_where, actor) => {
  const acts = (day: ReturnType<typeof openDay>, ticket: string, action: 'cancel' | 'here' | 'later' | 'on-my-way') =>
    day.act({ verb: 'visitor', ticket, action }, actor)

  test('cancels, and the number leaves its line', () => {
    const day = openDay(site)
    const [gone, next] = [day.issue('A1', { by: actor }), day.issue('A1', { by: actor })]
    acts(day, gone, 'cancel')
    expect([day.state(gone), day.callNext(1)]).toEqual(['cancelled', next])
  })

  test('cannot cancel once called', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    expect(day.refused({ verb: 'visitor', ticket: id, action: 'cancel' }, actor)).toBe('wrong-state')
  })

  test('reports from a hold and from being missed', () => {
    const day = openDay(site)
    const [held, missed] = [day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    day.hold(held)
    day.callNext(1)
    day.does('miss', missed)
    acts(day, held, 'here')
    acts(day, missed, 'here')
    expect(day.leg(held)).toMatchObject({ state: 'waiting', returned: { counter: 1 } })
    expect(day.leg(missed)).toMatchObject({
      state: 'waiting',
      endedAt: null,
      pausedUntil: (day.hall.tally.get('A1') ?? 0) + 3,
    })
  })

  test('says that they are on the way while called', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    acts(day, id, 'on-my-way')
    expect(day.leg(id)).toMatchObject({ state: 'called', onMyWayAt: day.clock.at })
  })

  test('lets others go first once, also across a transfer', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    acts(day, id, 'later')
    day.transfer(id, { service: 'A1' })
    expect(day.leg(id).pausedUntil).toBeUndefined()
    expect(day.refused({ verb: 'visitor', ticket: id, action: 'later' }, actor)).toBe('already-deferred')
  })

  test('accepts a number that is offered on the screen', () => {
    const day = openDay(site)
    const id = day.issue('A1', { delivery: 'screen' })
    day.does('deliver', id, actor)
    day.does('deliver', id, actor)
    expect(day.state(id)).toBe('waiting')
  })

  test('does nothing that an officer does', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    for (const verb of ['start', 'miss', 'no-show', 'recall', 'requeue', 'return', 'undo'] as const) {
      expect(day.refused({ verb, ticket: id }, actor)).toBe('forbidden')
    }
  })
})
