import type { SitePackage } from '../../../server/contract/site.ts'
import { building } from './_building.ts'
import { minutes, openDay } from './_day.ts'

const words = (text: string) => ({ id: text, en: text })
const plain = building({ profiles: { 1: [['A1', 'A2']] } })
const site: SitePackage = {
  ...plain,
  services: plain.services.map((service) => ({
    ...service,
    requirements: [words('KTP'), words('KK'), words('Akta')],
    ...(service.code === 'A1'
      ? { outcomes: [{ code: 'SELESAI', name: words('Selesai') }], outcomeRequired: true }
      : {}),
  })),
}

const finish = (ticket: string, outcome: string | null) => ({ verb: 'finish', ticket, outcome, next: false }) as const

describe('the outcome of a service', () => {
  test('[R5.5] where it is mandatory nobody who was served is finished without one of the list', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.does('start', id)
    expect(day.refused(finish(id, null))).toBe('outcome-required')
    expect(day.refused({ ...finish(id, null), next: true })).toBe('outcome-required')
    expect(day.refused(finish(id, 'DITOLAK'))).toBe('unknown-outcome')
    day.act(finish(id, 'SELESAI'))
    expect(day.leg(id)).toMatchObject({ state: 'done', outcome: 'SELESAI' })
  })

  test('[R3.12, R5.5] whoever was called and never served has none', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    expect(day.refused(finish(id, 'DITOLAK'))).toBe('unknown-outcome')
    day.act(finish(id, null))
    expect(day.leg(id)).toMatchObject({ state: 'done', flag: 'not-started' })
  })

  test('[R5.5] a service without a list takes any and asks for none', () => {
    const day = openDay(site)
    const [first, second] = [day.issue('A2'), day.issue('A2')]
    day.callNext(1)
    day.does('start', first)
    day.act({ ...finish(first, 'X'), next: true })
    day.does('start', second)
    day.act(finish(second, null))
    expect([day.leg(first).outcome, day.leg(second).outcome]).toEqual(['X', undefined])
  })

  test('[R3.23] the end of the day asks for none', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.does('start', id)
    day.act({ verb: 'close-day' })
    expect(day.leg(id)).toMatchObject({ state: 'done', flag: 'forgotten' })
  })
})

describe('papers that are missing', () => {
  const hold = (missing: number[], keepUntil: number | null = null) =>
    ({ verb: 'hold', ticket: 't1', reason: 'papers', returnAt: null, keepUntil, missing }) as const

  test('[R3.7, R5.10] a hold names what is missing as the requirements say it; what is no requirement is left out', () => {
    const day = openDay(site)
    day.issue('A1')
    day.callNext(1)
    day.act(hold([2, 0, 2, 7, -1]))
    expect(day.leg('t1').hold?.missing).toEqual([words('KTP'), words('Akta')])
    expect(day.leg('t1').hold).toMatchObject({ reason: 'papers', counter: 1 })
  })

  test('[R5.10] without any it says nothing', () => {
    const day = openDay(site)
    day.issue('A1')
    day.callNext(1)
    day.act(hold([9]))
    expect(day.leg('t1').hold).not.toHaveProperty('missing')
  })

  test('[R3.17, R3.18, R4.6] the place is kept until the hour that was said', () => {
    const day = openDay(site)
    day.issue('A1')
    const { placeAt, placeSeq } = day.leg('t1')
    day.callNext(1)
    day.act(hold([0], day.clock.at + 30 * minutes))
    day.wait(20 * minutes)
    day.issue('A1')
    day.visitor('t1', 'here')
    expect(day.leg('t1')).toMatchObject({ state: 'waiting', placeAt, placeSeq, returned: { counter: 1 } })
    expect(day.callNext(1)).toBe('t1')
  })
})
