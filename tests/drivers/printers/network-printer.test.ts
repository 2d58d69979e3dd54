import { openNetworkPrinter } from '../../../drivers/printers/network-printer.ts'
import { slipOf, testPrinterDriver } from './_behaviour.ts'
import { type Fault, type LoopbackPrinter, openLoopbackPrinter, READY } from './_loopback-printer.ts'

const limits = { connectMs: 2_000, answerMs: 150, stallMs: 400, proofMs: 400, closeMs: 150 }
const openOn = (device: LoopbackPrinter) =>
  openNetworkPrinter({ name: 'kiosk-1', host: '127.0.0.1', port: device.port, now: () => 0, ...limits })

const STATES = {
  ready: READY,
  'paper-low': [0x12, 0x12, 0x1e],
  'paper-out': [0x1a, 0x32, 0x72],
  'cover-open': [0x1a, 0x16, 0x12],
} as const

testPrinterDriver('network printer', async () => {
  const device = await openLoopbackPrinter()
  const printer = openOn(device)
  let isListening = true
  return {
    printer,
    received: async () => device.slips(),
    async become(state) {
      if (state === 'offline') {
        isListening = false
        return device.goOffline()
      }
      device.answers = [...STATES[state]]
      if (!isListening) await device.comeBack()
      isListening = true
    },
    async [Symbol.asyncDispose]() {
      await printer[Symbol.asyncDispose]()
      await device[Symbol.asyncDispose]()
    },
  }
})

describe('network printer on a bad device', () => {
  let device: LoopbackPrinter
  beforeEach(async () => {
    device = await openLoopbackPrinter()
  })
  afterEach(() => device[Symbol.asyncDispose]())

  async function printWith(fault: Fault, slip = slipOf(1)) {
    device.fault = fault
    const printer = openOn(device)
    const result = await printer.print(slip)
    await printer[Symbol.asyncDispose]()
    return result
  }

  test('a refused connection is certainly not printed', async () => {
    await device.goOffline()
    expect(await printWith({ kind: 'none' })).toEqual({ outcome: 'refused', reason: 'not-connected' })
  })

  test('[R3.24] a printer that answers nothing is judged by the write alone', async () => {
    expect(await printWith({ kind: 'silent' })).toEqual({ outcome: 'unknown', reason: 'no-answer' })
    expect(device.slips()).toEqual([Buffer.from(slipOf(1).bytes)])
  })

  test('[R3.24] answers that are no answers prove nothing', async () => {
    expect(await printWith({ kind: 'wrong-answers', bytes: [0xff, 0x00, 0x41] })).toMatchObject({ outcome: 'unknown' })
    expect(device.slips()).toEqual([Buffer.from(slipOf(1).bytes)])
  })

  test('[R3.24] no answer at the end of the slip proves nothing', async () => {
    expect(await printWith({ kind: 'no-proof' })).toEqual({ outcome: 'unknown', reason: 'no-answer' })
  })

  test('[R3.24] paper that ran out within the slip proves nothing', async () => {
    device.endAnswer = 0x0c
    expect(await printWith({ kind: 'none' })).toEqual({ outcome: 'unknown', reason: 'paper-out' })
  })

  test('[R3.24] a connection cut within the slip is unknown', async () => {
    expect(await printWith({ kind: 'cut', after: 1_500 }, slipOf(1, 200_000))).toMatchObject({ outcome: 'unknown' })
  })

  test('[R3.24] a printer that takes no more is unknown, and the next slip is tried', async () => {
    expect(await printWith({ kind: 'stall', after: 1_000 }, slipOf(1, 8_000_000))).toEqual({
      outcome: 'unknown',
      reason: 'stalled',
    })
    expect(await printWith({ kind: 'none' })).toEqual({ outcome: 'printed' })
  })

  test('a slow printer that talks back still gets all of a large slip', async () => {
    const slip = slipOf(1, 320_000)
    expect(await printWith({ kind: 'slow', chunk: 8_192, pauseMs: 2 }, slip)).toEqual({ outcome: 'printed' })
    expect(device.slips()).toEqual([Buffer.from(slip.bytes)])
  })

  test('an abort within the slip ends it as unknown', async () => {
    device.fault = { kind: 'stall', after: 1_000 }
    const printer = openNetworkPrinter({
      name: 'kiosk-1',
      host: '127.0.0.1',
      port: device.port,
      now: () => 0,
      ...limits,
      stallMs: 60_000,
    })
    const abort = new AbortController()
    const printing = printer.print(slipOf(1, 8_000_000), abort.signal)
    while (device.slips().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    abort.abort()
    expect(await printing).toEqual({ outcome: 'unknown', reason: 'aborted' })
    await printer[Symbol.asyncDispose]()
  })

  test.each(seeds(24))('[R3.24] seed %i: printed means whole, refused means nothing', async (seed) => {
    const random = seeded(seed)
    const slip = slipOf(seed, 200 + Math.floor(random() * 40_000))
    const result = await printWith(pickFault(random, slip.bytes.length), slip)
    const [received = Buffer.alloc(0)] = device.slips()
    if (result.outcome === 'printed') expect(received).toEqual(Buffer.from(slip.bytes))
    if (result.outcome === 'refused') expect(received).toHaveLength(0)
    expect(Buffer.from(slip.bytes).subarray(0, received.length)).toEqual(received)
  })
})

function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function pickFault(random: () => number, length: number): Fault {
  const after = Math.floor(random() * (length + 12))
  const faults: Fault[] = [
    { kind: 'none' },
    { kind: 'silent' },
    { kind: 'no-proof' },
    { kind: 'stall', after },
    { kind: 'cut', after },
    { kind: 'cut', after: Math.floor(random() * 12) },
    { kind: 'wrong-answers', bytes: [0, 1, 2].map(() => Math.floor(random() * 256)) },
    { kind: 'slow', chunk: 4_096, pauseMs: Math.floor(random() * 4) },
  ]
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'none' }
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
