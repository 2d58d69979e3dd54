import { readFileSync } from 'node:fs'
import { type OpenedHall, openHall } from './_hall.ts'
import { type Refused, siteDesk } from './_site.ts'

const file = 'sites/contoh-kecil.json'
const text = readFileSync(file, 'utf8')
let hall: OpenedHall
let token: string
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_SITE: file, ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
  token = await hall.hub.session('manager')
})
afterAll(() => hall[Symbol.asyncDispose]())

// biome-ignore lint/suspicious/noExplicitAny: the tests write what the types forbid
type Loose = any
const booth = (site: Loose) => site.booths[0]
const exception = { code: 'X', name: { id: 'X', en: 'X' }, from: '2026-07-01', to: '2026-07-02', hours: {} }
const session = { days: ['mon'], from: '08:00', to: '10:00', quota: 5 }

/** Where the mistake must be found, and how the package of the small building is spoiled. */
const spoilings: [path: string, rule: string, spoil: (site: Loose) => unknown][] = [
  ['format', 'not-allowed', (s) => (s.format = 'other')],
  ['version', 'not-allowed', (s) => (s.version = 2)],
  ['site.code', 'wrong-form', (s) => (s.site.code = 'LAIN')],
  ['site.name', 'missing', (s) => delete s.site.name],
  ['site.short', 'too-short', (s) => (s.site.short = '')],
  ['site.short', 'stray-blank', (s) => (s.site.short = ' MPP')],
  ['site.timeZone', 'unknown-time-zone', (s) => (s.site.timeZone = 'Asia/Nowhere')],
  ['site.hours.mon[1]', 'intervals-overlap', (s) => (s.site.hours.mon[1].from = '11:00')],
  ['site.hours.fri[0].from', 'wrong-form', (s) => (s.site.hours.fri[0].from = '8:00')],
  ['site.hours.fri[0]', 'interval-backwards', (s) => (s.site.hours.fri[0].to = '07:00')],
  ['site.rules.undoSeconds', 'too-big', (s) => (s.site.rules.undoSeconds = 999)],
  ['site.rules.callsAtMost', 'wrong-type', (s) => (s.site.rules.callsAtMost = '3')],
  ['site.surplus', 'unknown-part', (s) => (s.site.surplus = 1)],
  ['kiosks', 'too-few', (s) => (s.kiosks = [])],
  ['floors[0].map.seats[0].w', 'too-small', (s) => (s.floors[0].map.seats[0].w = 0)],
  ['floors[0].map.rooms[0]', 'outside-map', (s) => (s.floors[0].map.rooms[0].x = 119)],
  ['zones[0].floor', 'unknown-reference', (s) => (s.zones[0].floor = 7)],
  ['zones[1].code', 'repeated-name', (s) => s.zones.push({ ...s.zones[0] })],
  ['kiosks[0].zone', 'unknown-reference', (s) => (s.kiosks[0].zone = 'Z')],
  ['kiosks[0].at', 'outside-map', (s) => (s.kiosks[0].at.y = 900)],
  ['kiosks[0].printer.host', 'missing', (s) => (s.kiosks[0].printer = { kind: 'network' })],
  ['kiosks[0].printer.kind', 'wrong-value', (s) => (s.kiosks[0].printer = { kind: 'parallel' })],
  ['kiosks[0].printer.path', 'wrong-form', (s) => (s.kiosks[0].printer = { kind: 'file', path: 'lp0' })],
  ['kiosks[0].printer.vendorId', 'wrong-form', (s) => (s.kiosks[0].printer = { kind: 'usb', vendorId: '4B8' })],
  [
    'kiosks[0].printer.host',
    'unknown-part',
    (s) => (s.kiosks[0].printer = { kind: 'serial', path: '/dev/ttyS0', host: 'x' }),
  ],
  ['kiosks[0].nextPrinter', 'unknown-reference', (s) => (s.kiosks[0].nextPrinter = 'K9')],
  ['kiosks[0].nextPrinter', 'own-stand-in', (s) => (s.kiosks[0].nextPrinter = s.kiosks[0].code)],
  ['categories[0].name.en', 'missing', (s) => delete s.categories[0].name.en],
  ['agencies[0].short', 'too-long', (s) => (s.agencies[0].short = 'x'.repeat(25))],
  [
    'agencies[0].schedule.mon[1]',
    'intervals-unsorted',
    (s) =>
      (s.agencies[0].schedule = {
        mon: [
          { from: '10:00', to: '11:00' },
          { from: '08:00', to: '09:00' },
        ],
      }),
  ],
  ['booths[0].agency', 'unknown-reference', (s) => (booth(s).agency = 'NOBODY')],
  ['booths[0].prefix', 'wrong-form', (s) => (booth(s).prefix = 'I')],
  ['services[2].prefix', 'repeated-name', (s) => (s.services[2].prefix = 'A')],
  ['booths[0].opens', 'wrong-date', (s) => (booth(s).opens = '2026-02-30')],
  ['booths[0].place', 'outside-map', (s) => (booth(s).place.x = 100)],
  ['booths[0].centralSystems[0]', 'unknown-reference', (s) => (booth(s).centralSystems = ['SIAK'])],
  [
    'booths',
    'shares-over-100',
    (s) =>
      s.booths.push({
        ...booth(s),
        code: 'B',
        sign: '02',
        prefix: 'C',
        place: { x: 0, y: 60, w: 5, h: 5, side: 'up' },
      }) &&
      s.counters.push({ number: 3, booth: 'B' }) &&
      s.services.push({ ...s.services[0], code: 'B-01', booth: 'B' }),
  ],
  [
    'booths[1]',
    'booth-without-counter',
    (s) =>
      s.booths.push({
        ...booth(s),
        code: 'B',
        sign: '02',
        prefix: 'C',
        share: 0,
        place: { x: 0, y: 60, w: 5, h: 5, side: 'up' },
      }) && s.services.push({ ...s.services[0], code: 'B-01', booth: 'B' }),
  ],
  ['counters[0].profile[0][0]', 'unknown-reference', (s) => (s.counters[0].profile[0][0] = 'KEC-99')],
  ['counters[0].profile[1][0]', 'repeated-in-profile', (s) => (s.counters[0].profile[1][0] = 'KEC-01')],
  ['counters[1].number', 'repeated-name', (s) => (s.counters[1].number = 1)],
  [
    'counters[1].breaks.mon[0]',
    'break-outside-hours',
    (s) => (s.counters[1].breaks = { mon: [{ from: '06:00', to: '07:00' }] }),
  ],
  ['services[0].minutes', 'too-small', (s) => (s.services[0].minutes = 0)],
  ['services[0].mode', 'not-allowed', (s) => (s.services[0].mode = 'sometimes')],
  ['services[0].dailyQuota', 'quota-missing', (s) => (s.services[0].mode = 'quota')],
  ['services[0].priorityQuota', 'priority-without-quota', (s) => (s.services[0].priorityQuota = 3)],
  [
    'services[0].priorityQuota',
    'priority-over-quota',
    (s) => Object.assign(s.services[0], { dailyQuota: 2, priorityQuota: 3 }),
  ],
  [
    'services[0].sessions[1]',
    'sessions-overlap',
    (s) => (s.services[0].sessions = [session, { ...session, from: '09:00', to: '11:00' }]),
  ],
  [
    'services[0].sessions[0].quota',
    'session-over-quota',
    (s) => Object.assign(s.services[0], { dailyQuota: 2, sessions: [session] }),
  ],
  [
    'services[0].schedule',
    'schedule-and-sessions',
    (s) => Object.assign(s.services[0], { schedule: {}, sessions: [session] }),
  ],
  ['services[0].booking', 'booking-on-walk-in', (s) => (s.services[0].booking = { slotMinutes: 30, capacity: 1 })],
  [
    'services[1].booking.capacity',
    'booking-over-quota',
    (s) => Object.assign(s.services[1], { dailyQuota: 2, booking: { slotMinutes: 30, capacity: 3 } }),
  ],
  ['services[0].outcomeRequired', 'outcomes-missing', (s) => (s.services[0].outcomeRequired = true)],
  [
    'services[0].outcomes[1].code',
    'repeated-outcome',
    (s) => (s.services[0].outcomes = [0, 1].map(() => ({ code: 'X', name: s.site.name }))),
  ],
  ['services[0].centralSystems[0]', 'unknown-reference', (s) => (s.services[0].centralSystems = ['SIAK'])],
  [
    'journeys[0].after["KEC-09"]',
    'unknown-step',
    (s) => (s.journeys = [{ code: 'J', name: s.site.name, services: ['KEC-01', 'KEC-02'], after: { 'KEC-09': [] } }]),
  ],
  [
    'journeys[0].after',
    'journey-cycle',
    (s) =>
      (s.journeys = [
        {
          code: 'J',
          name: s.site.name,
          services: ['KEC-01', 'KEC-02'],
          after: { 'KEC-01': ['KEC-02'], 'KEC-02': ['KEC-01'] },
        },
      ]),
  ],
  ['holidays[0].date', 'wrong-date', (s) => (s.holidays[0].date = '17-08-2026')],
  ['holidays[1].date', 'repeated-name', (s) => s.holidays.push({ ...s.holidays[0] })],
  [
    'exceptions[0].scope.booth',
    'unknown-reference',
    (s) => (s.exceptions = [{ ...exception, scope: { booth: 'NO' } }]),
  ],
  ['exceptions[0].to', 'dates-backwards', (s) => (s.exceptions = [{ ...exception, to: '2026-06-01' }])],
  [
    'exceptions[1]',
    'exceptions-overlap',
    (s) => (s.exceptions = [exception, { ...exception, code: 'Y', from: '2026-07-02' }]),
  ],
]

async function mistakesOf(spoiled: string) {
  const before = await hall.seq()
  const body = { package: spoiled }
  const answer = await hall.call<Refused>('importPackage', { token, body })
  expect(answer.status).toBe(400)
  expect(answer.body.error?.name).toBe('bad-site')
  const preview = await hall.call<{ mistakes: object[]; differences: object[] }>('previewPackage', { token, body })
  expect(preview.body.mistakes).toHaveLength(answer.body.error?.fields?.length ?? -1)
  expect(preview.body.differences).toEqual([])
  expect(await hall.seq()).toBe(before)
  return answer.body.error?.fields ?? []
}

test.each(spoilings)(
  'a package with a mistake at %s (%s): told with its place, nothing changed',
  async (path, rule, spoil) => {
    const site = JSON.parse(text)
    spoil(site)
    const spoiled = JSON.stringify(site, null, 2)
    const [found, ...others] = await mistakesOf(spoiled)
    expect(others).toEqual([])
    expect(found).toMatchObject({ path, rule, line: expect.any(Number), column: expect.any(Number) })
    const lines = spoiled.split('\n')
    // A part that is there stands in its line; a missing one is told where its owner begins.
    const place = (lines[(found?.line ?? 0) - 1] ?? '').slice((found?.column ?? 0) - 1)
    expect(place).not.toBe('')
    expect(found?.line).toBeLessThanOrEqual(lines.length)
  },
)

const broken: [string, string, { line: number; column: number }][] = [
  ['nothing', ' ', { line: 1, column: 1 }],
  ['half of it', text.slice(0, 400), { line: 11, column: 1 }],
  ['a comma too many', text.replace('"version": 1,', '"version": 1,,'), { line: 3, column: 16 }],
  ['a text that is not closed', '{\n  "format": "antrean', { line: 2, column: 13 }],
  ['a list', '[]', { line: 1, column: 1 }],
  ['words', 'paket gedung', { line: 1, column: 1 }],
]
test.each(broken)('a file that is %s: told where', async (what, spoiled, place) => {
  const [found] = await mistakesOf(spoiled)
  if (what === 'half of it') expect(found?.line).toBe(text.slice(0, 400).split('\n').length)
  else expect(found).toMatchObject(place)
})

test('several mistakes are all told, in the order of the text', async () => {
  const site = JSON.parse(text)
  site.site.short = ''
  site.booths[0].agency = 'NOBODY'
  site.services[0].minutes = 0
  const found = await mistakesOf(JSON.stringify(site, null, 2))
  expect(found.map(({ path }) => path)).toEqual(['site.short', 'booths[0].agency', 'services[0].minutes'])
  expect(found.map(({ line }) => line)).toEqual(found.map(({ line }) => line).sort((a, b) => (a ?? 0) - (b ?? 0)))
})

test('the building is still the one that it was', async () => {
  const { site } = await siteDesk(hall.call, token).read()
  expect(site.site.code).toBe('contoh-kecil')
  expect((await hall.call('exportPackage', { token })).text).toBe(text)
  expect(hall.hub.faults()).toEqual([])
})
