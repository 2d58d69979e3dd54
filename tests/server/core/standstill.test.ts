import type { Actor, HallEvent } from '../../../server/contract/hall.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { isDayOver } from '../../../server/core/day.ts'
import { building } from './_building.ts'
import { hub, minutes, openDay, supervisor } from './_day.ts'

const plain = building({ profiles: { 1: [['A1']], 2: [['B1']] } })
const site: SitePackage = {
  ...plain,
  centralSystems: [
    { code: 'SIAK', name: 'SIAK Terpusat' },
    { code: 'OSS', name: 'OSS' },
  ],
  booths: plain.booths.map((booth) => ({ ...booth, centralSystems: booth.code === 'A' ? ['SIAK', 'OSS'] : ['OSS'] })),
}
type Day = ReturnType<typeof openDay>
const types = ({ journal }: Day, from: number) => journal.slice(from).map(({ type }: HallEvent) => type)
const pause = (until: number | null = null, reason = 'ceremony') => ({ verb: 'pause-building', reason, until }) as const
const setSystem = (system: string, down: boolean) => ({ verb: 'set-system', system, down }) as const

describe('[R8.5] the whole building stands still', () => {
  test('every place is kept, and it goes on as before', () => {
    const day = openDay(site)
    const ids = [day.issue('A1'), day.issue('A1', { priority: true }), day.issue('A1')]
    const places = ids.map((id) => [day.leg(id).placeAt, day.leg(id).placeSeq])
    day.act(pause(day.clock.at + 30 * minutes), supervisor)
    expect(day.hall.pause).toEqual({ reason: 'ceremony', since: day.clock.at, until: day.clock.at + 30 * minutes })
    day.wait(30 * minutes)
    day.act({ verb: 'resume-building' }, supervisor)
    expect(day.hall.pause).toBeNull()
    expect(ids.map((id) => [day.leg(id).placeAt, day.leg(id).placeSeq])).toEqual(places)
    expect(ids.map(day.state)).toEqual(['waiting', 'waiting', 'waiting'])
  })

  test('pausing twice and resuming what goes on are answered and are no events', () => {
    const day = openDay(site)
    const before = day.journal.length
    day.act({ verb: 'resume-building' }, supervisor)
    day.act(pause(), supervisor)
    day.act(pause(), supervisor)
    day.act({ verb: 'resume-building' }, supervisor)
    day.act({ verb: 'resume-building' }, supervisor)
    expect(types(day, before)).toEqual(['building-paused', 'building-resumed'])
  })

  test('a changed promise keeps the moment it began; one that has passed is none', () => {
    const day = openDay(site)
    const since = day.clock.at
    day.act(pause(), supervisor)
    day.wait(5 * minutes)
    day.act(pause(day.clock.at + 5 * minutes, 'power'), supervisor)
    expect(day.hall.pause).toEqual({ reason: 'power', since, until: day.clock.at + 5 * minutes })
    day.act(pause(day.clock.at - 1, 'power'), supervisor)
    expect(day.hall.pause?.until).toBeNull()
  })

  test('a new day begins without it', () => {
    const day = openDay(site)
    day.act(pause(), supervisor)
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect(day.hall.pause).toBeNull()
  })
})

describe('[R8.6] a central system is down', () => {
  test('only a change is an event, and the minutes are kept outage by outage', () => {
    const day = openDay(site)
    const before = day.journal.length
    const [first] = [day.clock.at]
    day.act(setSystem('SIAK', false), supervisor)
    day.act(setSystem('SIAK', true), supervisor)
    day.act(setSystem('SIAK', true), supervisor)
    day.wait(10 * minutes)
    day.act(setSystem('SIAK', false), supervisor)
    day.wait(minutes)
    day.act(setSystem('SIAK', true), supervisor)
    expect(types(day, before)).toEqual(['system-down', 'system-up', 'system-down'])
    expect(day.hall.outages).toEqual([
      { system: 'SIAK', since: first, until: first + 10 * minutes },
      { system: 'SIAK', since: first + 11 * minutes, until: null },
    ])
  })

  test('one system does not touch another, and an unknown one is none', () => {
    const day = openDay(site)
    day.act(setSystem('SIAK', true), supervisor)
    day.act(setSystem('OSS', true), supervisor)
    day.act(setSystem('OSS', false), supervisor)
    expect(day.hall.outages.filter(({ until }) => until === null).map(({ system }) => system)).toEqual(['SIAK'])
    expect(day.refused(setSystem('ABSENT', true), supervisor)).toBe('unknown system')
  })

  test('what is still down stays down on the next day; what works again does not count there', () => {
    const day = openDay(site)
    day.act(setSystem('SIAK', true), supervisor)
    day.act(setSystem('OSS', true), supervisor)
    day.act(setSystem('OSS', false), supervisor)
    day.act({ verb: 'close-day' }, hub)
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect(day.hall.outages).toEqual([{ system: 'SIAK', since: day.clock.at, until: null }])
  })

  test('places are kept', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    const place = day.leg(id).placeSeq
    day.act(setSystem('SIAK', true), supervisor)
    day.act(setSystem('SIAK', false), supervisor)
    expect(day.leg(id).placeSeq).toBe(place)
    expect(day.state(id)).toBe('waiting')
  })

  test('the head of an agency switches what is the own, and nothing that others need too', () => {
    const day = openDay(site)
    const head: Actor = {
      role: 'agency-admin',
      id: 'head',
      agency: site.booths.find(({ code }) => code === 'A')?.agency ?? '',
    }
    day.act(setSystem('SIAK', true), head)
    expect(day.refused(setSystem('OSS', true), head)).toBe('forbidden')
    expect(day.refused(setSystem('SIAK', true), { ...head, agency: 'other' })).toBe('forbidden')
  })
})

describe('[R8.1] the day is closed by hand', () => {
  test('it asks first while anybody has not been served to the end, and then ends them (R3.23)', () => {
    const day = openDay(site)
    const [served, called, waiting] = [day.issue('A1'), day.issue('A1'), day.issue('A1')]
    day.callNext(1)
    day.finish(served, true)
    expect(day.state(called)).toBe('called')
    expect(day.refused({ verb: 'close-day' }, supervisor)).toBe('people-waiting')
    day.act({ verb: 'close-day', confirm: true }, supervisor)
    expect([served, called, waiting].map(day.state)).toEqual(['done', 'no-show', 'expired'])
    expect(day.counter(1)).toMatchObject({ state: 'closed', officer: null, ticket: null })
    expect(day.hall.isClosed).toBe(true)
  })

  test('an empty hall is closed too, once; the roll-over does not close it again', () => {
    const day = openDay(site, { open: false })
    const before = day.journal.length
    day.act({ verb: 'close-day' }, supervisor)
    day.act({ verb: 'close-day' }, supervisor)
    day.act({ verb: 'close-day' }, hub)
    expect(types(day, before)).toEqual(['day-closed'])
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect(day.hall.isClosed).toBe(false)
  })

  test('the roll-over asks nobody', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.act({ verb: 'close-day' }, hub)
    expect(day.state(id)).toBe('expired')
  })
})

test('[R8.1] the day is over so long after the last hours of anything, once, and never where the site has not asked for it', () => {
  const day = openDay(building({ profiles: { 1: [['A1']] }, rules: { closeAfterMinutes: 30 } }))
  const end = Date.parse('2026-07-14T15:00:00+08:00')
  expect(isDayOver(day.hall, end + 30 * minutes - 1)).toBe(false)
  expect(isDayOver(day.hall, end + 30 * minutes)).toBe(true)
  day.act({ verb: 'close-day' })
  expect(isDayOver(day.hall, end + 60 * minutes)).toBe(false)
  expect(isDayOver(openDay(site).hall, end + 24 * 60 * minutes)).toBe(false)
})
