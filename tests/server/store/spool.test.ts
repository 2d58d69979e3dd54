import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { SpoolStore } from '../../../server/printing/spooler.ts'
import type { Store } from '../../../server/store/store.ts'
import { openSpoolFile } from '../printing/_spool.ts'

let folder: string
let file: Awaited<ReturnType<typeof openSpoolFile>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'))
  file = await openSpoolFile(join(folder, 'hall.db'))
})
afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true })
})

/** Compiles only while the store's thread answers what the spooler asks. */
const asSpoolStore = (store: Pick<Store, 'spool'>): SpoolStore => store.spool

test('the store’s thread offers the spooler’s port', () => {
  expect(asSpoolStore({ spool: file.store as Store['spool'] })).toBe(file.store)
})

const addJob = (n: number, bytes = Buffer.from(`slip ${n}`)) =>
  file.spool.add({ id: `job-${n}`, ticket: `ticket-${n % 3}`, label: 'D-001', printer: 'kiosk-1', bytes, at: n })

test('bytes come back as they went in, and once', () => {
  const slip = Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * index) % 251))
  expect(addJob(1, slip)).toBe('added')
  expect(addJob(1, slip)).toBe('known')
  expect(file.spool.take('job-1', 5)).toEqual(slip)
  expect(file.spool.take('job-1', 6)).toBeNull()
})

test('the first end of a job stays', () => {
  addJob(1)
  file.spool.take('job-1', 2)
  file.spool.settle('job-1', { outcome: 'printed', reason: null }, 3)
  file.spool.settle('job-1', { outcome: 'unknown', reason: 'interrupted' }, 4)
  expect(file.spool.readOpen()).toMatchObject([{ id: 'job-1', state: 'printed', reason: null }])
})

test('every write after a relaxed one waits for the disk again', () => {
  addJob(1)
  expect(file.sqlite.pragma('synchronous', { simple: true })).toBe(2)
})

test('[R3.24] whatever the order of commands, a job is taken once, and a withdrawn ticket has no slip', () => {
  const command = fc.record({
    verb: fc.constantFrom('add', 'take', 'end', 'withdraw'),
    n: fc.integer({ min: 0, max: 8 }),
  })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      file.sqlite.exec('delete from print_job')
      const taken = new Map<string, number>()
      for (const { verb, n } of commands) {
        const id = `job-${n}`
        if (verb === 'add') addJob(n)
        else if (verb === 'take' && file.spool.take(id, 1)) taken.set(id, (taken.get(id) ?? 0) + 1)
        else if (verb === 'end' && taken.has(id)) file.spool.settle(id, { outcome: 'printed', reason: null }, 1)
        else if (verb === 'withdraw') {
          const hasSlip = [...taken.keys()].some((job) => Number(job.slice(4)) % 3 === n % 3)
          expect(file.spool.withdraw(`ticket-${n % 3}`, 1)).toBe(hasSlip ? 'too-late' : 'withdrawn')
        }
      }
      expect([...taken.values()].every((times) => times === 1)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
