import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SitePackage } from '../../../server/contract/site.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { createNotebook } from './_promises.ts'
import { siteDesk } from './_site.ts'

/** Every refusal that the document names for a route is one that the route gives; see refusals-of-the-day.test.ts too. */
let hall: OpenedHall
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x60' } })
})
afterAll(() => hall[Symbol.asyncDispose]())

type Answer = { status: number; body: { ticket?: Ticket; refusal?: { name: string } } }
const { note, given, promised } = createNotebook()
const act = async (id: string, ticket: Ticket, counter: number, body?: object) =>
  note(id, (await hall.act(id, ticket, counter, body)) as Answer)
const onCounter = async (id: string, counter: number, body?: object) =>
  note(
    id,
    (await hall.call(id, {
      params: { number: counter },
      token: await hall.officer(counter),
      ...(body ? { body } : {}),
    })) as Answer,
  )
const byCode = async (id: string, { publicCode }: Ticket, body?: object) =>
  note(id, (await hall.call(id, { params: { publicCode }, ...(body ? { body } : {}) })) as Answer)

test('commands on a number in the wrong state', async () => {
  const ticket = await hall.issue('PROV-01')
  const wrong: [string, object?][] = [
    ['recall'],
    ['startService'],
    ['finishService'],
    ['resumeTicket'],
    ['returnTicket'],
    ['missTicket'],
    ['noShowTicket'],
    ['requeueTicket'],
  ]
  for (const [id, body] of wrong) expect(await act(id, ticket, 8, body)).toBe('wrong-state')
  await act('cancelTicket', ticket, 8)
  const afterwards: [string, object | undefined, string][] = [
    ['holdTicket', { reason: 'x' }, 'wrong-state'],
    ['transferTicket', { service: 'DUKC-01' }, 'wrong-state'],
    ['cancelTicket', undefined, 'wrong-state'],
    ['deliverTicket', undefined, 'wrong-state'],
    ['addService', { service: 'DUKC-01' }, 'ticket-ended'],
    ['setPriority', { priority: true }, 'ticket-ended'],
  ]
  for (const [id, body, name] of afterwards) expect(await act(id, ticket, 8, body)).toBe(name)
  expect(await byCode('acceptTicket', ticket)).toBe('wrong-state')
  expect(await byCode('offerTicket', ticket)).toBe('wrong-state')
  expect(await byCode('visitorAction', ticket, { action: 'later' })).toBe('wrong-state')
})

test('[R3.22] a no-show is restored with a reason only', async () => {
  const ticket = await hall.issue('PROV-01')
  await onCounter('callNext', 8)
  expect(await act('missTicket', ticket, 8)).toBeUndefined()
  expect(await act('noShowTicket', ticket, 8)).toBeUndefined()
  expect(await act('returnTicket', ticket, 8)).toBe('reason-required')
  expect(await act('returnTicket', ticket, 8, { reason: 'x' })).toBeUndefined()
})

test('counters: empty, busy, closed, asked first, and services they do not hold', async () => {
  expect(await onCounter('callNext', 12)).toBe('line-empty')
  const [first, second, foreign] = [
    await hall.issue('BPTK-01'),
    await hall.issue('BPTK-02'),
    await hall.issue('DUKC-01'),
  ]
  expect(await onCounter('callTicket', 12, { ticket: foreign.id, reason: 'x' })).toBe('not-served-here')
  await onCounter('callNext', 12)
  expect(await onCounter('callNext', 12)).toBe('counter-busy')
  expect(await onCounter('callTicket', 12, { ticket: second.id, reason: 'x' })).toBe('counter-busy')
  expect(await onCounter('closeCounter', 12)).toBe('people-waiting')
  await act('holdTicket', first, 12, { reason: 'x' })
  await onCounter('callNext', 12)
  expect(await act('resumeTicket', first, 12)).toBe('counter-busy')
  expect(await act('transferTicket', second, 12, { service: 'BPTK-01', position: 'front' })).toBe('reason-required')
  await act('cancelTicket', second, 12)
  await onCounter('closeCounter', 12, { confirm: true })
  expect(await onCounter('callNext', 12)).toBe('counter-closed')
  expect(await onCounter('callTicket', 12, { ticket: first.id, reason: 'x' })).toBe('counter-closed')
  expect(await onCounter('breakCounter', 12, { reason: 'x' })).toBe('counter-closed')
  expect(await act('resumeTicket', first, 12)).toBe('counter-closed')
  await onCounter('openCounter', 12)
  await act('holdTicket', foreign, 4, { reason: 'x' })
  const supervisorless = await hall.call('resumeTicket', {
    params: { id: foreign.id },
    token: await hall.officer(12),
    body: { counter: 12 },
  })
  expect(note('resumeTicket', supervisorless as Answer) ?? supervisorless.status).toBe('not-served-here')
  const done = await hall.issue('BPTK-01')
  await act('cancelTicket', done, 12)
  expect(await onCounter('callTicket', 12, { ticket: done.id, reason: 'x' })).toBe('wrong-state')
})

test('[R5.5] outcomes; [R5.11] a walk-in; a colleague who cannot take over; a finish that cannot be taken back', async () => {
  const [first, second, third] = [await hall.issue('DSOS-02'), await hall.issue('BPJK-01'), await hall.issue('BPJK-01')]
  const walkIn = { service: 'DSOS-02' }
  expect(await onCounter('walkIn', 13, { service: 'BPJK-01' })).toBe('not-served-here')
  expect(await act('handOver', first, 13, { counter: 9 })).toBe('wrong-state')
  await onCounter('callNext', 13)
  await act('startService', first, 13)
  expect(await onCounter('walkIn', 13, walkIn)).toBe('counter-busy')
  await onCounter('callNext', 9)
  await onCounter('callNext', 10)
  expect(await act('handOver', second, 9, { counter: 10 })).toBe('counter-busy')
  expect(await act('handOver', second, 9, { counter: 13 })).toBe('counter-busy')
  expect(await act('handOver', second, 9, { counter: 11 })).toBe('counter-closed')
  const supervisor = await hall.hub.session('supervisor')
  const reopen = (ticket: Ticket) =>
    hall.call('reopenTicket', { params: { id: ticket.id }, token: supervisor, body: { reason: 'wrong-finish' } })
  expect(note('reopenTicket', (await reopen(first)) as Answer)).toBe('wrong-state')
  await act('finishService', first, 13)
  expect(await act('handOver', third, 10, { counter: 13 })).toBe('not-served-here')
  expect((await reopen(first)).status).toBe(200)
  await act('cancelTicket', first, 13)
  await onCounter('closeCounter', 13, { confirm: true })
  expect(await onCounter('walkIn', 13, walkIn)).toBe('counter-closed')
  await onCounter('openCounter', 13)
  for (const [ticket, counter] of [
    [second, 9],
    [third, 10],
  ] as const)
    await act('cancelTicket', ticket, counter)

  const application = await hall.issue('BPTK-01')
  await onCounter('callTicket', 12, { ticket: application.id, reason: 'at-desk' })
  await act('startService', application, 12)
  expect(await act('finishService', application, 12, { outcome: 'NONSENSE' })).toBe('unknown-outcome')
  expect(await act('finishService', application, 12, { outcome: 'LATER' })).toBeUndefined()
})

test('[R5.5] a service that asks for an outcome is not finished without', async () => {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const asking = site.services.map((one) => (one.code === 'BPTK-01' ? { ...one, outcomeRequired: true } : one))
  const folder = mkdtempSync(join(tmpdir(), 'antrean-site-'))
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify({ ...site, services: asking }))
  await using strict = await openHall({ env: { ANTREAN_SITE: file } })
  const ticket = await strict.issue('BPTK-01')
  await strict.callNext(12)
  await strict.act('startService', ticket, 12)
  expect(note('finishService', (await strict.act('finishService', ticket, 12)) as Answer)).toBe('outcome-required')
  expect((await strict.act('finishService', ticket, 12, { outcome: 'DONE' })).status).toBe(200)
  rmSync(folder, { recursive: true })
})

test('recall and undo, in time and too late', async () => {
  const ticket = await hall.issue('INFO-01')
  expect(await act('undo', ticket, 7)).toBe('nothing-to-undo')
  await onCounter('callNext', 7)
  expect(await act('recall', ticket, 7)).toBe('recall-too-soon')
  // Twenty seconds of the hall are a third of one of ours.
  for (const name of [undefined, undefined, 'recall-limit']) {
    let given = await act('recall', ticket, 7)
    while (given === 'recall-too-soon') given = await act('recall', ticket, 7)
    expect(given).toBe(name)
  }
  let given = await act('undo', ticket, 7)
  expect([undefined, 'undo-too-late']).toContain(given)
  await act('startService', ticket, 7)
  await new Promise((resolve) => setTimeout(resolve, 250))
  given = await act('undo', ticket, 7)
  expect(given).toBe('undo-too-late')
})

test('the visitor may go behind others once; a service that is closed says which of the three reasons holds', async () => {
  const ticket = await hall.issue('PTSP-01')
  await byCode('visitorAction', ticket, { action: 'later' })
  expect(await byCode('visitorAction', ticket, { action: 'later' })).toBe('already-deferred')
  await hall.call('setDemoRules', { body: { full: true } })
  const { services } = (
    await hall.call<{ services: { code: string; open: boolean; refusal: { name: string } | null }[] }>('listServices')
  ).body
  const open = services.find((service) => service.open)?.code ?? ''
  expect((await hall.call('issueTicket', { body: { service: open, delivery: 'none' } })).status).toBe(201)
  for (const { code, refusal } of services.filter((service) => !service.open)) {
    expect(
      note('issueTicket', (await hall.call('issueTicket', { body: { service: code, delivery: 'none' } })) as Answer),
    ).toBe(refusal?.name)
  }
  await hall.call('setDemoRules', { body: { full: false } })
})

test('help, the end of the day, and another day instead of a number', async () => {
  const supervisor = await hall.hub.session('supervisor')
  const ask = async (id: string, wish: object = {}) =>
    note(id, (await hall.call(id, { token: supervisor, ...wish })) as Answer)
  const officer = await hall.officer(4)
  const { body } = await hall.call<{ help: { id: string } }>('askHelp', {
    params: { number: 4 },
    body: { kind: 'emergency' },
    token: officer,
  })
  const help = { params: { id: body.help.id } }
  expect(await ask('endHelp', { ...help, token: officer })).toBe('help-needs-two')
  for (const token of [supervisor, await hall.officer(5)]) await ask('acknowledgeHelp', { ...help, token })
  await ask('endHelp', help)
  expect(await ask('endHelp', help)).toBe('help-ended')
  expect(await ask('acknowledgeHelp', help)).toBe('help-ended')

  const [full, never, ended] = [await hall.issue('PTSP-02'), await hall.issue('TASP-01'), await hall.issue('PTSP-02')]
  await ask('cancelTicket', { params: { id: ended.id } })
  const { days } = (await hall.call<{ days: string[] }>('listSlots', { params: { code: 'PTSP-02' } })).body
  for (const day of days) {
    const path = `/api/services/PTSP-02/slots?day=${day}`
    const found = await hall.hub.http.get<{ slots: { at: string; free: number }[] }>(path)
    for (const { at, free } of found.body.slots)
      if (free > 0) await ask('makeBooking', { body: { service: 'PTSP-02', slotAt: at } })
  }
  await hall.call('pauseBuilding', { token: supervisor, body: { reason: 'power' } })
  for (const [ticket, name] of [
    [full, 'slot-full'],
    [never, 'no-such-slot'],
    [ended, 'wrong-state'],
  ] as const) {
    expect(await ask('moveToAnotherDay', { params: { id: ticket.id } })).toBe(name)
    expect(await byCode('rebookTicket', ticket)).toBe(name)
  }
  await hall.call('resumeBuilding', { token: supervisor })
  expect(await ask('closeDay')).toBe('people-waiting')
})

test('the information desk: ended numbers, nothing missing, another line, a paper number twice', async () => {
  const token = await hall.hub.session('information')
  const ask = async (id: string, params: Record<string, string>, body: object) =>
    note(id, (await hall.call(id, { token, params, body })) as Answer)
  const ticket = await hall.issue('IMIG-01')
  expect(await ask('printMissingSlip', { id: ticket.id }, { kiosk: 'K1' })).toBe('wrong-state')
  expect(await ask('changeService', { publicCode: ticket.id }, { service: 'DUKC-01' })).toBe('other-line')
  await ask('cancelTicket', { id: ticket.id }, {})
  expect(await ask('changeService', { publicCode: ticket.id }, { service: 'IMIG-02' })).toBe('wrong-state')
  expect(await ask('reprintTicket', { id: ticket.id }, { kiosk: 'K1' })).toBe('ticket-ended')
  const { service, label } = ticket
  expect(await ask('enterPaper', {}, { service, number: Number(/\d+$/.exec(label)?.[0]) })).toBe('number-taken')
})

test('changes of the building that others, people who wait or numbers of today stand against', async () => {
  const token = await hall.hub.session('manager')
  const desk = siteDesk(hall.call, token)
  const told = async (id: string, answer: Promise<Answer>) => note(id, await answer)
  const change = async (...edit: Parameters<typeof desk.edit>) =>
    told('changeSite', desk.change([await desk.edit(...edit)]) as Promise<Answer>)
  const undo = (seq: number) => told('undoSiteChange', desk.undo(seq) as Promise<Answer>)
  const latest = async () => (await desk.history())[0]?.seq ?? 0

  await hall.issue('KESB-01')
  expect(await change('booths', 'KESB', { opens: '2027-01-04' })).toBe('people-waiting')
  expect(await change('booths', 'KESB', { prefix: 'XX' })).toBe('still-in-use')
  const stale = await desk.edit('services', 'KESB-01', { minutes: 12 })
  await change('services', 'KESB-01', { minutes: 13 })
  expect(await told('changeSite', desk.change([stale]) as Promise<Answer>)).toBe('changed-meanwhile')

  const older = await latest()
  await change('services', 'KESB-01', { minutes: 14 })
  expect(await undo(older)).toBe('changed-meanwhile')
  await change('services', 'KESB-02', { prefix: 'XY' })
  await hall.issue('KESB-02')
  expect(await undo(await latest())).toBe('still-in-use')
  const { text } = await hall.call('exportPackage', { token })
  const package_ = (wanted: string) =>
    told('importPackage', hall.call('importPackage', { token, body: { package: wanted } }) as Promise<Answer>)
  expect(await package_(text.replace('"prefix": "XY"', '"prefix": "XV"'))).toBe('still-in-use')
  const closing = JSON.parse(text)
  closing.booths.at(-1).opens = '2027-01-04'
  expect(await package_(JSON.stringify(closing))).toBe('people-waiting')

  // An extra day of opening that people have come to: taken back, they would wait in vain.
  const name = { id: 'X', en: 'X' }
  const today = '2026-07-14'
  await desk.change([
    {
      kind: 'exceptions',
      code: 'SHUT',
      before: null,
      after: { code: 'SHUT', name, from: today, to: today, scope: { booth: 'BPTK' }, hours: {} },
    },
  ])
  await change('exceptions', 'SHUT', null)
  await hall.issue('BPTK-01')
  const entries = await desk.history()
  expect(await undo(entries[0]?.seq ?? 0)).toBe('people-waiting')
})

test('[R4.8] bookings: a full slot, no slot, too early, another day, cancelled, and one that has come already', async () => {
  const token = await hall.hub.session('information')
  const slots = async (day: string) =>
    (await hall.hub.http.get<{ slots: { at: string; free: number }[] }>(`/api/services/PSKC-01/slots?day=${day}`)).body
      .slots
  const book = async (slotAt: string) => {
    const answer = await hall.call<Answer['body'] & { booking: { code: string } }>('makeBooking', {
      body: { service: 'PSKC-01', slotAt },
      token,
    })
    note('makeBooking', answer)
    return answer.body
  }
  const checkIn = async (code: string) =>
    note(
      'checkInBooking',
      (await hall.call('checkInBooking', { params: { code }, body: { delivery: 'none' } })) as Answer,
    )
  const cancel = async (code: string) =>
    note('cancelBooking', (await hall.call('cancelBooking', { params: { code } })) as Answer)

  const [first] = await slots('2026-07-16')
  for (let left = first?.free ?? 0; left > 0; left--) await book(first?.at ?? '')
  expect((await book(first?.at ?? '')).refusal?.name).toBe('slot-full')
  expect((await book('2026-07-16T08:01:00+08:00')).refusal?.name).toBe('no-such-slot')
  const other = (await book('2026-07-17T08:00:00+08:00')).booking.code
  expect(await checkIn(other)).toBe('booking-other-day')
  expect(await cancel(other)).toBeUndefined()
  expect(await checkIn(other)).toBe('booking-ended')
  const last = (await slots('2026-07-14')).at(-1)?.at ?? ''
  const { code } = (await book(last)).booking
  await hall.call('setDemoRules', { body: { full: true } })
  expect(await checkIn(code)).toBe('booking-too-early')
  await hall.call('setDemoRules', { body: { full: false } })
  expect(await checkIn(code)).toBeUndefined()
  expect(await cancel(code)).toBe('wrong-state')
})

test('no route promises a refusal that it never gives', () => {
  expect(promised(hall.document, false)).toEqual(given(false))
  expect(hall.hub.faults()).toEqual([])
})
