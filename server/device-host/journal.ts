import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { type PrintResult, unproven } from '../../drivers/printers/printer.ts'

/** What this PC began to print and how it ended, on its disk before anything else happens. */
export interface JobJournal extends AsyncDisposable {
  /** Another journal, another id: it knows nothing of the jobs of this one. */
  readonly id: string
  /** From when on it knows of every job; epoch ms of this PC. */
  since(): number
  /** How the job ended; undefined when it was not begun, or is under way. */
  ended(key: string): PrintResult | undefined
  /** Resolves when it is on the disk that bytes of this job may be on paper. */
  begin(key: string): Promise<void>
  /** Resolves when the end is on the disk. Also of a job that was never begun, and now never will be. */
  end(key: string, result: PrintResult): Promise<void>
}

type Head = { journal: string; since: number }
type Line = { key: string; at: number; result: PrintResult | null }

/** Two working weeks of a busy printer. */
const keptJobs = 10_000

/**
 * Opens the journal, or begins one. A job that was under way when the program ended may be on paper: its end is unknown.
 * A line torn at the end was never relied on; damage anywhere else makes the file worthless, and a new one is begun.
 */
export async function openJournal(file: string, now: () => number, most = keptJobs): Promise<JobJournal> {
  const read = readLines(await readFile(file, 'utf8').catch(() => ''))
  if (read === null) await rename(file, `${file}.damaged-${now()}`)
  const head: Head = read?.head ?? { journal: randomUUID(), since: now() }
  const jobs = new Map<string, { at: number; result: PrintResult | null }>()
  for (const { key, at, result } of read?.lines ?? []) jobs.set(key, { at, result })
  for (const job of jobs.values()) job.result ??= unproven('interrupted')

  let handle: FileHandle
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  /** Writes the newest half anew, whole or not at all. */
  const rewrite = async () => {
    if (jobs.size > most) {
      for (const [key, { at, result }] of [...jobs].slice(0, jobs.size - Math.ceil(most / 2))) {
        if (!result) continue
        jobs.delete(key)
        head.since = Math.max(head.since, at)
      }
    }
    const lines = [head, ...[...jobs].map(([key, { at, result }]) => ({ key, at, result }))]
    const aside = `${file}.new`
    await rm(aside, { force: true })
    await writeFile(aside, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600, flush: true })
    await rename(aside, file)
    await handle?.close()
    handle = await open(file, 'a', 0o600)
  }
  const write = (key: string, result: PrintResult | null) =>
    inTurn(async () => {
      const at = now()
      jobs.delete(key)
      jobs.set(key, { at, result })
      await handle.appendFile(`${JSON.stringify({ key, at, result } satisfies Line)}\n`)
      await handle.datasync()
      if (jobs.size > most) await rewrite()
    })

  await rewrite()
  return {
    id: head.journal,
    since: () => head.since,
    ended: (key) => jobs.get(key)?.result ?? undefined,
    begin: (key) =>
      write(key, null).catch((error: unknown) => {
        jobs.delete(key)
        throw error
      }),
    // Known from now on, even if the disk should not take it.
    end: (key, result) => write(key, result),
    [Symbol.asyncDispose]: () => inTurn(() => handle.close()),
  }
}

/** Null when it is damaged elsewhere than at its end. */
function readLines(text: string): { head: Head | null; lines: Line[] } | null {
  const whole = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)
  try {
    const [head, ...lines] = whole.map((line) => JSON.parse(line) as unknown)
    if (head === undefined) return { head: null, lines: [] }
    return isHead(head) && lines.every(isLine) ? { head, lines } : null
  } catch {
    return null
  }
}

const isHead = (line: unknown): line is Head =>
  typeof line === 'object' && line !== null && 'journal' in line && 'since' in line

const isLine = (line: unknown): line is Line =>
  typeof line === 'object' && line !== null && 'key' in line && 'at' in line && 'result' in line
