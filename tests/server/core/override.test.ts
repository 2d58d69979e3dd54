import type { Actor } from '../../../server/contract/hall.ts'
import { hub, officerAt, openDay, supervisor } from './_day.ts'
import { entryBuilding, issuing } from './_entry.ts'
import { at, dayFrom, outage, reasons, tooLate, why } from './_entry-reasons.ts'

describe('[R6.3] staff issue all the same', () => {
  const information: Actor = { role: 'information', id: 'i' }
  const agencyAdmin = (agency: string): Actor => ({ role: 'agency-admin', id: 'a', agency })
  const manager: Actor = { role: 'manager', id: 'm' }
  const visitor: Actor = { role: 'visitor', id: 'v' }
  const kiosk: Actor = { role: 'kiosk', id: 'k', kiosk: 'K1' }
  const override = 'datang sejak pagi'

  test.each([
    ['information', information, true],
    ['the officer of the booth', officerAt(1), true],
    ['an officer of another booth', officerAt(3, 'B'), false],
    ['the admin of the agency', agencyAdmin('A'), true],
    ['the admin of another agency', agencyAdmin('B'), false],
    ['the supervisor', supervisor, true],
    ['the manager', manager, true],
    ['the simulation', hub, true],
    ['the visitor', visitor, false],
    ['the kiosk', kiosk, false],
  ])('%s', (_name, actor, may) => {
    const day = at(openDay(entryBuilding()), '15:30')
    const decision = day.ask(issuing('A1', { override }), actor)
    if (!may) return expect(decision).toEqual({ forbidden: true })
    expect(decision).toHaveProperty('answer')
    expect(day.journal.at(-1)).toMatchObject({ type: 'issued', overrode: 'closed-now', note: override })
  })

  test('without a reason nothing is overridden, and priority of one’s own word overrides nothing', () => {
    const day = at(openDay(entryBuilding()), '15:30')
    for (const more of [{}, { override: '' }, { override: null }, { priority: true }])
      expect(day.refused(issuing('A1', more), supervisor)).toBe('closed-now')
  })

  test('where nothing refuses, there is nothing to override', () => {
    const day = at(openDay(entryBuilding()), '09:00')
    day.act(issuing('A1', { override }), supervisor)
    expect(day.journal.at(-1)).not.toHaveProperty('overrode')
    expect(day.journal.at(-1)).not.toHaveProperty('note')
  })

  test.each(reasons.map(({ refused }, index) => [refused, index] as const))('%s, alone', (refused, index) => {
    const reason = reasons[index] as (typeof reasons)[number]
    const day = at(openDay(entryBuilding(reason.plan)), '14:55')
    reason.fill?.(day)
    reason.do?.(day)
    const command = issuing('A1', {
      override,
      visitor: 'v1',
      ...(refused === 'closing-soon' ? { forecast: tooLate } : {}),
    })
    const isFirm = refused === 'not-yet-open' || refused === 'system-down'
    if (!isFirm) {
      expect(day.ask(command, supervisor)).toHaveProperty('answer')
      return expect(day.journal.at(-1)).toMatchObject({ overrode: refused })
    }
    expect(day.ask(command, supervisor)).toMatchObject({
      refusal: { refused: 'override-refused', next: { because: refused } },
    })
  })

  test('a system that is down stands behind every other reason, and a closed day never reopens', () => {
    const day = dayFrom(4)
    expect(why(day)).toBe('closed-now')
    expect(day.refused(issuing('A1', { override }), supervisor)).toBe('override-refused')
    outage(day, 'SIAK', false)
    expect(day.ask(issuing('A1', { override }), supervisor)).toHaveProperty('answer')
    day.act({ verb: 'close-day' })
    expect(day.refused(issuing('A1', { override }), supervisor)).toBe('day-closed')
  })
})
