import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fillPath } from './_document.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { sampleBody } from './_samples.ts'

let hall: OpenedHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall[Symbol.asyncDispose]())

/** DUKC has the counters 4, 5, 6; BPJK, of another agency, 9, 10, 11. */
const people: Record<string, () => Promise<string | undefined>> = {
  visitor: async () => undefined,
  'officer, own': () => hall.officer(5),
  'officer, other counter': () => hall.officer(6),
  'officer, other agency': () => hall.officer(9),
  information: () => hall.hub.session('information'),
  'agency-admin, own': () => hall.hub.session('agency-admin', 5),
  'agency-admin, other': () => hall.hub.session('agency-admin', 9),
  supervisor: () => hall.hub.session('supervisor'),
  manager: () => hall.hub.session('manager'),
  operator: () => hall.hub.session('operator'),
  auditor: () => hall.hub.session('auditor'),
}
const names = Object.keys(people)

type Subject = { waiting: Ticket; called: Ticket }
let subject: Subject
/** Who may use the row on: counter 5 itself, a number in its line, a number that it calls. */
const own = ['officer, own']
const above = ['agency-admin, own', 'supervisor', 'manager']
const table: [row: string, operations: string[], on: keyof Subject, allowed: string[]][] = [
  [
    'call, start, finish, hold, miss',
    ['startService', 'finishService', 'holdTicket', 'missTicket', 'recall'],
    'called',
    own,
  ],
  ['calling', ['callNext', 'callTicket'], 'waiting', own],
  [
    'transfer, requeue, cancel, priority, add service: in hand',
    ['transferTicket', 'requeueTicket', 'cancelTicket', 'setPriority', 'addService'],
    'called',
    [...own, ...above],
  ],
  [
    'transfer, cancel, priority, add service: in line',
    ['transferTicket', 'cancelTicket', 'setPriority', 'addService'],
    'waiting',
    [...own, 'officer, other counter', 'information', ...above],
  ],
  [
    'print again, missing papers, paper numbers',
    ['reprintTicket', 'printMissingSlip', 'enterPaper'],
    'waiting',
    [...own, 'officer, other counter', 'information', ...above],
  ],
  ['numbers printed ahead', ['printRoll'], 'waiting', ['information', 'supervisor', 'manager']],
  ['open, break, close', ['openCounter', 'breakCounter', 'closeCounter'], 'called', [...own, ...above]],
  ['hall view', ['getHall'], 'called', ['supervisor', 'manager', 'auditor']],
]
const cases = table.flatMap(([row, operations, on, allowed]) =>
  names.map((who) => [row, who, operations, on, allowed] as const),
)

async function renewSubject(): Promise<Subject> {
  for (;;) {
    const { status, body } = await hall.callNext(5)
    if (status === 409 && body.refusal?.name === 'line-empty') break
    const hallNow = await hall.call<{ booths: { counters: { number: number; ticket: Ticket | null }[] }[] }>(
      'getHall',
      { token: await hall.hub.session('supervisor') },
    )
    const inHand = hallNow.body.booths.flatMap(({ counters }) => counters).find(({ number }) => number === 5)?.ticket
    if (inHand) await hall.act('cancelTicket', inHand, 5)
    else await hall.call('openCounter', { params: { number: 5 }, token: await hall.officer(5) })
  }
  const called = await hall.issue('DUKC-01')
  await hall.callNext(5)
  return { called, waiting: await hall.issue('DUKC-01') }
}

test.each(cases)('%s: %s', async (_row, who, operations, on, allowed) => {
  const token = await people[who]?.()
  for (const id of operations) {
    subject = await renewSubject()
    const route = hall.document.route(id)
    const before = await hall.seq()
    const path = fillPath(route.path, { id: subject[on].id, number: 5 })
    const body =
      id === 'callTicket'
        ? { ticket: subject.waiting.id, reason: 'x' }
        : id === 'getHall'
          ? undefined
          : sampleBody(route)
    const answer = await hall.hub.http.send(route.method.toUpperCase(), path, { token, ...(body ? { body } : {}) })
    route.check(answer)
    const isAllowed = allowed.includes(who)
    // Whoever may try hears the hall's answer; 409 is one of them, 401 and 403 are not.
    const expected = isAllowed ? 'heard' : who === 'visitor' ? 401 : 403
    expect({ id, who, answer: answer.status < 400 || answer.status === 409 ? 'heard' : answer.status }).toEqual({
      id,
      who,
      answer: expected,
    })
    if (!isAllowed) expect(await hall.seq()).toBe(before)
  }
})

test('issuing: at one’s own booth, anywhere, or not at all', async () => {
  const may: Record<string, number> = {
    visitor: 201,
    'officer, own': 201,
    'officer, other agency': 403,
    information: 201,
    'agency-admin, own': 201,
    'agency-admin, other': 403,
    supervisor: 201,
    manager: 201,
    operator: 403,
    auditor: 403,
  }
  for (const [who, status] of Object.entries(may)) {
    const answer = await hall.call('issueTicket', {
      body: { service: 'DUKC-01', delivery: 'none' },
      token: await people[who]?.(),
    })
    expect({ who, status: answer.status }).toEqual({ who, status })
  }
})

test('one browser may be kiosk, officer and visitor: the cookie of a counter does not speak for the kiosk or the phone', async () => {
  const token = await hall.officer(9)
  const cookie = { headers: { cookie: `antrean=${token}` } }
  const taken = await hall.call<{ ticket: Ticket }>('issueTicket', {
    ...cookie,
    body: { service: 'INFO-01', kiosk: 'K1', delivery: 'screen' },
  })
  expect(taken.status).toBe(201)
  const params = { publicCode: taken.body.ticket.publicCode }
  expect((await hall.call('acceptTicket', { ...cookie, params })).status).toBe(200)
  expect((await hall.call('visitorAction', { ...cookie, params, body: { action: 'cancel' } })).status).toBe(200)
})

test('[R4.11, R2.4] no category is kept anywhere, no priority and no public code reaches what others see', async () => {
  const categories = ['elderly', 'disability', 'pregnancy', 'infant']
  const taken = await Promise.all(categories.map((priority) => hall.issue('PTSP-01', { priority, delivery: 'none' })))
  await hall.callNext(1)
  const supervisor = await hall.hub.session('supervisor')
  const views = [
    (await hall.hub.http.get('/api/services')).text,
    (await hall.call('getHall', { token: supervisor })).text,
  ]
  for (const view of views) for (const { publicCode } of taken) expect(view).not.toContain(publicCode)
  expect((await hall.hub.http.get(`/api/tickets/${taken[0]?.publicCode}`)).body).toMatchObject({
    ticket: { priority: true },
  })
  expect((await hall.hub.http.get(`/api/tickets/${taken[0]?.id}`)).status).toBe(404)

  await hall.hub.stop()
  const kept = new Database(join(hall.hub.dataDir, 'antrean.sqlite'), { readonly: true })
  const tables = kept.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  const rows = tables.flatMap((table) => kept.prepare(`select * from "${table}" where 1`).all())
  kept.close()
  expect(rows.length).toBeGreaterThan(50)
  // The building's own texts speak of the elderly; what is said of people does not.
  const said = rows.filter((row) => (row as { type?: string }).type !== 'configured').map((row) => JSON.stringify(row))
  for (const category of categories) expect(said.filter((row) => row.includes(category))).toEqual([])
  const files = readdirSync(hall.hub.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  )
  for (const file of files)
    expect(readFileSync(join(hall.hub.dataDir, file), 'utf8')).not.toMatch(/elderly|disab|pregn|infant|priorit/i)
})
