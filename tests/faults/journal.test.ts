import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../server/store/store.ts'
import { startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { expectWholeSeries, readJournal, ticketsOf } from './_journal.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[R8.3] a journal that cannot be written: everything since is refused, nothing changes, and the same key works afterwards', async () => {
  await using hub = await startHub({ dataDir: folder })
  const issue = (key: string) => hub.http.post('/api/tickets', { body: { service: 'DUKC-01', delivery: 'none' }, key })
  expect((await issue('before')).status).toBe(201)
  const health = async () => (await hub.http.get<{ seq: number }>('/healthz')).body.seq
  const seq = await health()

  // Another writer holds the file, as a stuck backup or a failing disk would.
  const other = new Database(join(folder, 'antrean.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  const refused = await Promise.all(['one', 'two', 'three'].map(issue))
  expect(refused.map(({ status, body }) => ({ status, body }))).toEqual(
    refused.map(() => ({ status: 503, body: { refusal: { name: 'hall-unavailable', message: expect.any(Object) } } })),
  )
  expect(await health()).toBe(seq)
  expect(
    (await hub.http.get<{ services: { code: string; waiting: number }[] }>('/api/services')).body.services.find(
      ({ code }) => code === 'DUKC-01',
    )?.waiting,
  ).toBe(1)
  other.exec('ROLLBACK')
  other.close()

  await until(async () => (await issue('one')).status !== 503)
  const again = await issue('one')
  expect(again.body).toMatchObject({ ticket: { label: 'D-002' } })
  expect((await issue('one')).text).toBe(again.text)
  expect((await issue('before')).body).toMatchObject({ ticket: { label: 'D-001' } })
  await hub.stop()
  expectWholeSeries(ticketsOf(readJournal(folder), 'issued'))
  expect(hub.faults().every((line) => /could not be written|timers/.test(line))).toBe(true)
})

test('a store whose thread has died says no at once, and says that it has failed', async () => {
  const workerFile = join(folder, 'dying.mjs')
  writeFileSync(
    workerFile,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage({ id: 0, value: null })
     parentPort.on('message', () => { throw new Error('out of memory') })`,
  )
  await using store = await openStore({
    file: join(folder, 'x.sqlite'),
    migrationsFolder: folder,
    site: 'x',
    workerFile,
  })
  await expect(store.journal.append([])).rejects.toThrow('out of memory')
  await expect(store.journal.readPresent()).rejects.toThrow('out of memory')
  expect((await store.failed).message).toBe('out of memory')
})
