import { spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createFakePrinter, type FakePrinter } from './_fake-printer.ts'

export interface TerminalPrinter extends AsyncDisposable {
  readonly device: FakePrinter
  /** A link to the terminal, as udev makes links to ports. */
  readonly path: string
  unplug(): void
  plugIn(): void
}

/**
 * The fake printer on a pseudo-terminal, which looks like a serial port to whoever opens it: `script` of util-linux
 * holds the other end.
 */
export async function openTerminalPrinter(folder: string): Promise<TerminalPrinter> {
  const device = createFakePrinter()
  const [named, path] = [join(folder, 'tty-name'), join(folder, 'tty')]
  const holder = spawn(
    'script',
    ['-q', '-c', `stty raw -echo && tty > ${named}.part && mv ${named}.part ${named} && exec sleep 600`, '/dev/null'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  /** A printer that was plugged in again begins anew. */
  const attach = () =>
    device.attach({
      answer: (bytes) => void holder.stdin.write(bytes),
      // Nobody can reset a terminal line: a printer that is out takes and says nothing.
      cut: () => undefined,
      setFlow: (isFlowing) => void (isFlowing ? holder.stdout.resume() : holder.stdout.pause()),
    })
  let end = attach()
  holder.stdin.on('error', () => undefined)
  holder.stdout.on('data', (data: Buffer) => end.take(data))
  while (!existsSync(named)) await delay(5)
  const terminal = readFileSync(named, 'utf8').trim()
  const plugIn = () => {
    end = attach()
    symlinkSync(terminal, path)
  }
  plugIn()
  return {
    device,
    path,
    plugIn,
    unplug: () => unlinkSync(path),
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => holder.once('close', resolve))
      holder.kill('SIGKILL')
      holder.stdin.destroy()
      holder.stdout.destroy()
      await ended
    },
  }
}
