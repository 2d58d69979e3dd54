import { request } from 'node:http'
import type { HttpAnswer, Wish } from '../../_client.ts'
import { fillPath, type Route } from './_document.ts'
import { type OpenedHall, openHall, type Ticket } from './_hall.ts'
import { badBodies, hostileBodies, sampleBody } from './_samples.ts'

/** Every route of the document is put to this, so a new one is covered by being there. */
let hall: OpenedHall
let ticket: Ticket
let officer: string
let supervisor: string
let manager: string
beforeAll(async () => {
  hall = await openHall()
  officer = await hall.officer(5)
  supervisor = await hall.hub.session('supervisor')
  manager = await hall.hub.session('manager')
  ticket = await hall.issue('DUKC-01')
})
afterAll(() => hall[Symbol.asyncDispose]())

const routes = () => hall.document.routes
const posts = () => routes().filter(({ method }) => method === 'post')
function tokenFor({ roles }: Route) {
  if (!roles) return undefined
  if (roles.includes('officer')) return officer
  return roles.includes('supervisor') ? supervisor : manager
}
const pathOf = ({ path }: Route) => fillPath(path, { id: ticket.id, publicCode: ticket.publicCode, number: 5 })
const send = (route: Route, wish: Wish, path = pathOf(route)) =>
  hall.hub.http.send(route.method.toUpperCase(), path, { token: tokenFor(route), ...wish })

type Problem = { error: { name: string; message: { id: string; en: string }; fields?: { path: string }[] } }

/** What must be true of every refusal: words in both languages, nothing of our inside, and a hall as it was. */
function expectRefusal(answer: HttpAnswer<unknown>, statuses: readonly number[], what: string) {
  const { status, text, body } = answer
  if (!statuses.includes(status))
    throw new Error(`${what}: ${status} instead of ${statuses.join(' or ')}: ${text.slice(0, 200)}`)
  expect(text).not.toMatch(/node_modules|\bat \w+.*:\d+|\.(ts|js|mjs):\d|SQLITE|Error:/)
  const said =
    (body as Problem | null)?.error?.message ?? (body as { refusal?: { message: object } } | null)?.refusal?.message
  expect({ what, said }).toEqual({ what, said: { id: expect.any(String), en: expect.any(String) } })
}

/** Runs it and proves that not one event was written meanwhile. */
async function unchanged(work: () => Promise<unknown>) {
  const before = await hall.seq()
  await work()
  expect(await hall.seq()).toBe(before)
}

test('wrong types, missing and extra fields: 400, and the bad field is named', async () => {
  let tried = 0
  await unchanged(async () => {
    for (const route of posts()) {
      for (const { what, field, body } of badBodies(route)) {
        const answer = await send(route, { body })
        tried++
        expectRefusal(answer, [400], `${route.id}: ${what}`)
        const paths = (answer.body as Problem).error.fields?.map(({ path }) => path.split('.')[0])
        if (field !== null) expect({ what, paths }).toEqual({ what, paths: expect.arrayContaining([field]) })
      }
    }
  })
  expect(tried).toBeGreaterThan(200)
})

test('several bad fields are all named at once', async () => {
  const answer = await send(hall.document.route('issueTicket'), { body: { service: 5, delivery: 'air', locale: 'fr' } })
  expect((answer.body as Problem).error.fields?.map(({ path }) => path)).toEqual(['service', 'locale', 'delivery'])
})

test('control bytes and hostile text: refused, or an unknown thing', async () => {
  await unchanged(async () => {
    for (const route of posts().filter(({ id }) => id !== 'startSimulation')) {
      for (const { what, body } of hostileBodies(route)) {
        const isPlain = !/\p{Cc}/u.test(Object.values(body as object).join(''))
        if (isPlain && !/service|ticket|kiosk/.test(what)) continue
        expectRefusal(await send(route, { body }), [400, 404], `${route.id}: ${what}`)
      }
    }
  })
})

const malformed: [string, Wish][] = [
  ['half an object', { raw: '{"service":' }],
  ['a text', { raw: '"elderly"' }],
  ['null', { raw: 'null' }],
  ['a number', { raw: '5' }],
  ['NUL bytes', { raw: Buffer.alloc(200) }],
  ['no UTF-8', { raw: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }],
  ['nested 30,000 deep', { raw: '['.repeat(30_000) }],
  ['a prototype', { raw: '{"__proto__":{"role":"manager"}}' }],
  [
    'a form',
    { raw: 'service=DUKC-01&delivery=none', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [
    'JSON that says it is text',
    { raw: '{"service":"DUKC-01","delivery":"none"}', headers: { 'content-type': 'text/plain' } },
  ],
  ['not gzip', { raw: 'x'.repeat(50), headers: { 'content-encoding': 'gzip' } }],
  ['an unknown encoding', { raw: '{}', headers: { 'content-encoding': 'rot13' } }],
  ['an unknown charset', { raw: '{}', headers: { 'content-type': 'application/json; charset=iso-8859-1' } }],
]

test.each(malformed)('a body that is %s: 400 on every route', async (what, wish) => {
  await unchanged(async () => {
    for (const route of posts()) expectRefusal(await send(route, wish), [400], `${route.id}: ${what}`)
  })
})

test('a megabyte, or four where a list or a building may come: 413 on every route, whatever it says it is', async () => {
  const isLarge = ({ id }: Route) => /Site$|Package$|^importBookings$|^recordWord$/.test(id)
  await unchanged(async () => {
    for (const route of posts()) {
      const raw = JSON.stringify({ service: 'x'.repeat(isLarge(route) ? 4 << 20 : 1 << 20) })
      // A route that takes a file has room for it, and judges what it is.
      const refusals = route.id === 'addMedia' ? [400] : [413]
      expectRefusal(await send(route, { raw }), refusals, route.id)
      expectRefusal(await send(route, { raw, headers: { 'content-type': 'text/plain' } }), refusals, route.id)
    }
  })
})

test('a megabyte in pieces, without a length: 413', async () => {
  const { hostname, port } = new URL(hall.hub.url)
  const status = await new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port,
      method: 'POST',
      path: '/api/tickets',
      headers: { 'content-type': 'application/json' },
    })
    asked.on('response', (response) => resolve(response.statusCode))
    // The hub may hang up on what it will not read.
    asked.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    )
    asked.write('{"service":"')
    for (let piece = 0; piece < 16; piece++) asked.write('x'.repeat(65_536))
    asked.end('"}')
  })
  expect(status).toBe(413)
})

const badKeys = ['', 'two words', 'x'.repeat(201), 'kunci-é', 'tab\there']
test.each(badKeys)('idempotency key %j: 400 on every route', async (key) => {
  await unchanged(async () => {
    for (const route of posts()) {
      const answer = await send(route, { body: sampleBody(route), headers: { 'idempotency-key': key } })
      expectRefusal(answer, [400], route.id)
      expect((answer.body as Problem).error.fields?.map(({ path }) => path)).toEqual(['Idempotency-Key'])
    }
  })
})

const badIds = [
  'absent',
  '01890000-0000-7000-8000-000000000000',
  'x'.repeat(5000),
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%0a%1b%5b31m',
  '%E0%A4%A',
  '%F0%9F%8E%AB',
  '__proto__',
  'constructor',
  "1'%20or%20'1'='1",
]
const badNumbers = ['9999', '0', '-1', '05', '5.5', '1e3', '0x5', 'abc', '99999999999999999999', '%35%00', 'NaN']

test('unknown, endless, broken and foreign ids: 404, or 400 where the address itself is broken', async () => {
  await unchanged(async () => {
    for (const route of routes().filter(({ path }) => path.includes('{'))) {
      for (const bad of route.path.includes('{number}') ? badNumbers : badIds) {
        const path = route.path.replace(/\{\w+\}/, bad)
        const answer = await send(route, route.body ? { body: sampleBody(route) } : {}, path)
        expectRefusal(answer, bad === '%E0%A4%A' ? [400] : [404], `${route.id} ${path.slice(0, 80)}`)
      }
    }
  })
})

test('other people’s counters and tickets in hand: 403', async () => {
  const other = await hall.officer(9)
  const called = await hall.issue('BPJK-01')
  await hall.callNext(9)
  await unchanged(async () => {
    const isTheirs = ({ path, roles }: Route) =>
      roles?.includes('officer') && /^\/api\/(counters|tickets)\/\{/.test(path)
    for (const route of posts().filter(isTheirs)) {
      const path = fillPath(route.path, { id: called.id, number: 9 })
      expectRefusal(await send(route, { body: sampleBody(route) }, path), [403], route.id)
    }
  })
  expect(other).not.toBe(officer)
})

test('no session, and one that nobody gave: 401', async () => {
  const strangers: Wish[] = [
    { headers: {} },
    { headers: { authorization: 'Bearer x' } },
    { headers: { authorization: `Bearer ${'x'.repeat(4000)}` } },
    { headers: { cookie: 'antrean=abc' } },
    { headers: { authorization: 'Basic YTpi' } },
  ]
  await unchanged(async () => {
    for (const route of routes().filter(({ roles }) => roles)) {
      for (const wish of strangers) {
        const answer = await hall.hub.http.send(route.method.toUpperCase(), pathOf(route), {
          ...wish,
          ...(route.body ? { body: sampleBody(route) } : {}),
        })
        expectRefusal(answer, [401], route.id)
      }
    }
  })
})

test('addresses that lead out of the house lead nowhere', async () => {
  const addresses = [
    '/%',
    '/nowhere',
    '/api/nowhere',
    '/../../etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/server/main.js',
    '/fonts/..%5c..%5cpackage.json',
    '/fonts/%00',
    '/t/%E0',
    '/virtual/printers/..%2f..%2f',
    '/virtual/printers/K9',
    '/virtual/printers/K1/..%2f..%2fantrean.sqlite',
    '/virtual/printers/K1/switches.json',
    '/announcements/..%2fantrean.sqlite',
  ]
  for (const address of addresses) {
    const { status, text } = await hall.hub.http.get(address)
    expect({ address, isRefused: status === 400 || status === 404 }).toEqual({ address, isRefused: true })
    expect(text).not.toMatch(/root:|"dependencies"|SQLite format|\bat \w+.*:\d+/)
  }
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
    expect((await hall.hub.http.send(method, '/api/tickets', { body: {} })).status).toBeLessThan(500)
  }
  const form = { raw: 'paperOut=on', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  expect((await hall.hub.http.post('/virtual/printers/K9/switches', form)).status).toBe(404)
  expect(
    (await hall.hub.http.post('/virtual/printers/K1/switches', { ...form, raw: 'x'.repeat(1 << 20) })).status,
  ).toBe(413)
})

test('dates that no calendar tells: 400', async () => {
  const days = ['0000-01-01', '0001-01-01', '9999-12-31']
  await unchanged(async () => {
    for (const day of days) {
      const at = `${day}T08:00:00Z`
      const asked: [string, string, object?][] = [
        ['GET', `/api/services/DUKC-02/slots?day=${day}`],
        ['GET', `/api/bookings?day=${day}`],
        ['GET', `/api/roster?day=2026-07-14&to=${day}`],
        ['POST', '/api/bookings', { service: 'DUKC-02', slotAt: at }],
        ['POST', `/api/tickets/${ticket.id}/another-day`, { date: day }],
        ['POST', '/api/tickets/paper', { service: 'DUKC-01', number: 5, takenAt: at }],
        ['POST', '/api/building/pause', { reason: 'power', until: at }],
        ['POST', '/api/site/changes', { changes: [], effective: day }],
        ['POST', '/api/counters/5/break', { reason: 'x', until: at }],
      ]
      for (const [method, path, body] of asked) {
        const answer = await hall.hub.http.send(method, path, { token: manager, ...(body ? { body } : {}) })
        expectRefusal(answer, [400], `${method} ${path}`)
      }
    }
  })
})

test('after all of it the hall serves, and the hub found no fault in itself', async () => {
  expect((await hall.issue('DUKC-01')).label).toBe('D-002')
  expect(hall.hub.faults()).toEqual([])
})
