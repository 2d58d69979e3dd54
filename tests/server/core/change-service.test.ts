import { building } from './_building.ts'
import { minutes, openDay } from './_day.ts'

const site = building({
  profiles: { 1: [['A1', 'A2', 'A3']], 2: [['A1']], 3: [['B1', 'B2']] },
  series: { A3: 'X' },
})
const to = (service: string, ticket = 't1') => ({ verb: 'change-service', ticket, service }) as const

describe('a wrong service', () => {
  test.each(['none', 'screen'] as const)(
    '[R2.3, R4.0] is put right within its line: number, lane and place stay (delivery %s)',
    (delivery) => {
      const day = openDay(site)
      day.issue('A1', { delivery, priority: true })
      const before = day.ticket('t1')
      day.wait(5 * minutes)
      day.act(to('A2'), { role: 'visitor', id: 'phone' })
      expect(day.ticket('t1')).toEqual({ ...before, legs: [{ ...day.leg('t1'), service: 'A2' }] })
      const { placeAt, placeSeq, queuedAt, state } = day.leg('t1')
      expect({ placeAt, placeSeq, queuedAt, state }).toMatchObject({
        placeAt: before.legs[0]?.placeAt,
        state: before.legs[0]?.state,
      })
      expect([placeSeq, queuedAt]).toEqual([before.legs[0]?.placeSeq, before.legs[0]?.queuedAt])
      expect(day.journal.at(-1)?.type).toBe('service-changed')
      expect(day.hall.lines.get('A1')?.priority).toEqual([])
    },
  )

  test('[R2.2] of another series is another line', () => {
    const day = openDay(site)
    day.issue('A1')
    expect(day.refused(to('A3'))).toBe('other-line')
    expect(day.refused(to('B1'))).toBe('other-line')
    expect(day.refused(to('ZZ'))).toBe('unknown service')
    const { lastSeq } = day.hall
    day.act(to('A1'))
    expect(day.hall.lastSeq).toBe(lastSeq)
  })

  test('[R6.1, R6.3] is no way round a quota, a calendar, a central system or an opening date', () => {
    const change = (code: string) =>
      ({
        A4: { opens: '2026-08-03' },
        A5: { dailyQuota: 1 },
        A6: { sessions: [{ days: ['mon' as const], from: '08:00', to: '12:00', quota: 30 }] },
        A7: { centralSystems: ['SIAK'] },
      })[code]
    const plain = building({ profiles: { 1: [['A1', 'A4', 'A5', 'A6', 'A7']] } })
    const day = openDay({
      ...plain,
      centralSystems: [{ code: 'SIAK', name: 'SIAK' }],
      services: plain.services.map((service) => ({ ...service, ...change(service.code) })),
    })
    day.issue('A5')
    day.act({ verb: 'set-system', system: 'SIAK', down: true })
    day.issue('A1')
    const inForce = { inForce: true }
    const [phone, staff] = [
      { role: 'visitor', id: 'phone' },
      { role: 'information', id: 'desk' },
    ] as const
    expect(['A4', 'A5', 'A6', 'A7'].map((code) => day.refused({ ...to(code, 't2'), ...inForce }, phone))).toEqual([
      'not-yet-open',
      'quota-full',
      'closed-today',
      'system-down',
    ])
    expect(['A4', 'A7'].map((code) => day.refused({ ...to(code, 't2'), ...inForce }, staff))).toEqual([
      'not-yet-open',
      'system-down',
    ])
    day.act({ ...to('A5', 't2'), ...inForce }, staff)
    // Once the queue is joined, its end of the day refuses no correction.
    day.wait(9 * 60 * minutes)
    day.act({ ...to('A1', 't2'), ...inForce }, phone)
    day.act(to('A6', 't2'), phone)
    expect(day.leg('t2').service).toBe('A6')
  })

  test('[R3.8] after a transfer it is the line where the visitor stands', () => {
    const day = openDay(site)
    day.issue('A1')
    day.transfer('t1', { service: 'B1' })
    expect(day.refused(to('A2'))).toBe('other-line')
    day.act(to('B2'))
    expect(day.leg('t1')).toMatchObject({ service: 'B2', booth: 'B' })
  })

  test('[R4.4, R4.6] a return, a front place and a counter of its own belonged to the other service', () => {
    const day = openDay(site)
    day.issue('A1')
    day.transfer('t1', { counter: 1 }, { position: 'front', reason: 'x' })
    day.act(to('A2'))
    for (const gone of ['front', 'only', 'returned']) expect(day.leg('t1')).not.toHaveProperty(gone)
    day.issue('A1')
    day.callNext(2)
    day.hold('t2')
    day.does('return', 't2')
    day.act(to('A2', 't2'))
    expect(day.leg('t2')).not.toHaveProperty('returned')
  })

  test('[R4.7, R5.12] what is left of a pause goes along', () => {
    const day = openDay(site)
    for (const _ of [1, 2, 3, 4, 5]) day.issue('A1')
    day.callNext(2)
    day.callNext(1)
    day.visitor('t3', 'later')
    day.finish('t1')
    day.callNext(2)
    expect(day.hall.tally.get('A1')).toBe(3)
    expect(day.hall.tally.get('A2')).toBe(1)
    day.act(to('A2', 't3'))
    // Two of three are left, counted by the counters of the new service.
    expect(day.leg('t3').pausedUntil).toBe(3)
  })

  test('[R5.7] a side trip still returns', () => {
    const day = openDay(site)
    day.issue('A1')
    day.callNext(1)
    day.transfer('t1', { service: 'B1' }, { returnHere: true })
    day.act(to('B2'))
    day.callNext(3)
    day.finish('t1')
    expect(day.leg('t1')).toMatchObject({ service: 'A1', state: 'waiting', returned: { counter: 1 } })
  })
})
