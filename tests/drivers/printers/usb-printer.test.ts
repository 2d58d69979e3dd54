import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type LineLimits, openLinePrinter } from '../../../drivers/printers/line-printer.ts'
import { connectUsb } from '../../../drivers/printers/usb-line.ts'
import type { UsbPlan } from '../../../drivers/printers/usb-wire.ts'
import { openLoopback } from './_loopback.ts'
import { becomeOf, type FaultyRig, patientLimits, slipOf, testBadDevice, testPrinterDriver } from './_suite.ts'

const program = resolve('dist/server/usb-printer.js')

async function openRig(limits: LineLimits, plan: UsbPlan = {}, broken?: string): Promise<FaultyRig> {
  const folder = mkdtempSync(join(tmpdir(), 'usb-'))
  const loopback = await openLoopback(join(folder, 'device'))
  const library = join(folder, 'usb.cjs')
  const fake = JSON.stringify(resolve('tests/drivers/printers/_fake-usb.cjs'))
  writeFileSync(library, broken ?? `module.exports = require(${fake})(${JSON.stringify(join(folder, 'device'))})`)
  const { connect, release } = connectUsb({ plan, program, library })
  const printer = openLinePrinter({ name: 'kiosk-1', now: () => 0, connect, keepsAnswers: true, limits, release })
  const cable = { device: loopback.device, unplug: loopback.goOffline, plugIn: loopback.comeBack }
  return {
    ...cable,
    printer,
    received: async () => loopback.device.slips(),
    become: becomeOf(cable),
    async [Symbol.asyncDispose]() {
      await printer[Symbol.asyncDispose]()
      await loopback[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

testPrinterDriver('USB printer', () => openRig(patientLimits))
testBadDevice('USB printer', openRig, 4)

describe('USB printer', () => {
  test.each([
    [{ vendorId: '04b8' }, 'printed'],
    [{ vendorId: '04b8', productId: '0e15', serialNumber: 'SN-0001' }, 'printed'],
    [{ vendorId: '04b9' }, 'refused'],
    [{ serialNumber: 'SN-0002' }, 'refused'],
  ])('is found by its numbers: %j is %s', async (plan, outcome) => {
    await using rig = await openRig(patientLimits, plan)
    expect(await rig.printer.print(slipOf(1))).toMatchObject({ outcome })
  })

  test('without the library it says so, and that is no crash', async () => {
    await using rig = await openRig(patientLimits, {}, 'throw new Error("not built for this computer")')
    expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'driver-not-installed' })
    expect((await rig.printer.status()).state).toBe('driver-not-installed')
  })

  test('a library that takes its process with it takes nothing else, and is tried anew', async () => {
    await using rig = await openRig(patientLimits, {}, 'process.abort()')
    expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'not-connected' })
    expect((await rig.printer.status()).state).toBe('offline')
  })

  test('a library that hangs is ended', async () => {
    await using rig = await openRig({ ...patientLimits, connectMs: 300 }, {}, 'for (;;);')
    expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'not-connected' })
  })
})
