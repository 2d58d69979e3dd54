import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { runProgram, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { createLedger, createVisitor } from './_crowd.ts'
import { readJournal, ticketsOf } from './_journal.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'antrean-life-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('every bad setting is reported at once, by its name, and the exit status is not 0', async () => {
  const bad = {
    PORT: '99999999',
    PUBLIC_URL: 'ftp://kios',
    ANTREAN_RULES: 'some',
    ANTREAN_CLOCK: 'tomorrow x60',
  }
  const { code, output } = await runProgram({ env: bad })
  expect(code).toBe(2)
  for (const name of Object.keys(bad)) expect(output).toContain(`${name}: `)
})

test.each([
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '8080.5'],
  ['ANTREAN_CLOCK', '2026-07-14T08:00:00'],
  ['ANTREAN_CLOCK', '2026-07-14T08:00:00+08:00 60'],
  ['ANTREAN_CLOCK', '2026-07-14T08:00:00+08:00 x0'],
  ['ANTREAN_CLOCK', '2026-13-14T08:00:00+08:00'],
  ['PUBLIC_URL', 'mpp.paser'],
])('%s=%s is a mistake that bears its name', (name, value) => {
  expect(() => readConfig({ [name]: value }, true)).toThrow(new RegExp(`^${name}: `))
})

test('a site package that is not there, or has mistakes, is refused in words', async () => {
  const empty = join(dataDir, 'site.json')
  writeFileSync(empty, '{}')
  for (const file of [empty, join(dataDir, 'absent.json')]) {
    const { code, output } = await runProgram({ env: { ANTREAN_SITE: file } })
    expect(code).toBe(1)
    expect(output).toContain(file)
    expect(output).not.toMatch(/\bat \w+.*:\d+/)
  }
})

test('the clock and the rules of the demo are refused outside it; without a production site it says so and ends with 78', async () => {
  const demoOnly = await runProgram({
    args: [],
    env: { ANTREAN_CLOCK: '2026-07-14T08:00:00+08:00', ANTREAN_RULES: 'full' },
  })
  expect(demoOnly.code).toBe(2)
  expect(demoOnly.output).toMatch(/ANTREAN_CLOCK: .*\n\s*ANTREAN_RULES: /)
  const bare = await runProgram({ args: [] })
  expect(bare.code).toBe(78)
  expect(bare.output).toMatch(/npm start/)
})

test('a port in use says so, and leaves the folder free', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const { code, output } = await runProgram({ dataDir, env: { PORT: `${port}` } })
  other.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port} is in use`)
  await using hub = await startHub({ dataDir })
  expect((await hub.http.get('/healthz')).status).toBe(200)
})

test('a second hub on the same folder says so; after a kill the folder is free at once', async () => {
  await using hub = await startHub({ dataDir })
  for (const env of [{}, { ANTREAN_CLOCK: '2026-07-14T08:00:00+08:00' }]) {
    const { code, output } = await runProgram({ dataDir, env })
    expect(code).toBe(1)
    expect(output).toContain(`Another hub is already running on ${dataDir}`)
  }
  await hub.kill()
  await using next = await startHub({ dataDir })
  expect((await next.http.get('/healthz')).status).toBe(200)
})

test('SIGTERM while busy: within 5 s, status 0, whoever was answered is in the journal, and screens are let go', async () => {
  await using hub = await startHub({ dataDir })
  const ledger = createLedger()
  const visitors = Array.from({ length: 20 }, () => createVisitor(ledger, ['DUKC-01', 'BPJK-01']))
  const working = visitors.map((visitor) => visitor.work(hub, () => false))
  await until(() => ledger.answered.size >= 200)
  // The hub's own promise; on a laden machine it takes a tenth of it.
  const tooLate = new Promise((resolve) => setTimeout(() => resolve('too late'), 5000).unref())
  expect(await Promise.race([hub.stop(), tooLate])).toBe(0)
  await Promise.all(working)
  expect(hub.faults()).toEqual([])
  const issued = new Set(ticketsOf(readJournal(dataDir), 'issued').map(({ id }) => id))
  const answered = [...ledger.answered.values()]
    .filter(({ status }) => status === 201)
    .map(({ text }) => (JSON.parse(text) as { ticket: { id: string } }).ticket.id)
  expect(answered.filter((id) => !issued.has(id))).toEqual([])
})
