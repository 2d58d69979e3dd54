import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the bundled programs of the benchmark, and the project's. */
const programs = dirname(process.argv[1] ?? '')
export const root = dirname(dirname(programs))

/** A new folder on the project's own disk: a temporary folder in memory would make every flush free. */
export function newFolder() {
  const path = mkdtempSync(join(programs, 'data-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Running extends AsyncDisposable {
  readonly url: string
  /** From its start until it said where it listens, ms. */
  readonly startMs: number
  /** Memory that is in use now, MB. */
  residentMb(): number
  stop(signal: NodeJS.Signals): Promise<void>
}

/** Starts a server in a process of its own; it prints its address when it listens. */
export async function startServer(command: readonly string[], environment: Record<string, string>): Promise<Running> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    startMs: performance.now() - startedAt,
    residentMb: () => residentMb(child.pid ?? 0),
    stop,
    [Symbol.asyncDispose]: () => stop('SIGTERM'),
  }
}

/** As `npm start` starts it: a small nursery keeps the hub's memory small. */
const hubFlags = ['--max-semi-space-size=4']

export const startHub = (dataDir: string): Promise<Running> =>
  startServer([...hubFlags, join(root, 'dist/server/main.js'), '--demo'], { DATA_DIR: dataDir })

export const startRival = (name: string, environment: Record<string, string> = {}): Promise<Running> =>
  startServer([join(programs, `${name}.js`)], environment)

/** Runs a client in a process of its own with this task, and gives what it prints. */
export async function runClient<Task extends object, Result>(name: string, task: Task): Promise<Result> {
  const command = [join(programs, `${name}.js`), JSON.stringify(task)]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the client ${name} ended with ${code}`)
  return JSON.parse(printed) as Result
}

/** What the benchmark asks of this client; the other side of `runClient`. */
export const readTask = <Task>(): Task => JSON.parse(process.argv[2] ?? '{}') as Task
export const giveResult = (result: object): void => void process.stdout.write(JSON.stringify(result))

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const found = /http:\/\/\S+/.exec(printed)
      if (found) resolve(found[0])
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}: ${printed}`)))
  })
}

/** Linux only; elsewhere there is no figure. */
function residentMb(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}
