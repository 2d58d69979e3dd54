import { type ChildProcess, spawn } from 'node:child_process'
import { until } from '../_until.ts'

/** A real device host: the built program in a process of its own. */
export interface DeviceHostProcess extends AsyncDisposable {
  output(): string
  /** Pairing codes that it has shown, in order. */
  codes(): string[]
  saysConnected(times?: number): Promise<void>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export function startDeviceHost(hub: string, dataDir: string): DeviceHostProcess {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['dist/server/antrean.js', 'device-host', '--hub', hub, '--data', dataDir], {
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      running.delete(child)
      resolve()
    })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const matches = (pattern: RegExp) => [...output.matchAll(pattern)].map(([, found = '']) => found)
  return {
    output: () => output,
    codes: () => matches(/^Pairing code: (\S+)$/gm),
    saysConnected: (times = 1) => until(() => matches(/(Connected to the hub)/g).length >= times),
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  }
}
