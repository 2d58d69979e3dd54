import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHostFolder } from '../../../server/device-host/folder.ts'
import { type JobJournal, openJournal } from '../../../server/device-host/journal.ts'
import { createPieces } from '../../../server/device-host/pieces.ts'

const printed = { outcome: 'printed' } as const
const interrupted = { outcome: 'unknown', reason: 'interrupted' } as const

describe('the journal of a device host', () => {
  let folder: string
  let file: string
  let time = 1_000
  let opened: JobJournal[] = []
  const open = async (most?: number) => {
    const journal = await openJournal(file, () => time++, most)
    opened.push(journal)
    return journal
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'antrean-journal-'))
    file = join(folder, 'jobs.jsonl')
  })
  afterEach(async () => {
    for (const journal of opened) await journal[Symbol.asyncDispose]()
    opened = []
    rmSync(folder, { recursive: true, force: true })
  })

  test('knows after every end of the program what was printed, and of what nobody knows', async () => {
    const journal = await open()
    await journal.begin('K1/a')
    await journal.end('K1/a', printed)
    await journal.end('K1/b', { outcome: 'refused', reason: 'aborted' })
    await journal.begin('K1/c')
    expect(journal.ended('K1/c')).toBeUndefined()
    // Killed here: nothing is closed. Opened twice more, because the first time writes the file anew.
    await open()
    const again = await open()
    expect(again.id).toBe(journal.id)
    expect(['a', 'b', 'c', 'd'].map((job) => again.ended(`K1/${job}`))).toEqual([
      printed,
      { outcome: 'refused', reason: 'aborted' },
      interrupted,
      undefined,
    ])
  })

  test('killed at any byte of its writing, it never forgets a job whose bytes may have left', async () => {
    const journal = await open()
    const head = readFileSync(file).length
    await journal.begin('K1/a')
    const begun = readFileSync(file).length
    await journal.end('K1/a', printed)
    const whole = readFileSync(file)
    for (let length = head; length <= whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length))
      const again = await open()
      const expected = length < begun ? undefined : length < whole.length ? interrupted : printed
      expect([length, again.ended('K1/a')]).toEqual([length, expected])
      expect(again.id).toBe(journal.id)
    }
  })

  test('damaged elsewhere than at its end it is put aside, and another one begins under another name', async () => {
    const journal = await open()
    await journal.begin('K1/a')
    await journal.end('K1/a', printed)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"key"', '"k\u0000y'))
    const another = await open()
    expect(another.id).not.toBe(journal.id)
    expect(another.since()).toBeGreaterThan(journal.since())
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
  })

  test('keeps the newest jobs and those under way, and says since when it knows of all', async () => {
    const journal = await open(4)
    await journal.begin('K1/under-way')
    for (let job = 1; job <= 6; job++) await journal.end(`K1/${job}`, printed)
    expect(journal.ended('K1/1')).toBeUndefined()
    expect(journal.ended('K1/6')).toEqual(printed)
    expect(journal.since()).toBeGreaterThan(1_000)
    const again = await open(4)
    expect(again.since()).toBe(journal.since())
    expect(again.ended('K1/under-way')).toEqual(interrupted)
  })

  test('a job that could not be noted as begun is not begun; its end is known though the disk has failed', async () => {
    const journal = await open()
    await journal[Symbol.asyncDispose]()
    await expect(journal.begin('K1/a')).rejects.toThrow()
    await expect(journal.end('K1/b', printed)).rejects.toThrow()
    expect(journal.ended('K1/a')).toBeUndefined()
    expect(journal.ended('K1/b')).toEqual(printed)
  })

  test('its folder is for one device host alone, and its credential for nobody else', async () => {
    const first = await openHostFolder(join(folder, 'host'))
    await expect(openHostFolder(join(folder, 'host'))).rejects.toThrow('another device host is running')
    await first.keep({ token: 'secret', place: 'PC-KIOS-1', name: 'Kios' })
    await first[Symbol.asyncDispose]()
    await using second = await openHostFolder(join(folder, 'host'))
    expect(await second.credential()).toEqual({ token: 'secret', place: 'PC-KIOS-1', name: 'Kios' })
    await second.forget()
    expect(await second.credential()).toBeNull()
  })
})

describe('bytes in pieces', () => {
  const bytes = Buffer.from('Nomor antrean D 023')
  const id = createHash('sha256').update(bytes).digest('hex')
  const size = bytes.length
  const piece = (from: number, to: number) => ({ id, size, from, bytes: bytes.subarray(from, to) })

  test('are whole when every piece has come, in order, again, or overlapping', () => {
    const pieces = createPieces()
    expect(pieces.take(piece(0, 5))).toBe(5)
    expect(pieces.take(piece(8, 12))).toBe(5)
    expect(pieces.take(piece(0, 5))).toBe(5)
    expect(pieces.whole(id)).toBeUndefined()
    expect(pieces.take(piece(3, size))).toBe(size)
    expect(pieces.whole(id)).toEqual(bytes)
    expect(pieces.take(piece(0, 5))).toBe(size)
  })

  test('are thrown away when they are not what their name says, and begun anew', () => {
    const pieces = createPieces()
    expect(pieces.take({ ...piece(0, size), bytes: Buffer.from('Nomor antrean D 024') })).toBe(0)
    expect(pieces.whole(id)).toBeUndefined()
    expect(pieces.take(piece(0, size))).toBe(size)
  })

  test('are not kept for ever, nor beyond their size', () => {
    const pieces = createPieces(size * 2)
    const other = (index: number) => {
      const own = Buffer.alloc(size, index)
      const name = createHash('sha256').update(own).digest('hex')
      pieces.take({ id: name, size, from: 0, bytes: own })
    }
    pieces.take(piece(0, size))
    other(1)
    pieces.whole(id)
    other(2)
    expect(pieces.whole(id)).toEqual(bytes)
    other(3)
    other(4)
    expect(pieces.whole(id)).toBeUndefined()
    expect(pieces.take({ ...piece(0, 5), size: size * 3 })).toBe(0)
    expect(pieces.take({ ...piece(5, size), bytes: Buffer.alloc(size) })).toBe(0)
  })
})
