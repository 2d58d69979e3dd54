import type { Command } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import type { Booth, CounterPlan, Service, SitePackage } from '../../../server/contract/site.ts'
import { entryOf, reversed, type SiteChange } from '../../../server/contract/site-change.ts'
import { catalogueOf } from '../../../server/core/next.ts'
import { building } from './_building.ts'
import { openDay } from './_day.ts'

const site = building({ profiles: { 1: [['A1', 'A2']], 2: [['A1']], 3: [['B1']] } })
const manager: Actor = { role: 'manager', id: 'manager' }
const adminOf = (agency: string): Actor => ({ role: 'agency-admin', id: `admin-${agency}`, agency })
const pattern = (words: string) => ({ id: words, en: words })

type Day = ReturnType<typeof openDay>
const siteOf = (day: Day): SitePackage => catalogueOf(day.hall).site

/** One entry changed, as the console would say it. */
function changing<Entry>(
  day: Day,
  kind: SiteChange['kind'],
  code: string,
  change: (old: Entry) => unknown,
): SiteChange {
  const before = entryOf(siteOf(day), { kind, code })
  return { kind, code, before, after: change(before as Entry) }
}
const asking = (day: Day, changes: readonly SiteChange[], more: object = {}): Command => ({
  verb: 'reconfigure',
  changes,
  siteVersion: day.hall.siteVersion,
  confirm: false,
  note: null,
  ...more,
})
const change = (day: Day, changes: readonly SiteChange[], more: object = {}, actor = manager) =>
  day.act(asking(day, changes, more), actor)
const refusal = (day: Day, changes: readonly SiteChange[], actor = manager) => {
  const decision = day.ask(asking(day, changes), actor)
  return 'refusal' in decision ? decision.refusal : decision
}
const without = (day: Day, kind: SiteChange['kind'], code: string) => changing(day, kind, code, () => null)

describe('[R8.4] a change of the building', () => {
  test('is an event with what was and what is, and the hall goes on in the new building', () => {
    const day = openDay(site)
    const waiting = day.issue('A1')
    change(day, [changing<Service>(day, 'services', 'A1', (old) => ({ ...old, name: pattern('Baru'), minutes: 9 }))])
    const event = day.journal.at(-1)
    expect(event).toMatchObject({ type: 'reconfigured', note: 'manager', actor: 'manager' })
    expect(event?.changes).toMatchObject([{ before: { minutes: 5 }, after: { minutes: 9 } }])
    expect(day.hall.siteVersion).toBe(event?.seq)
    expect(catalogueOf(day.hall).services.get('A1')?.minutes).toBe(9)
    expect(day.callNext(1)).toBe(waiting)
  })

  test('that changes nothing writes nothing', () => {
    const day = openDay(site)
    const before = day.hall.lastSeq
    change(day, [changing(day, 'services', 'A1', (old) => old)])
    expect(day.hall.lastSeq).toBe(before)
  })

  test('of an entry that somebody else has changed meanwhile is refused, and says which', () => {
    const day = openDay(site)
    const mine = changing<Service>(day, 'services', 'A1', (old) => ({ ...old, minutes: 7 }))
    change(day, [changing<Service>(day, 'services', 'A1', (old) => ({ ...old, minutes: 8 }))])
    expect(refusal(day, [mine])).toEqual({ refused: 'changed-meanwhile', next: { kind: 'services', code: 'A1' } })
  })

  test('checked against an older building is asked again when its own entries are as they were', () => {
    const day = openDay(site)
    const mine = changing<Service>(day, 'services', 'A1', (old) => ({ ...old, minutes: 7 }))
    const old = day.hall.siteVersion
    change(day, [changing<Service>(day, 'services', 'B1', (entry) => ({ ...entry, minutes: 8 }))])
    const decision = day.ask(asking(day, [mine], { siteVersion: old }), manager)
    expect(decision).toEqual({ refusal: { refused: 'changed-meanwhile', next: { retry: true } } })
    change(day, [mine])
    expect(catalogueOf(day.hall).services.get('A1')?.minutes).toBe(7)
  })

  test('takes itself back, to the letter and the order', () => {
    const day = openDay(site)
    const before = siteOf(day)
    const changes = [
      without(day, 'services', 'A2'),
      changing<CounterPlan>(day, 'counters', '1', (old) => ({ ...old, profile: [['A1']] })),
    ]
    change(day, changes)
    const { seq, changes: made = [] } = day.journal.at(-1) as NonNullable<(typeof day.journal)[number]>
    change(day, reversed(made), { undoes: seq })
    expect(siteOf(day)).toEqual(before)
    expect(day.journal.at(-1)).toMatchObject({ type: 'reconfigured', undid: seq })
  })
})

describe('numbers of today', () => {
  const inUse: [string, (day: Day) => SiteChange[]][] = [
    ['a service that goes', (day) => [without(day, 'services', 'A1')]],
    ['a booth that goes', (day) => [without(day, 'booths', 'A'), without(day, 'counters', '1')]],
    ['another prefix', (day) => [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, prefix: 'X' }))]],
    ['a series of its own', (day) => [changing<Service>(day, 'services', 'A1', (old) => ({ ...old, prefix: 'X' }))]],
    [
      'a service of another booth',
      (day) => [changing<Service>(day, 'services', 'A1', (old) => ({ ...old, booth: 'B' }))],
    ],
  ]
  test.each(inUse)('[R6.3] keep %s for tomorrow', (_what, changes) => {
    const day = openDay(site)
    day.issue('A1')
    expect(refusal(day, changes(day))).toMatchObject({ refused: 'still-in-use', next: { from: '2026-07-15' } })
    const unused = openDay(site, { open: false })
    expect(refusal(unused, changes(unused))).not.toMatchObject({ refused: 'still-in-use' })
  })

  test('a counter goes when it is closed and empty', () => {
    const day = openDay(site)
    expect(refusal(day, [without(day, 'counters', '2')])).toMatchObject({
      refused: 'still-in-use',
      next: { kind: 'counters', code: '2' },
    })
    day.close(2)
    change(day, [without(day, 'counters', '2')])
    expect(day.hall.counters.has(2)).toBe(false)
  })

  test('a counter moves to another booth when nobody is at it, keeps its state, and its history stays', () => {
    const day = openDay(site)
    const first = day.issue('A1')
    day.callNext(2)
    day.does('start', first)
    const move = () => [
      changing<CounterPlan>(day, 'counters', '2', (old) => ({ ...old, booth: 'B', profile: [['B1']] })),
    ]
    expect(refusal(day, move())).toMatchObject({ refused: 'still-in-use' })
    day.finish(first)
    change(day, move())
    expect(day.counter(2)).toMatchObject({ booth: 'B', state: 'open', served: 1 })
    expect(day.leg(first)).toMatchObject({ counter: 2, booth: 'A', state: 'done' })
    const next = day.issue('B1')
    expect(day.callNext(2)).toBe(next)
  })

  test('a new counter begins closed', () => {
    const day = openDay(site)
    change(day, [{ kind: 'counters', code: '9', before: null, after: { number: 9, booth: 'A' } }])
    expect(day.counter(9)).toMatchObject({ booth: 'A', state: 'closed' })
  })

  test('a central system that is out of order stays', () => {
    const system = { code: 'SIAK', name: 'SIAK' }
    const day = openDay({ ...site, centralSystems: [system] })
    day.act({ verb: 'set-system', system: 'SIAK', down: true })
    expect(refusal(day, [without(day, 'centralSystems', 'SIAK')])).toMatchObject({ refused: 'still-in-use' })
  })
})

describe('people who wait', () => {
  const closing: [string, (day: Day) => SiteChange[]][] = [
    [
      'a booth opens on a later day',
      (day) => [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, opens: '2026-08-01' }))],
    ],
    [
      'dated hours close it today',
      () => [
        {
          kind: 'exceptions',
          code: 'X',
          before: null,
          after: {
            code: 'X',
            name: pattern('X'),
            from: '2026-07-14',
            to: '2026-07-14',
            scope: { booth: 'A' },
            hours: {},
          },
        },
      ],
    ],
    [
      'a holiday',
      () => [
        {
          kind: 'holidays',
          code: '2026-07-14',
          before: null,
          after: { date: '2026-07-14', name: pattern('X'), kind: 'holiday' },
        },
      ],
    ],
    [
      'the last open counter loses the service',
      (day) => [
        changing<CounterPlan>(day, 'counters', '1', (old) => ({ ...old, profile: [['A2']] })),
        changing<CounterPlan>(day, 'counters', '2', (old) => ({ ...old, profile: [['A2']] })),
      ],
    ],
  ]
  test.each(closing)('are asked about first when %s; their numbers stay callable', (_what, changes) => {
    const day = openDay(site)
    const id = day.issue('A1')
    expect(refusal(day, changes(day))).toEqual({ refused: 'people-waiting', next: { waiting: 1, confirm: true } })
    change(day, changes(day), { confirm: true })
    expect(day.state(id)).toBe('waiting')
    if (catalogueOf(day.hall).tierOf(1, 'A1') !== null) expect(day.callNext(1)).toBe(id)
  })

  test('nobody waits: nobody is asked', () => {
    const day = openDay(site)
    change(day, [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, opens: '2026-08-01' }))])
  })
})

describe('an agency’s administrator', () => {
  const own: [string, (day: Day) => SiteChange[]][] = [
    ['the booth’s hours', (day) => [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, schedule: {} }))]],
    ['a service', (day) => [changing<Service>(day, 'services', 'A1', (old) => ({ ...old, minutes: 9 }))]],
    ['a profile', (day) => [changing<CounterPlan>(day, 'counters', '2', (old) => ({ ...old, profile: [['A2']] }))]],
    ['the agency’s hours', (day) => [changing(day, 'agencies', 'A', (old: object) => ({ ...old, schedule: {} }))]],
    [
      'dated hours',
      () => [
        {
          kind: 'exceptions',
          code: 'X',
          before: null,
          after: { code: 'X', name: pattern('X'), from: '2026-08-03', scope: { service: 'A1' }, hours: {} },
        },
      ],
    ],
  ]
  test.each(own)('changes %s of their own, and nobody else’s', (_what, changes) => {
    const day = openDay(site)
    expect(day.ask(asking(day, changes(day)), adminOf('B'))).toEqual({ forbidden: true })
    change(day, changes(day), {}, adminOf('A'))
  })

  const others: [string, (day: Day) => SiteChange[]][] = [
    ['the prefix', (day) => [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, prefix: 'X' }))]],
    ['the place', (day) => [changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, zone: 'B' }))]],
    ['the agency of a booth', (day) => [changing<Booth>(day, 'booths', 'B', (old) => ({ ...old, agency: 'A' }))]],
    ['the building', () => [{ kind: 'site', code: 'short', before: 'Contoh', after: 'X' }]],
    [
      'a service of others taken over',
      (day) => [changing<Service>(day, 'services', 'B1', (old) => ({ ...old, booth: 'A' }))],
    ],
    [
      'a service of others in a profile',
      (day) => [changing<CounterPlan>(day, 'counters', '2', (old) => ({ ...old, profile: [['A1', 'B1']] }))],
    ],
    [
      'a new booth',
      (day) => [{ kind: 'booths', code: 'C', before: null, after: { ...siteOf(day).booths[0], code: 'C' } }],
    ],
    [
      'hours of the whole building',
      () => [
        {
          kind: 'exceptions',
          code: 'X',
          before: null,
          after: { code: 'X', name: pattern('X'), from: '2026-08-03', hours: {} },
        },
      ],
    ],
  ]
  test.each(others)('does not change %s', (_what, changes) => {
    const day = openDay(site)
    expect(day.ask(asking(day, changes(day)), adminOf('A'))).toEqual({ forbidden: true })
  })

  test('takes up a central system that only their own agency needs, so that nobody shares in another’s switch', () => {
    const [booths, codes] = [site.booths, ['OWN', 'THEIRS']]
    const day = openDay({
      ...site,
      centralSystems: codes.map((code) => ({ code, name: code })),
      booths: booths.map((booth) => (booth.code === 'B' ? { ...booth, centralSystems: ['THEIRS'] } : booth)),
    })
    const using = (system: string) => [
      changing<Booth>(day, 'booths', 'A', (old) => ({ ...old, centralSystems: [system] })),
    ]
    expect(day.ask(asking(day, using('THEIRS')), adminOf('A'))).toEqual({ forbidden: true })
    const down = { verb: 'set-system', system: 'OWN', down: true } as const
    expect(day.ask(down, adminOf('A'))).toEqual({ forbidden: true })
    change(day, using('OWN'), {}, adminOf('A'))
    day.act(down, adminOf('A'))
  })
})
