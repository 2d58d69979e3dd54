import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Printer, PrintResult, Slip } from '../../../drivers/printers/printer.ts'
import { listSlips, pickSwitches, writeSwitches } from '../../../drivers/printers/slip-folder.ts'
import { openVirtualPrinter } from '../../../drivers/printers/virtual-printer.ts'
import { type JobResult, openSpooler, type SpoolerOptions, type SpoolStore } from '../../../server/printing/spooler.ts'
import { openSpoolFile } from './_spool.ts'

let folder: string
let file: Awaited<ReturnType<typeof openSpoolFile>>
let results: JobResult[]
let troubles: unknown[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spool-'))
  file = await openSpoolFile(join(folder, 'hall.db'))
  results = []
  troubles = []
})
afterEach(async () => {
  file.close()
  await rm(folder, { recursive: true })
})

const job = (n: number, printer = 'kiosk-1') => ({
  id: `job-${n}`,
  ticket: `ticket-${n}`,
  label: `D-${String(n).padStart(3, '0')}`,
  printer,
  bytes: Buffer.from(`\x1b@slip ${n}\n`),
})

const open = (printers: Printer[], more: Partial<SpoolerOptions> = {}) =>
  openSpooler({
    store: file.store,
    printerOf: (wanted) => printers.find(({ name }) => name === wanted),
    now: () => 1_000,
    onResult: async (result) => void results.push(result),
    onTrouble: (error) => void troubles.push(error),
    giveUpMs: 50,
    ...more,
  })

const virtual = (name = 'kiosk-1') =>
  openVirtualPrinter({ name, folder: join(folder, name), widthDots: 384, now: () => 0, slowMs: 60_000 })

const switchOn = (on: string, name = 'kiosk-1') =>
  writeSwitches(
    join(folder, name),
    pickSwitches((each) => each === on),
  )

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
const states = () =>
  Object.fromEntries(
    file.sqlite
      .prepare('select id, state from print_job order by id')
      .all()
      .map((row) => Object.values(row as { id: string; state: string })),
  )
const labels = async (name = 'kiosk-1') => (await listSlips(join(folder, name))).map(({ label }) => label).reverse()

/** A device whose every print waits until the test says how it ends. */
function openHeldPrinter(name = 'kiosk-1') {
  const waiting: ((result: PrintResult) => void)[] = []
  const slips: Slip[] = []
  const printer: Printer = {
    name,
    print: (slip) => {
      slips.push(slip)
      return new Promise((resolve) => waiting.push(resolve))
    },
    status: async () => ({ state: 'unknown', at: 0 }),
    [Symbol.asyncDispose]: async () => undefined,
  }
  return { printer, slips, end: (result: PrintResult) => waiting.shift()?.(result) }
}

test('slips are printed in order, each told once, and their bytes are let go', async () => {
  const spooler = await open([virtual()])
  await Promise.all([1, 2, 3, 4].map((n) => spooler.enqueue(job(n))))
  await until(() => results.length === 4)
  await spooler[Symbol.asyncDispose]()
  expect(await labels()).toEqual(['D-001', 'D-002', 'D-003', 'D-004'])
  expect(results.map(({ ticket, outcome }) => [ticket, outcome])).toEqual(
    [1, 2, 3, 4].map((n) => [`ticket-${n}`, 'printed']),
  )
  expect(
    file.sqlite.prepare('select count(*) n from print_job where bytes is not null or told_at is null').get(),
  ).toEqual({
    n: 0,
  })
})

test('before a byte leaves, the job is durably sending', async () => {
  const seen: unknown[] = []
  const watching: Printer = {
    ...virtual(),
    print: async () => {
      const other = await openSpoolFile(join(folder, 'hall.db'))
      seen.push(other.spool.readOpen().map(({ state }) => state))
      other.close()
      return { outcome: 'printed' }
    },
  }
  const spooler = await open([watching])
  await spooler.enqueue(job(1))
  await until(() => results.length === 1)
  expect(seen).toEqual([['sending']])
})

test('the same job enqueued twice is printed once', async () => {
  const spooler = await open([virtual()])
  await spooler.enqueue(job(1))
  await spooler.enqueue(job(1))
  await spooler.enqueue(job(2))
  await until(() => results.length === 2)
  expect(await labels()).toEqual(['D-001', 'D-002'])
})

test('[R3.24] paper out is told at once and not tried again behind the visitor’s back', async () => {
  await switchOn('paperOut')
  const spooler = await open([virtual()])
  await spooler.enqueue(job(1))
  await until(() => results.length === 1)
  expect(results[0]).toMatchObject({ ticket: 'ticket-1', outcome: 'refused', reason: 'paper-out' })
  await switchOn('')
  await spooler.enqueue(job(2))
  await until(() => results.length === 2)
  await spooler[Symbol.asyncDispose]()
  await (await open([virtual()]))[Symbol.asyncDispose]()
  expect(await labels()).toEqual(['D-002'])
})

test('a printer nobody knows refuses', async () => {
  const spooler = await open([virtual()])
  await spooler.enqueue(job(1, 'kiosk-9'))
  await until(() => results.length === 1)
  expect(results[0]).toMatchObject({ outcome: 'refused', reason: 'no-such-printer' })
})

test('a printer that hangs holds up nobody else’s slips', async () => {
  const hung = openHeldPrinter('kiosk-1')
  const spooler = await open([hung.printer, virtual('kiosk-2')])
  await spooler.enqueue(job(1))
  await spooler.enqueue(job(2))
  for (const n of [3, 4, 5]) await spooler.enqueue(job(n, 'kiosk-2'))
  await until(() => results.length === 3)
  expect(await labels('kiosk-2')).toEqual(['D-003', 'D-004', 'D-005'])
  expect(hung.slips).toHaveLength(1)
  hung.end({ outcome: 'printed' })
  await until(() => hung.slips.length === 2)
  hung.end({ outcome: 'printed' })
  await until(() => results.length === 5)
})

test('[R3.24] a driver that never answers, or throws, is unknown, and the line goes on', async () => {
  const hung = openHeldPrinter()
  const spooler = await open([hung.printer], { printMs: 30 })
  await spooler.enqueue(job(1))
  await until(() => results.length === 1)
  expect(results[0]).toMatchObject({ outcome: 'unknown', reason: 'stalled' })
  await spooler.enqueue(job(2))
  await until(() => hung.slips.length === 2)
  hung.end({ outcome: 'printed' })
  await until(() => results.length === 2)

  const broken: Printer = { ...virtual('kiosk-3'), print: () => Promise.reject(new Error('lost')) }
  const other = await open([broken])
  await other.enqueue(job(3, 'kiosk-3'))
  await until(() => results.length === 3)
  expect(results[2]).toMatchObject({ outcome: 'unknown', reason: 'failed' })
})

describe('[R3.24] withdrawing', () => {
  test('takes back what still waits, and it is never printed or told', async () => {
    const held = openHeldPrinter()
    const spooler = await open([held.printer])
    await spooler.enqueue(job(1))
    await spooler.enqueue(job(2))
    await until(() => held.slips.length === 1)
    expect(await spooler.withdraw('ticket-2')).toBe('withdrawn')
    await spooler.enqueue(job(3))
    held.end({ outcome: 'printed' })
    await until(() => held.slips.length === 2)
    held.end({ outcome: 'printed' })
    await until(() => results.length === 2)
    expect(held.slips.map(({ label }) => label)).toEqual(['D-001', 'D-003'])
    expect(results.map(({ ticket }) => ticket)).toEqual(['ticket-1', 'ticket-3'])
  })

  test('has to wait while a printer has it in hand, and comes too late when bytes may have left', async () => {
    const held = openHeldPrinter()
    const spooler = await open([held.printer])
    await spooler.enqueue(job(1))
    await until(() => held.slips.length === 1)
    expect(await spooler.withdraw('ticket-1')).toBe('under-way')
    held.end({ outcome: 'unknown', reason: 'no-answer' })
    await until(() => results.length === 1 && spooler.waiting('kiosk-1') === 0)
    expect(await spooler.withdraw('ticket-1')).toBe('too-late')
  })

  test('is certain for a refused slip and for a ticket without one', async () => {
    await switchOn('offline')
    const spooler = await open([virtual()])
    await spooler.enqueue(job(1))
    await until(() => results.length === 1)
    expect(await spooler.withdraw('ticket-1')).toBe('withdrawn')
    expect(await spooler.withdraw('ticket-7')).toBe('withdrawn')
  })
})

describe('[R3.24] the next printer', () => {
  const next = (moved: string[]): NonNullable<SpoolerOptions['next']> => ({
    find: async ({ id, printer }) =>
      printer === 'kiosk-1' ? { printer: 'kiosk-2', bytes: Buffer.from(`\x1b@${id} for the other paper\n`) } : null,
    moved: ({ id, printer }) => void moved.push(`${id} ${printer}`),
  })

  test('prints a slip of which the first took no byte, as the same job, with bytes for its own paper', async () => {
    await switchOn('coverOpen')
    const moved: string[] = []
    const failures: string[] = []
    const spooler = await open([virtual(), virtual('kiosk-2')], {
      next: next(moved),
      onFailure: (printer, reason) => void failures.push(`${printer} ${reason}`),
    })
    await spooler.enqueue(job(1))
    await until(() => results.length === 1)
    expect(results).toMatchObject([{ job: 'job-1', printer: 'kiosk-2', outcome: 'printed' }])
    expect([moved, failures]).toEqual([['job-1 kiosk-2'], ['kiosk-1 cover-open']])
    expect([await labels(), await labels('kiosk-2')]).toEqual([[], ['D-001']])
    const [kept] = await listSlips(join(folder, 'kiosk-2'))
    expect(await readFile(join(folder, 'kiosk-2', kept?.escpos ?? ''), 'latin1')).toContain('for the other paper')
  })

  test('has none left when it refuses too: then the slip is refused, once', async () => {
    await switchOn('coverOpen')
    await switchOn('paperOut', 'kiosk-2')
    const spooler = await open([virtual(), virtual('kiosk-2')], { next: next([]) })
    await spooler.enqueue(job(1))
    await until(() => results.length === 1)
    expect(results).toMatchObject([{ job: 'job-1', printer: 'kiosk-2', outcome: 'refused', reason: 'paper-out' }])
  })

  test('never gets a slip of which bytes have left', async () => {
    const held = openHeldPrinter()
    const spooler = await open([held.printer, virtual('kiosk-2')], { next: next([]) })
    await spooler.enqueue(job(1))
    await until(() => held.slips.length === 1)
    expect(held.slips[0]?.job).toBe('job-1')
    held.end({ outcome: 'unknown', reason: 'cut-off' })
    await until(() => results.length === 1)
    expect(results).toMatchObject([{ printer: 'kiosk-1', outcome: 'unknown' }])
    expect(await labels('kiosk-2')).toEqual([])
  })

  test('keeps it over a crash, and a withdrawn slip never moves', async () => {
    await switchOn('coverOpen')
    const held = openHeldPrinter('kiosk-2')
    const before = await open([virtual(), held.printer], { next: next([]) })
    for (const n of [1, 2]) await before.enqueue(job(n))
    await until(() => held.slips.length === 1)
    await until(() => states()['job-2'] === 'queued' && before.waiting('kiosk-2') === 2)
    expect(await before.withdraw('ticket-2')).toBe('withdrawn')
    expect(await before.withdraw('ticket-1')).toBe('under-way')

    const after = await open([virtual(), virtual('kiosk-2')], { next: next([]) })
    await until(() => results.length === 1)
    expect(results).toMatchObject([{ job: 'job-1', outcome: 'unknown', reason: 'interrupted' }])
    expect(await labels('kiosk-2')).toEqual([])
    await after[Symbol.asyncDispose]()
  })
})

describe('after a crash', () => {
  test.each([
    [{ outcome: 'printed' }, 'printed', null],
    [{ outcome: 'refused', reason: 'aborted' }, 'refused', 'aborted'],
    [new Error('lost'), 'unknown', 'interrupted'],
  ] as const)(
    'whoever is on the way to the printer is asked what became of the slip: %j',
    async (said, outcome, reason) => {
      const held = openHeldPrinter()
      const before = await open([held.printer])
      await before.enqueue(job(1))
      await until(() => held.slips.length === 1)
      const asked: string[] = []
      const knowing: Printer = {
        ...openHeldPrinter().printer,
        outcomeOf: async (id) => {
          asked.push(id)
          if (said instanceof Error) throw said
          return said
        },
      }
      await open([knowing])
      await until(() => results.length === 1)
      expect(asked).toEqual(['job-1'])
      expect(results).toMatchObject([{ job: 'job-1', outcome, reason }])
    },
  )

  /** The store stops answering at that operation, as if the process had died there. */
  const dyingAt = (operation: keyof SpoolStore): SpoolStore => ({
    ...file.store,
    [operation]: () => Promise.reject(new Error('killed')),
  })

  test('[R3.24] a slip under way counts as unknown and is not printed again; the rest is printed', async () => {
    const held = openHeldPrinter()
    const before = await open([held.printer])
    for (const n of [1, 2, 3]) await before.enqueue(job(n))
    await until(() => held.slips.length === 1)
    expect(states()).toEqual({ 'job-1': 'sending', 'job-2': 'queued', 'job-3': 'queued' })

    const after = await open([virtual()])
    await until(() => results.length === 3)
    expect(await labels()).toEqual(['D-002', 'D-003'])
    expect(results.map(({ job: id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['job-1', 'unknown', 'interrupted'],
      ['job-2', 'printed', null],
      ['job-3', 'printed', null],
    ])
    await after[Symbol.asyncDispose]()
  })

  test('a result that nobody had heard is told again, and then no more', async () => {
    const dying = await open([virtual()], { onResult: () => Promise.reject(new Error('killed')) })
    await dying.enqueue(job(1))
    await until(() => troubles.length === 1)
    expect(results).toEqual([])
    await (await open([virtual()]))[Symbol.asyncDispose]()
    expect(results.map(({ job: id, outcome }) => [id, outcome])).toEqual([['job-1', 'printed']])
    await (await open([virtual()]))[Symbol.asyncDispose]()
    expect(results).toHaveLength(1)
    expect(await labels()).toEqual(['D-001'])
  })

  test.each(['take', 'settle', 'markTold'] as const)(
    'killed at %s, no slip is printed twice or forgotten',
    async (operation) => {
      const dying = await open([virtual()], { store: dyingAt(operation) })
      await dying.enqueue(job(1))
      await until(() => troubles.length === 1)
      await dying[Symbol.asyncDispose]()
      const after = await open([virtual()])
      await until(() => results.length >= 1 && Object.values(states())[0] !== 'queued')
      await after[Symbol.asyncDispose]()
      expect(await labels()).toEqual(['D-001'])
      expect(['printed', 'unknown']).toContain(results.at(-1)?.outcome)
      expect(file.spool.readOpen()).toEqual([])
    },
  )
})

test('closing ends a slow slip, leaves the waiting ones for the next start, and twice is safe', async () => {
  await switchOn('slow')
  const spooler = await open([virtual()])
  await spooler.enqueue(job(1))
  await spooler.enqueue(job(2))
  await until(() => states()['job-1'] === 'sending')
  await spooler[Symbol.asyncDispose]()
  await spooler[Symbol.asyncDispose]()
  expect(states()).toEqual({ 'job-1': 'refused', 'job-2': 'queued' })
  await switchOn('')
  await open([virtual()])
  await until(() => results.length === 2)
  expect(await labels()).toEqual(['D-002'])
})

test('ended jobs can be forgotten, open ones cannot', async () => {
  const held = openHeldPrinter()
  const spooler = await open([held.printer, virtual('kiosk-2')])
  await spooler.enqueue(job(1))
  await spooler.enqueue(job(2, 'kiosk-2'))
  await until(() => results.length === 1 && held.slips.length === 1)
  await until(() => file.spool.readOpen().length === 1)
  expect(file.spool.prune(500)).toBe(0)
  expect(file.spool.prune(5_000)).toBe(1)
  expect(states()).toEqual({ 'job-1': 'sending' })
  held.end({ outcome: 'printed' })
  await until(() => results.length === 2)
})
