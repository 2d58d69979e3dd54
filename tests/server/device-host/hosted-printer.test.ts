import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { hostedPrinter } from '../../../server/devices/hosted.ts'
import { until } from '../../_until.ts'
import { states } from '../../drivers/printers/_fake-printer.ts'
import { becomeOf, slipOf, testPrinterDriver } from '../../drivers/printers/_suite.ts'
import { code, type HostRig, openRig } from './_rig.ts'

const printed = { outcome: 'printed' } as const
/** Patient: no test is judged by the speed of the machine. */
const printerOf = (rig: HostRig) =>
  hostedPrinter('K1', rig.door.at(code), Date.now, { reachMs: 50_000, beginMs: 50_000 })
const bytesAt = (rig: HostRig) => rig.device.slips().reduce((sum, { length }) => sum + length, 0)
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const onPaper = (rig: HostRig) => rig.device.slips().map(digest)
const big = (index: number) => slipOf(index, 300_000)

testPrinterDriver('hosted printer', async () => {
  const rig = await openRig()
  return {
    printer: printerOf(rig),
    received: async () => rig.device.slips(),
    become: becomeOf({ device: rig.device, unplug: rig.goOffline, plugIn: rig.comeBack }),
    [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose](),
  }
})

describe('a printer on another PC', () => {
  let rig: HostRig
  beforeEach(async () => {
    rig = await openRig()
  })
  afterEach(() => rig[Symbol.asyncDispose]())

  test('the cable is cut while the slip travels: it goes on where it was, and is printed once', async () => {
    const printing = printerOf(rig).print(big(1))
    for (let cuts = 0; cuts < 3; cuts++) {
      rig.cable.cut()
      await rig.isThere()
    }
    expect(await printing).toEqual(printed)
    expect(onPaper(rig)).toEqual([digest(big(1).bytes)])
  })

  test('the cable is cut while it prints: the hub hears how it ended when the host is back', async () => {
    rig.device.fault = { kind: 'slow', pauseMs: 10 }
    const printing = printerOf(rig).print(slipOf(1, 100_000))
    await until(() => bytesAt(rig) > 0)
    rig.cable.pull()
    await until(() => rig.host().journal.ended('K1/job-1') !== undefined)
    rig.cable.plugIn()
    expect(await printing).toEqual(printed)
    expect(onPaper(rig)).toEqual([digest(slipOf(1, 100_000).bytes)])
  })

  test('the same job ordered by two hubs at once, and again later, is printed once', async () => {
    const slip = slipOf(1)
    const results = await Promise.all([printerOf(rig), printerOf(rig), printerOf(rig)].map((hub) => hub.print(slip)))
    await rig.restart()
    expect([...results, await printerOf(rig).print(slip)]).toEqual([printed, printed, printed, printed])
    expect(rig.device.slips()).toEqual([Buffer.from(slip.bytes)])
  })

  test('a refused job stays refused, so that the next printer may have it', async () => {
    rig.device.answers = states['paper-out']
    const out = { outcome: 'refused', reason: 'paper-out' }
    expect(await printerOf(rig).print(slipOf(1))).toEqual(out)
    rig.device.answers = states.ready
    expect(await printerOf(rig).print(slipOf(1))).toEqual(out)
    expect(rig.device.slips()).toEqual([])
    expect(rig.troubles).toEqual(['K1: refused, paper-out'])
  })

  test('a host that is away refuses, and says that it is away', async () => {
    rig.cable.pull()
    await until(() => rig.door.at(code).journal() === null)
    const printer = hostedPrinter('K1', rig.door.at(code), Date.now, { reachMs: 50 })
    expect(await printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'not-connected' })
    expect(await printer.status()).toMatchObject({ state: 'offline', reason: 'not-connected' })
    rig.cable.plugIn()
    await rig.isThere()
    expect(await printer.print(slipOf(2))).toEqual(printed)
    expect(rig.device.slips()).toHaveLength(1)
  })

  test('given up in the line it is certainly not printed; given up under way it is unknown', async () => {
    rig.device.fault = { kind: 'stall', after: 500 }
    const first = new AbortController()
    const stalled = printerOf(rig).print(slipOf(1), first.signal)
    await until(() => bytesAt(rig) > 0)
    const host = rig.door.at(code)
    const bytes = (await host.put(slipOf(2).bytes)) ?? ''
    const waiting = host.print({ printer: 'K1', job: 'job-2', label: 'D-002', bytes, withinMs: 60_000 })
    host.withdraw('K1', 'job-2')
    first.abort()
    expect(await stalled).toMatchObject({ outcome: 'unknown' })
    expect(await waiting).toEqual({ outcome: 'refused', reason: 'aborted' })
    expect(rig.device.slips()).toHaveLength(1)
  })

  test('a slip that the hub no longer waits for is not printed when its turn comes', async () => {
    const id = await rig.door.at(code).put(slipOf(1).bytes)
    const order = { printer: 'K1', job: 'job-1', label: 'D-001', bytes: id ?? '', withinMs: -1 }
    expect(await rig.door.at(code).print(order)).toEqual({ outcome: 'refused', reason: 'aborted' })
    expect(rig.device.slips()).toEqual([])
  })

  test('a host that has lost its journal is not trusted with a job of the old one', async () => {
    rig.device.fault = { kind: 'stall', after: 500 }
    const printing = printerOf(rig).print(slipOf(1))
    await until(() => bytesAt(rig) > 0)
    await rig.restart('lost')
    expect(await printing).toEqual({ outcome: 'unknown', reason: 'cut-off' })
    expect(rig.device.slips()).toHaveLength(1)
  })

  test('of the job of an earlier hub the host says what became of it, and never prints one that it never had', async () => {
    const [known, lost] = [uuidv7(), uuidv7()]
    await printerOf(rig).print({ ...slipOf(1), job: known })
    expect(await printerOf(rig).outcomeOf?.(known)).toEqual(printed)
    // The journal has just begun: it cannot say that this one never came.
    expect(await printerOf(rig).outcomeOf?.(lost)).toEqual({ outcome: 'unknown', reason: 'interrupted' })
    const never = await rig.door.at(code).outcomeOf({ printer: 'K1', job: lost, ageMs: -3_600_000 })
    expect(never).toEqual({ outcome: 'refused', reason: 'not-connected' })
    expect(await printerOf(rig).print({ ...slipOf(2), job: lost })).toEqual(never)
    expect(rig.device.slips()).toHaveLength(1)
  })
})

describe('a host at the door', () => {
  test('tells how it is, takes orders, lends nothing while it is locked, and hears that it is forgotten', async () => {
    await using rig = await openRig()
    await until(() => rig.reports.length > 0)
    expect(rig.reports).toEqual([{ version: '1.2.3', uptimeMs: 5 }])
    rig.listeners.order('device-1', 'identify')
    await until(() => rig.host().identified.length > 0)
    rig.listeners.order('device-1', 'reload')
    expect(await printerOf(rig).print(slipOf(1))).toEqual(printed)

    rig.registry.device = { ...rig.registry.device, isLocked: true }
    rig.listeners.change('device-1')
    expect(await printerOf(rig).print(slipOf(2))).toEqual({ outcome: 'refused', reason: 'not-connected' })

    rig.registry.isForgotten = true
    rig.listeners.change('device-1')
    expect(rig.door.at(code).journal()).toBeNull()
    await until(() => rig.refusals.length > 0)
    expect(rig.refusals).toContain('forgotten')
  })

  test('the credential of a screen opens this door to nobody', async () => {
    await using rig = await openRig()
    rig.registry.device = { ...rig.registry.device, kind: 'kiosk' }
    rig.cable.cut()
    await until(() => rig.refusals.length > 0)
    expect(rig.refusals).toContain('forgotten')
    expect(rig.door.at(code).journal()).toBeNull()
  })
})
