import { type OpenedHall, openHall, type Ticket } from './_hall.ts'

/** Every refusal that the document names for a route is one that the route gives. */
let hall: OpenedHall
const reached = new Map<string, Set<string>>()
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x60' } })
})
afterAll(() => hall[Symbol.asyncDispose]())

type Answer = { status: number; body: { ticket?: Ticket; refusal?: { name: string } } }
const note = (id: string, { body }: Answer) => {
  const name = body.refusal?.name
  if (name) reached.set(id, (reached.get(id) ?? new Set()).add(name))
  return name
}
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

/** Reached elsewhere: days and hours by the clock, and two officers at one counter or one at two, whom the demo cannot have (core). */
const elsewhere = new Set([
  'counter-taken',
  'other-day',
  'closed-now',
  'closed-today',
  'not-yet-open',
  'officer-elsewhere',
])

test('no route promises a refusal that it never gives', () => {
  const promised = hall.document.routes.flatMap(({ id, refusals }) =>
    refusals.filter((name) => !elsewhere.has(name)).map((name) => `${id}: ${name}`),
  )
  const given = [...reached].flatMap(([id, names]) =>
    [...names].filter((name) => !elsewhere.has(name)).map((name) => `${id}: ${name}`),
  )
  expect(given.sort()).toEqual(promised.sort())
  expect(hall.hub.faults()).toEqual([])
})
