import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type OpenedHall, openHall } from './_hall.ts'
import { preparedAt, reasons, writePreparedSite } from './_prepared-site.ts'
import { createNotebook } from './_promises.ts'

/** Refusals by calendar, quota, forecast, pause and end of the day: every route that names one gives it. */
const { note, given, promised } = createNotebook()
type Wish = Parameters<OpenedHall['call']>[1]
const asked =
  ({ call }: OpenedHall) =>
  async (id: string, wish: Wish = {}) =>
    note(id, await call(id, wish))

test('[R6.1, R6.2, R6.3] a number, a walk-in, another service, a booking: each by its first reason', async () => {
  const file = writePreparedSite()
  await using hall = await openHall({ env: { ANTREAN_SITE: file, ANTREAN_CLOCK: `${preparedAt} x0.01` } })
  const ask = asked(hall)
  const information = await hall.hub.session('information')
  const supervisor = await hall.hub.session('supervisor')
  const switchSiak = (down: boolean) =>
    hall.call('setSystem', { params: { code: 'SIAK' }, body: { down }, token: supervisor })

  // Taken while nothing is in force, so that each stands beside the service that will refuse it.
  const beside = { exception: 'DSOS-01', 'cut-off': 'DSOS-01', 'quota-full': 'DSOS-01', over: 'PJKP-02' }
  const changes: [string, string, string][] = []
  for (const [reason, service] of Object.entries({ ...beside, 'not-yet-open': 'PROV-02', 'system-down': 'DUKC-02' })) {
    const { publicCode } = await hall.issue(service)
    changes.push([publicCode, reasons[reason as keyof typeof reasons], reason])
  }
  const twice = await hall.issue('INFO-02', { visitor: 'phone-1' })
  await hall.issue(reasons.green, { visitor: 'phone-1' })
  await hall.issue(reasons['quota-full'], { items: 2 })
  const served = await Promise.all([4, 8, 13, 36, 12].map((counter) => hall.officer(counter)))
  await hall.call('setDemoRules', { body: { full: true } })
  await switchSiak(true)

  const names: Record<string, string> = { exception: 'closed-today', over: 'closed-now' }
  const nameOf = (reason: string) => names[reason] ?? reason
  for (const [publicCode, service, reason] of changes)
    expect(await ask('changeService', { params: { publicCode }, body: { service } })).toBe(nameOf(reason))
  const { publicCode } = twice
  expect(await ask('changeService', { params: { publicCode }, body: { service: reasons.green } })).toBe(
    'already-holding',
  )

  const counterOf: Record<string, number> = { DUKC: 0, PROV: 1, DSOS: 2, PJKP: 3 }
  for (const [, service, reason] of changes) {
    const place = counterOf[service.slice(0, 4)] ?? -1
    const number = [4, 8, 13, 36][place] ?? 0
    const wish = { params: { number }, token: served[place] }
    expect(await ask('walkIn', { ...wish, body: { service } })).toBe(nameOf(reason))
    expect(await ask('issueTicket', { body: { service, delivery: 'none' } })).toBe(nameOf(reason))
    if (nameOf(reason) !== 'not-yet-open') continue
    const body = { service, override: 'x' }
    expect(await ask('walkIn', { ...wish, body })).toBe('override-refused')
    expect(await ask('issueTicket', { body: { ...body, delivery: 'none' }, token: information })).toBe(
      'override-refused',
    )
  }
  const take = { delivery: 'none', visitor: 'phone-1' }
  expect(await ask('issueTicket', { body: { ...take, service: reasons.green } })).toBe('already-holding')
  expect(await ask('issueTicket', { body: { ...take, service: reasons['closing-soon'] } })).toBe('closing-soon')

  const book = (service: string, slotAt: string) =>
    ask('makeBooking', { body: { service, slotAt }, token: information })
  expect(await book(reasons['not-yet-open'], '2026-07-15T09:00:00+08:00')).toBe('not-yet-open')
  expect(await book(reasons.weekly, '2026-07-14T14:45:00+08:00')).toBe('closed-today')
  expect(hall.hub.faults()).toEqual([])
  rmSync(dirname(file), { recursive: true })
})

test('[R6.1, R8.1] a central system that is down, a paused building, a closed day', async () => {
  await using hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x0.01' } })
  const ask = asked(hall)
  const [officer, supervisor] = [await hall.officer(4), await hall.hub.session('supervisor')]
  const service = 'DUKC-02'
  const body = { service, slotAt: '2026-07-14T10:00:00+08:00' }
  const { booking } = (await hall.call<{ booking: { code: string } }>('makeBooking', { body, token: supervisor })).body
  const checkIn = () => ask('checkInBooking', { params: { code: booking.code }, body: { delivery: 'none' } })

  const system = { params: { code: 'SIAK' }, token: supervisor }
  await hall.call('setSystem', { ...system, body: { down: true } })
  expect(await checkIn()).toBe('system-down')
  expect(await ask('transferAllOfSystem', { ...system, body: { service } })).toBe('system-down')
  await hall.call('setSystem', { ...system, body: { down: false } })

  const [first, second] = [await hall.issue(service), await hall.issue(service)]
  const counter = { params: { number: 4 }, token: officer }
  const standing = async (name: string) => {
    expect(await ask('callNext', counter)).toBe(name)
    expect(await ask('callTicket', { ...counter, body: { ticket: second.id, reason: 'x' } })).toBe(name)
    expect(await ask('walkIn', { ...counter, body: { service } })).toBe(name)
    expect(await ask('issueTicket', { body: { service, delivery: 'none' } })).toBe(name)
    expect(await checkIn()).toBe(name)
  }
  await hall.call('pauseBuilding', { token: supervisor, body: { reason: 'fire-drill' } })
  await standing('building-paused')
  await hall.call('resumeBuilding', { token: supervisor })

  const ticket = { params: { id: first.id } }
  await hall.callNext(4)
  await hall.call('pauseBuilding', { token: supervisor, body: { reason: 'fire-drill' } })
  expect(await ask('recall', { ...ticket, token: officer })).toBe('building-paused')
  await hall.call('resumeBuilding', { token: supervisor })
  await hall.act('startService', first, 4)
  await hall.act('finishService', first, 4)
  await hall.callNext(4)
  const shown = await hall.issue(service, { delivery: 'screen' })

  await hall.call('closeDay', { token: supervisor, body: { confirm: true } })
  await standing('day-closed')
  expect(await ask('openCounter', counter)).toBe('day-closed')
  expect(await ask('reopenTicket', { ...ticket, token: supervisor, body: { reason: 'wrong-finish' } })).toBe(
    'day-closed',
  )
  const back = { params: { id: second.id }, token: supervisor, body: { reason: 'came-back' } }
  expect(await ask('returnTicket', back)).toBe('day-closed')
  expect(await ask('acceptTicket', { params: { publicCode: shown.publicCode } })).toBe('day-closed')
  expect(await ask('deliverTicket', { params: { id: shown.id }, token: supervisor })).toBe('day-closed')
  expect(await ask('enterPaper', { token: supervisor, body: { service, number: 900 } })).toBe('day-closed')
  expect(hall.hub.faults()).toEqual([])
})

test('[R3.23] yesterday’s number, for everything that its holder may ask', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'antrean-day-'))
  await using evening = await openHall({ dataDir, env: { ANTREAN_CLOCK: '2026-07-14T23:00:00+08:00' } })
  const { publicCode } = await evening.issue('DUKC-01')
  await evening.hub.stop()
  await using hall = await openHall({ dataDir, env: { ANTREAN_CLOCK: '2026-07-15T07:00:00+08:00' } })
  const ask = asked(hall)
  const bodies = { acceptTicket: undefined, offerTicket: undefined, rebookTicket: undefined }
  const further = { visitorAction: { action: 'cancel' }, changeService: { service: 'DUKC-02' } }
  for (const [id, body] of Object.entries({ ...bodies, ...further }))
    expect(await ask(id, { params: { publicCode }, body })).toBe('other-day')
  expect(hall.hub.faults()).toEqual([])
  rmSync(dataDir, { recursive: true })
})

test('no route promises a refusal of the day that it never gives', async () => {
  await using hall = await openHall()
  expect(promised(hall.document, true)).toEqual(given(true))
})
