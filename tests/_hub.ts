import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../server/contract/hall.ts'
import { createClient, type HttpClient } from './_client.ts'

/** A real hub: the built program in a process of its own, on a data folder of its own and a free port. */
export interface HubProcess extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  readonly http: HttpClient
  /** Signs a demo person in; gives the Bearer token. */
  session(role: Role, counter?: number): Promise<string>
  /** SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** What it wrote on standard output. */
  output(): string
  /** Lines of its log at the level of an error or worse. */
  faults(): string[]
}

export interface HubWish {
  readonly env?: Readonly<Record<string, string>>
  /** An earlier hub's folder; without it a fresh one, removed at the end. */
  readonly dataDir?: string
  readonly args?: readonly string[]
}

// Jest runs every test from the root of the project.
const program = 'dist/server/main.js'
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a demo hub and waits for its door; `await using hub = await startHub()` stops it and removes its folder. */
export async function startHub(wish: HubWish = {}): Promise<HubProcess> {
  const dataDir = wish.dataDir ?? mkdtempSync(join(tmpdir(), 'antrean-hub-'))
  const hub = launch({ ...wish, dataDir })
  const url = await hub.opened
  const { child } = hub
  const http = createClient(url)

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const code = await hub.ended
    http.close()
    return code
  }
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    dataDir,
    http,
    session: async (role, counter) => {
      const body = counter === undefined ? { role } : { role, counter }
      const answer = await http.post<{ token: string }>('/api/demo/session', { body })
      if (answer.status !== 200) throw new Error(`no session for ${role}: ${answer.text}`)
      return answer.body.token
    },
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    output: hub.output,
    faults: () =>
      hub
        .errors()
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
    [Symbol.asyncDispose]: async () => {
      await end('SIGTERM')
      if (wish.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs the program until it ends by itself: for settings that it refuses. */
export async function runProgram(wish: HubWish): Promise<{ code: number | null; output: string }> {
  const dataDir = wish.dataDir ?? mkdtempSync(join(tmpdir(), 'antrean-hub-'))
  const hub = launch({ ...wish, dataDir })
  hub.opened.then(
    () => hub.child.kill('SIGTERM'),
    () => {},
  )
  const code = await hub.ended
  if (wish.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  return { code, output: hub.output() + hub.errors() }
}

function launch({ env = {}, args = ['--demo'], dataDir }: HubWish & { dataDir: string }) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  const opened = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const [, address] = /^Antrean is open: (\S+)$/m.exec(output) ?? []
      if (address) resolve(address)
    })
    void ended.then((code) => reject(new Error(`the hub ended with ${code}:\n${output}${errors}`)))
  })
  return { child, opened, ended, output: () => output, errors: () => errors }
}
