import { type LineLimits, openLinePrinter } from '../../../drivers/printers/line-printer.ts'
import { connectTcp } from '../../../drivers/printers/tcp-line.ts'
import { openLoopback } from './_loopback.ts'
import { becomeOf, type FaultyRig, patientLimits, testBadDevice, testPrinterDriver } from './_suite.ts'

async function openRig(limits: LineLimits): Promise<FaultyRig> {
  const loopback = await openLoopback()
  const connect = connectTcp({ host: '127.0.0.1', port: loopback.port })
  const printer = openLinePrinter({ name: 'kiosk-1', now: () => 0, connect, keepsAnswers: false, limits })
  const cable = { device: loopback.device, unplug: loopback.goOffline, plugIn: loopback.comeBack }
  return {
    ...cable,
    printer,
    received: async () => loopback.device.slips(),
    become: becomeOf(cable),
    async [Symbol.asyncDispose]() {
      await printer[Symbol.asyncDispose]()
      await loopback[Symbol.asyncDispose]()
    },
  }
}

testPrinterDriver('network printer', () => openRig(patientLimits))
testBadDevice('network printer', openRig, 24)
