import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RefusalWire, ServicesAnswer } from '../../../server/contract/api.ts'
import type { Role } from '../../../server/contract/hall.ts'
import type { KioskSnapshot } from '../../../server/contract/live.ts'
import { openScreen, type Screen } from '../live/_screen.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { preparedAt, reasons, writePreparedSite } from './_prepared-site.ts'

/** R6.1 with the rules in full and a clock that hardly moves: the same answer wherever somebody asks. */
let hall: OpenedHall
let kiosk: Screen
const file = writePreparedSite()
beforeAll(async () => {
  hall = await openHall({
    env: { ANTREAN_SITE: file, ANTREAN_RULES: 'full', ANTREAN_CLOCK: `${preparedAt} x0.01` },
  })
  kiosk = await openScreen(hall.hub.url, { view: 'kiosk', kiosk: 'K1' })
  for (const counter of [4, 7, 12, 13]) await hall.officer(counter)
})
afterAll(async () => {
  kiosk.close()
  await hall[Symbol.asyncDispose]()
  rmSync(dirname(file), { recursive: true })
})

interface Said {
  readonly ticket?: Ticket
  readonly refusal?: RefusalWire
}
const token = (role: Role) => hall.hub.session(role)
const take = async (service: string, more: object = {}, by?: string): Promise<Said & { status: number }> => {
  const { status, body } = await hall.call<Said>('issueTicket', {
    body: { service, delivery: 'none', ...more },
    ...(by ? { token: by } : {}),
  })
  return { status, ...body }
}
const listed = async (service: string) => {
  const { services } = (await hall.call<ServicesAnswer>('listServices')).body
  return services.find(({ code }) => code === service)
}
const atKiosk = async (service: string) => {
  const { snapshot } = await kiosk.peek()
  return (snapshot as unknown as KioskSnapshot).services.find(({ code }) => code === service)
}

/** What everybody is told; fails unless it is the same. */
async function toldEverywhere(service: string): Promise<RefusalWire | null> {
  const byList = (await listed(service))?.refusal ?? null
  const onKiosk = (await atKiosk(service))?.refusal ?? null
  expect(onKiosk).toEqual(byList)
  if (byList === null) return null
  const officer = await token('information')
  for (const said of [await take(service), await take(service, { kiosk: 'K1' }), await take(service, {}, officer)]) {
    expect(said.status).toBe(409)
    expect(said.refusal).toEqual(byList)
  }
  return byList
}
const at = (text: string) => Date.parse(`${text}+08:00`)

test('[R6.1] open: a number is given, and the list says until when', async () => {
  expect(await toldEverywhere(reasons.green)).toBeNull()
  expect(await listed(reasons.green)).toMatchObject({
    open: true,
    promise: 'green',
    closesAt: '2026-07-14T15:00:00.000+08:00',
    startsAt: null,
    paused: null,
  })
  expect((await take(reasons.green)).status).toBe(201)
})

test('[R6.1] opening date, dated exception, weekly pattern, hours, cut-off', async () => {
  expect(await toldEverywhere(reasons['not-yet-open'])).toMatchObject({
    name: 'not-yet-open',
    next: { opensOn: '2026-10-05' },
  })
  expect(await toldEverywhere(reasons.exception)).toMatchObject({
    name: 'closed-today',
    next: { reason: 'exception', nameId: 'Rapat kerja daerah', opensAt: at('2026-07-15T08:00') },
  })
  expect(await toldEverywhere(reasons.weekly)).toMatchObject({
    name: 'closed-today',
    next: { reason: 'weekly', opensAt: at('2026-07-15T08:00'), issuesFrom: at('2026-07-15T07:00') },
  })
  expect(await toldEverywhere(reasons.over)).toMatchObject({
    name: 'closed-now',
    next: { reason: 'over', opensAt: at('2026-07-15T08:00') },
  })
  expect(await toldEverywhere(reasons['cut-off'])).toMatchObject({
    name: 'cut-off',
    next: { cutOffAt: at('2026-07-14T14:15'), closesAt: at('2026-07-14T15:00') },
  })
})

test('[R6.1] quota, counted in applications', async () => {
  expect(await toldEverywhere(reasons['quota-full'])).toBeNull()
  expect((await take(reasons['quota-full'], { items: 3 })).refusal).toMatchObject({
    name: 'quota-full',
    next: { quota: 2, left: 2 },
  })
  expect((await take(reasons['quota-full'], { items: 2 })).status).toBe(201)
  expect(await toldEverywhere(reasons['quota-full'])).toMatchObject({
    name: 'quota-full',
    next: { left: 0, opensAt: at('2026-07-15T08:00') },
  })
})

test('[R6.1] one active number a service for a visitor who is known, under a mark of the day only', async () => {
  const first = await take(reasons.green, { visitor: 'phone-1' })
  expect(first.status).toBe(201)
  expect((await take(reasons.green, { visitor: 'phone-1' })).refusal).toMatchObject({
    name: 'already-holding',
    next: { label: first.ticket?.label },
  })
  expect((await take(reasons.green, { visitor: 'phone-2' })).status).toBe(201)
  expect((await take(reasons.green)).status).toBe(201)
})

test('[R6.2] amber when perhaps, refused when it cannot be before closing, for all of the applications', async () => {
  expect((await listed(reasons.amber))?.promise).toBe('amber')
  expect((await atKiosk(reasons.amber))?.promise).toBe('amber')
  expect((await take(reasons.amber, { items: 20 })).refusal?.name).toBe('closing-soon')
  const refusal = await toldEverywhere(reasons['closing-soon'])
  expect(refusal).toMatchObject({
    name: 'closing-soon',
    next: { closesAt: at('2026-07-14T15:00'), opensAt: at('2026-07-15T08:00') },
  })
  expect(refusal?.next?.endsAt).toBeGreaterThan(at('2026-07-14T15:00'))
})

test('[R6.3] staff override with a reason, visitors and kiosks do not', async () => {
  const information = await token('information')
  const override = 'Datang dari jauh'
  for (const reason of ['cut-off', 'quota-full', 'closing-soon', 'weekly', 'over', 'exception'] as const) {
    expect((await take(reasons[reason], { override })).status).toBe(403)
    expect((await take(reasons[reason], { override, kiosk: 'K1' })).status).toBe(403)
    expect((await take(reasons[reason], { override, kiosk: 'K1' }, information)).status).toBe(201)
  }
  expect((await take(reasons['not-yet-open'], { override }, information)).refusal).toMatchObject({
    name: 'override-refused',
    next: { because: 'not-yet-open' },
  })
})

test('[R6.1, R7.1] a central system that is down: refused with its name, no estimate, and nobody overrides it', async () => {
  const service = reasons['system-down']
  const waiting = (await take(service)).ticket
  expect((await listed(service))?.estimate).not.toBeNull()
  const supervisor = await token('supervisor')
  await hall.call('setSystem', { params: { code: 'SIAK' }, body: { down: true }, token: supervisor })
  expect(await toldEverywhere(service)).toMatchObject({
    name: 'system-down',
    next: { system: 'SIAK', name: 'SIAK Terpusat' },
  })
  const paused = { estimate: null, paused: 'system', pausedSystem: 'SIAK Terpusat' }
  expect(await listed(service)).toMatchObject({ open: false, promise: null, ...paused })
  const own = await hall.call('getTicket', { params: { publicCode: waiting?.publicCode ?? '' } })
  expect(own.body).toMatchObject({ ticket: paused })
  const said = await take(service, { override: 'Mendesak' }, supervisor)
  expect(said.refusal).toMatchObject({ name: 'override-refused', next: { because: 'system-down' } })
  // The quota comes before the system, the opening date before everything.
  await hall.call('setSystem', { params: { code: 'SIKS-NG' }, body: { down: true }, token: supervisor })
  expect((await toldEverywhere(reasons['quota-full']))?.name).toBe('quota-full')
  expect((await toldEverywhere(reasons['cut-off']))?.name).toBe('cut-off')
  for (const code of ['SIAK', 'SIKS-NG'])
    await hall.call('setSystem', { params: { code }, body: { down: false }, token: supervisor })
  expect((await listed(service))?.paused).toBeNull()
})

test('[R6.1] a paused building, then a closed day', async () => {
  const supervisor = await token('supervisor')
  await hall.call('pauseBuilding', { body: { reason: 'ceremony' }, token: supervisor })
  expect((await toldEverywhere(reasons.green))?.name).toBe('building-paused')
  expect((await toldEverywhere(reasons['cut-off']))?.name).toBe('building-paused')
  expect((await toldEverywhere(reasons['not-yet-open']))?.name).toBe('not-yet-open')
  expect(await listed(reasons.green)).toMatchObject({ estimate: null, paused: 'building', pausedSystem: null })
  await hall.call('resumeBuilding', { token: supervisor })
  expect(await toldEverywhere(reasons.green)).toBeNull()
  await hall.call('closeDay', { body: { confirm: true }, token: supervisor })
  expect(await toldEverywhere(reasons.green)).toMatchObject({
    name: 'day-closed',
    next: { opensAt: at('2026-07-15T08:00') },
  })
  expect(hall.hub.faults()).toEqual([])
})

test('[R6.1] in the hour before the doors open numbers are given, and everybody says when serving starts', async () => {
  await using early = await openHall({
    env: { ANTREAN_RULES: 'full', ANTREAN_CLOCK: '2026-07-14T07:15:00+08:00 x0.01' },
  })
  const service = 'DUKC-01'
  const { services } = (await early.call<ServicesAnswer>('listServices')).body
  const startsAt = '2026-07-14T08:00:00.000+08:00'
  expect(services.find(({ code }) => code === service)).toMatchObject({ open: true, startsAt, promise: 'amber' })
  const { publicCode } = await early.issue(service)
  expect((await early.call('getTicket', { params: { publicCode } })).body).toMatchObject({ ticket: { startsAt } })
})

test('without the rules in full nothing of the calendar refuses, and no promise is shown', async () => {
  await using demo = await openHall({ env: { ANTREAN_SITE: file, ANTREAN_CLOCK: `${preparedAt} x0.01` } })
  const { services } = (await demo.call<ServicesAnswer>('listServices')).body
  for (const service of services)
    expect(service).toMatchObject({ open: true, promise: null, closesAt: null, startsAt: null })
})
