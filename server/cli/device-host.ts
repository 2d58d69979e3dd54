import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { createClock } from '../clock.ts'
import { runDeviceHost } from '../device-host/run-device-host.ts'

/** Puts `device-host` on the command line. @param root folder of the program */
export function deviceHostCommand(program: Command, root: string, say: (line: string) => void): Command {
  return program
    .command('device-host')
    .description("lend this PC's printers and sound card to the hub; the first start shows a code to pair it with")
    .requiredOption('--hub <address>', 'address of the hub, as http://192.0.2.1:8080', hubAddress)
    .option('--data <folder>', 'keeps the credential and what was printed', './device-host')
    .action(async ({ hub, data }: { hub: string; data: string }) => {
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
      const said = (lines: readonly string[]) => lines.forEach((line) => void say(line))
      const programs = join(root, 'dist/server')
      const options = { hub, dataDir: resolve(data), programs, version, clock: createClock(null), say: said }
      await runDeviceHost(options, stop.signal)
    })
}

function hubAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must be an address that begins with http:// or https://.')
  return url.origin
}
