import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectFile } from '../../../drivers/printers/file-line.ts'
import type { Connect } from '../../../drivers/printers/line.ts'
import { type LineLimits, openLinePrinter } from '../../../drivers/printers/line-printer.ts'
import { connectSerial } from '../../../drivers/printers/serial-line.ts'
import { createFakePrinter } from './_fake-printer.ts'
import { openTerminalPrinter } from './_pty.ts'
import {
  becomeOf,
  type FaultyRig,
  patientLimits,
  shortLimits,
  slipOf,
  testBadDevice,
  testPrinterDriver,
  until,
} from './_suite.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'printer-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const openOn = (connect: Connect, limits: LineLimits, asksStatus = true) =>
  openLinePrinter({ name: 'kiosk-1', now: () => 0, connect, keepsAnswers: true, limits, asksStatus })

async function openRig(connectTo: (path: string) => Connect, limits: LineLimits): Promise<FaultyRig> {
  const terminal = await openTerminalPrinter(folder)
  const printer = openOn(connectTo(terminal.path), limits)
  return {
    printer,
    device: terminal.device,
    unplug: terminal.unplug,
    plugIn: terminal.plugIn,
    received: async () => terminal.device.slips(),
    become: becomeOf(terminal),
    async [Symbol.asyncDispose]() {
      await printer[Symbol.asyncDispose]()
      await terminal[Symbol.asyncDispose]()
    },
  }
}

const asSerial = (path: string) => connectSerial({ path, baudRate: 115_200, flow: 'none' })
testPrinterDriver('serial printer', () => openRig(asSerial, patientLimits))
testBadDevice('serial printer', (limits) => openRig(asSerial, limits), 4)

const asFile = (path: string) => connectFile({ path })
testPrinterDriver('device file', () => openRig(asFile, patientLimits))
testBadDevice('device file', (limits) => openRig(asFile, limits), 2)

describe('device file', () => {
  test('a FIFO takes the bytes and gives no answers', async () => {
    const path = join(folder, 'lp0')
    spawnSync('mkfifo', [path])
    const device = createFakePrinter()
    const end = device.attach({ answer: () => undefined, cut: () => undefined, setFlow: () => undefined })
    // Open for both ways, so that it outlives each writer as a device does.
    const reader = spawn('sh', ['-c', `exec cat <>"${path}"`], { stdio: ['ignore', 'pipe', 'ignore'] })
    reader.stdout.on('data', (data: Buffer) => end.take(data))
    const printer = openOn(asFile(path), patientLimits, false)
    await until(async () => (await printer.status()).state === 'silent')
    const slip = slipOf(1, 300_000)
    expect(await printer.print(slip)).toEqual({ outcome: 'unknown', reason: 'silent' })
    await until(async () => device.slips()[0]?.length === slip.bytes.length)
    expect(device.slips()).toEqual([Buffer.from(slip.bytes)])
    await printer[Symbol.asyncDispose]()
    reader.kill()
  })

  test.each([
    ['nothing at all', (path: string) => path],
    [
      'a plain file',
      (path: string) => {
        writeFileSync(path, 'not a printer')
        return path
      },
    ],
    ['a folder', () => folder],
    ['below a file', (path: string) => join(path, 'lp0')],
  ])('%s is no device, and nothing is written', async (_name, make) => {
    const path = make(join(folder, 'lp0'))
    for (const connect of [asFile(path), asSerial(path)]) {
      const printer = openOn(connect, shortLimits)
      expect(await printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'no-device' })
      expect(await printer.status()).toEqual({ state: 'offline', at: 0, reason: 'no-device' })
    }
  })

  test('a serial port without its library says so', async () => {
    const missing = () => Promise.reject(new Error('Cannot find package'))
    const connect = connectSerial({ path: '/dev/ttyS0', baudRate: 9600, flow: 'none' }, missing)
    const printer = openOn(connect, shortLimits)
    expect(await printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'driver-not-installed' })
    expect((await printer.status()).state).toBe('driver-not-installed')
  })
})
