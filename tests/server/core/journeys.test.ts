import { compileSite } from '../../../server/contract/catalogue.ts'
import type { HallTicket, Leg } from '../../../server/contract/hall.ts'
import type { Journey, SitePackage } from '../../../server/contract/site.ts'
import { freeServices, planJourney } from '../../../server/core/journey.ts'
import { building } from './_building.ts'
import { minutes, openDay } from './_day.ts'

const name = { id: 'Alur', en: 'Journey' }
const plain = building({ profiles: { 1: [['A1', 'A2']], 2: [['B1', 'B2']], 3: [['C1']] } })

const withJourney = (services: string[], after?: Journey['after']): SitePackage => ({
  ...plain,
  journeys: [{ code: 'J', name, services, ...(after ? { after } : {}) }],
})

/** A day with one visitor on a journey, who is served at the first leg. */
function onJourney(services: string[], after?: Journey['after']) {
  const day = openDay(withJourney(services, after))
  const codes = { ticket: 'j', publicCode: 'j' }
  const how = { priority: false, english: false, kiosk: null, delivery: 'none' } as const
  day.act({ verb: 'issue', ...codes, ...how, service: services[0] as string, journey: 'J' })
  const legs = () => day.ticket('j').legs.map(({ service, state }) => `${service} ${state}`)
  const serve = (waits?: Record<string, number>) => {
    const holder = [1, 2, 3].find((counter) => day.hall.catalogue?.tierOf(counter, day.leg('j').service))
    day.callNext(holder as number)
    day.act({ verb: 'finish', ticket: 'j', outcome: null, next: false, ...(waits ? { waits } : {}) })
  }
  return { day, legs, serve }
}

describe('a planned journey', () => {
  test('[R5.8] one after another as listed, where it says nothing else', () => {
    const { day, legs, serve } = onJourney(['A1', 'B1', 'C1'])
    expect(legs()).toEqual(['A1 waiting', 'B1 planned', 'C1 planned'])
    expect(day.ticket('j').legs.map(({ queuedAt }) => queuedAt)).toEqual([day.clock.at, null, null])
    day.wait(5 * minutes)
    serve({ B1: 99 * minutes, C1: 0 })
    expect(legs()).toEqual(['A1 done', 'B1 waiting', 'C1 planned'])
    expect(day.leg('j')).toMatchObject({ queuedAt: day.clock.at, placeAt: day.clock.at })
    serve()
    serve()
    expect(legs()).toEqual(['A1 done', 'B1 done', 'C1 done'])
  })

  test('[R5.8] of the legs that are free the one with the shortest wait is next; legs stand in the order of their beginning', () => {
    const { day, legs, serve } = onJourney(['A1', 'B1', 'C1', 'A2'], { A2: ['B1', 'C1'] })
    expect(freeServices(day.ticket('j'))).toEqual(['B1', 'C1'])
    serve({ B1: 20 * minutes, C1: 5 * minutes, A2: 0 })
    expect(legs()).toEqual(['A1 done', 'C1 waiting', 'B1 planned', 'A2 planned'])
    expect(freeServices(day.ticket('j'))).toEqual(['B1'])
    expect(day.ticket('j').legs.at(-1)?.after).toEqual([2, 1])
    serve({ A2: 0, B1: 20 * minutes })
    expect(legs()).toEqual(['A1 done', 'C1 done', 'B1 waiting', 'A2 planned'])
    serve()
    expect(day.leg('j')).toMatchObject({ service: 'A2', state: 'waiting' })
    expect(freeServices(day.ticket('j'))).toEqual([])
  })

  test.each([
    [{ B1: 3, C1: 3 }, 'B1'],
    [undefined, 'B1'],
    [{ C1: 9 }, 'C1'],
  ])('[R5.8] with waits %j the next is %s: ties and unknown waits by the plan', (waits, next) => {
    const { day, serve } = onJourney(['A1', 'B1', 'C1'], { A1: [] })
    serve(waits)
    expect(day.leg('j').service).toBe(next)
  })

  test('[R5.8] legs that wait for one another hold nobody up', () => {
    const { day, serve, legs } = onJourney(['A1', 'B1', 'C1'], { B1: ['C1'], C1: ['B1'] })
    serve()
    expect(day.leg('j')).toMatchObject({ service: 'B1', state: 'waiting' })
    serve()
    serve()
    expect(legs()).toEqual(['A1 done', 'B1 done', 'C1 done'])
  })

  test('[R3.8, R5.8] transferred, the new leg takes the place of the old one before those that come after it', () => {
    const { day, legs, serve } = onJourney(['A1', 'B1', 'C1'], { B1: ['A1'], C1: ['B1'] })
    day.transfer('j', { service: 'A2' })
    expect(legs()).toEqual(['A1 transferred', 'A2 waiting', 'B1 planned', 'C1 planned'])
    expect(day.ticket('j').legs.map(({ after }) => after)).toEqual([[], undefined, [1], [2]])
    expect(freeServices(day.ticket('j'))).toEqual(['B1'])
    serve({ C1: 0 })
    expect(day.leg('j').service).toBe('B1')
  })

  test('[R5.7, R5.8] after a side trip it is the sender that the next legs come after', () => {
    const { day, legs, serve } = onJourney(['A1', 'B1', 'C1'], { B1: ['A1'] })
    day.callNext(1)
    day.transfer('j', { service: 'B2' }, { returnHere: true })
    expect(legs()).toEqual(['A1 held', 'B2 waiting', 'B1 planned', 'C1 planned'])
    expect(day.ticket('j').legs[2]?.after).toEqual([0])
    serve()
    expect(day.leg('j')).toMatchObject({ service: 'A1', state: 'waiting', returned: { counter: 1 } })
    serve()
    expect(legs()).toEqual(['A1 done', 'B2 done', 'B1 waiting', 'C1 planned'])
  })

  test('[R5.7] a leg that comes back to its sender still does when legs before it were added', () => {
    const { day } = onJourney(['A1', 'B1'])
    day.callNext(1)
    day.transfer('j', { service: 'C1' }, { returnHere: true })
    day.callNext(3)
    day.transfer('j', { service: 'B2' }, { returnHere: true })
    expect(day.ticket('j').legs.map(({ returnTo }) => returnTo)).toEqual([undefined, 0, 1, undefined])
    day.callNext(2)
    day.finish('j')
    day.callNext(3)
    day.finish('j')
    day.transfer('j', { service: 'A2' }, { position: 'end' })
    expect(day.ticket('j').legs.map(({ service, returnTo }) => [service, returnTo])).toEqual([
      ['A1', undefined],
      ['A2', undefined],
      ['C1', 0],
      ['B2', 2],
      ['B1', undefined],
    ])
  })

  test('[R3.22, R5.8] a leg that ended as a no-show ends nothing else: restored and served, the next leg follows', () => {
    const { day, legs, serve } = onJourney(['A1', 'B1'])
    day.callNext(1)
    day.does('miss', 'j')
    day.does('no-show', 'j')
    expect(legs()).toEqual(['A1 no-show', 'B1 planned'])
    day.act({ verb: 'return', ticket: 'j', reason: 'x' })
    serve()
    expect(legs()).toEqual(['A1 done', 'B1 waiting'])
  })

  test('[R5.8] while a leg is held or missed nothing begins by itself', () => {
    const { day, legs } = onJourney(['A1', 'B1'], { B1: [] })
    day.callNext(1)
    day.hold('j')
    expect(legs()).toEqual(['A1 held', 'B1 planned'])
    day.does('give-up-hold', 'j')
    expect(legs()).toEqual(['A1 missed', 'B1 planned'])
  })

  test.each(['waiting', 'called', 'held', 'missed'] as const)(
    '[R5.8] a service is added while %s and comes last',
    (at) => {
      const { day, legs, serve } = onJourney(['A1', 'B1'], { B1: [] })
      if (at !== 'waiting') day.callNext(1)
      if (at === 'held') day.hold('j')
      if (at === 'missed') day.does('miss', 'j')
      day.act({ verb: 'add-service', ticket: 'j', service: 'C1' })
      if (at === 'held' || at === 'missed') day.does('return', 'j')
      if (at === 'called') day.does('requeue', 'j')
      serve({ B1: 9, C1: 1 })
      expect(legs()).toEqual(['A1 done', 'B1 waiting', 'C1 planned'])
    },
  )

  test('a journey that the building does not have is a mistake of the caller', () => {
    expect(() => planJourney(compileSite(plain), 'J')).toThrow(RangeError)
    const legs = planJourney(compileSite(withJourney(['A1', 'B1', 'A1'], { B1: ['A1'] })), 'J')
    expect(legs.map(({ after }) => after)).toEqual([[], [0, 2], []])
    const begun: Leg = { ...(legs[0] as Leg), state: 'waiting' }
    expect(freeServices({ legs: [begun, ...legs.slice(1)] } as unknown as HallTicket)).toEqual(['A1'])
  })
})
