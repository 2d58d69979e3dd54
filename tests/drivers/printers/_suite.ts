import { setTimeout as delay } from 'node:timers/promises'
import type { LineLimits } from '../../../drivers/printers/line-printer.ts'
import type { Printer, Slip } from '../../../drivers/printers/printer.ts'
import { type FakePrinter, type Fault, states } from './_fake-printer.ts'

type SaidState = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline'

/** A driver and the device under it, as one test sees them. */
export interface Rig extends AsyncDisposable {
  readonly printer: Printer
  /** The slips that the device has, in its order. */
  received(): Promise<Buffer[]>
  become(state: SaidState): Promise<void>
}

/** A driver with the misbehaving fake under it. */
export interface FaultyRig extends Rig {
  readonly device: FakePrinter
  unplug(): void | Promise<void>
  plugIn(): void | Promise<void>
}

export const slipOf = (index: number, length = 3_000): Slip => ({
  job: `job-${index}`,
  label: `D-${String(index).padStart(3, '0')}`,
  bytes: Buffer.from(`\x1b@${`slip ${index} `.repeat(length).slice(0, length)}\n`, 'latin1'),
})

/** Short, so that a test of silence is short; the end of a slip may take as long as the machine likes. */
export const shortLimits: LineLimits = { connectMs: 10_000, answerMs: 60, stallMs: 150, proofMs: 150, closeMs: 60 }
export const patientLimits: LineLimits = {
  connectMs: 20_000,
  answerMs: 20_000,
  stallMs: 20_000,
  proofMs: 20_000,
  closeMs: 20_000,
}

/** `become` of a device that is the fake: what it says, and whether its cable is in. */
export function becomeOf(rig: Pick<FaultyRig, 'device' | 'unplug' | 'plugIn'>): Rig['become'] {
  let isIn = true
  return async (state) => {
    if (state === 'offline') {
      isIn = false
      return rig.unplug()
    }
    rig.device.answers = states[state]
    if (!isIn) await rig.plugIn()
    isIn = true
  }
}

/** What every printer driver does, whatever is under it. */
export function testPrinterDriver(kind: string, openRig: () => Promise<Rig>): void {
  describe(`${kind}: behaviour of every printer`, () => {
    let rig: Rig
    beforeEach(async () => {
      rig = await openRig()
    })
    afterEach(async () => {
      await rig[Symbol.asyncDispose]()
    })

    test('the very bytes of a slip reach the device', async () => {
      const slip = slipOf(1)
      expect(await rig.printer.print(slip)).toEqual({ outcome: 'printed' })
      expect(await rig.received()).toEqual([Buffer.from(slip.bytes)])
    })

    test('slips sent at once come out whole, one after another, in order', async () => {
      const slips = Array.from({ length: 12 }, (_, index) => slipOf(index, 500 + index * 700))
      const results = await Promise.all(slips.map((slip) => rig.printer.print(slip)))
      expect(results).toEqual(slips.map(() => ({ outcome: 'printed' })))
      expect(await rig.received()).toEqual(slips.map(({ bytes }) => Buffer.from(bytes)))
    })

    test.each(['paper-out', 'cover-open', 'offline'] as const)(
      '[R3.24] %s refuses, nothing is printed, and it comes back by itself',
      async (state) => {
        await rig.become(state)
        expect(await rig.printer.print(slipOf(1))).toMatchObject({ outcome: 'refused' })
        expect((await rig.printer.status()).state).toBe(state)
        await rig.become('ready')
        expect(await rig.received()).toEqual([])
        expect(await rig.printer.print(slipOf(2))).toEqual({ outcome: 'printed' })
        expect(await rig.received()).toEqual([Buffer.from(slipOf(2).bytes)])
      },
    )

    test('paper low is said and still prints', async () => {
      await rig.become('paper-low')
      expect((await rig.printer.status()).state).toBe('paper-low')
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'printed' })
    })

    test('a ready device says so, and being asked disturbs no slip', async () => {
      expect((await rig.printer.status()).state).toBe('ready')
      const asked = rig.printer.status()
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'printed' })
      expect((await asked).state).toBe('ready')
      expect(await rig.received()).toEqual([Buffer.from(slipOf(1).bytes)])
    })

    test('an aborted signal refuses before a byte leaves', async () => {
      expect(await rig.printer.print(slipOf(1), AbortSignal.abort())).toEqual({ outcome: 'refused', reason: 'aborted' })
      expect(await rig.received()).toEqual([])
    })

    test('closing twice is safe, and a closed printer refuses', async () => {
      await rig.printer[Symbol.asyncDispose]()
      await rig.printer[Symbol.asyncDispose]()
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'closed' })
      expect(await rig.received()).toEqual([])
    })
  })
}

/** What every driver with a line under it does on a bad device. `openRig` gives one with `shortLimits`. */
export function testBadDevice(
  kind: string,
  openRig: (limits: LineLimits) => Promise<FaultyRig>,
  seedCount: number,
): void {
  describe(`${kind}: a bad device`, () => {
    let rig: FaultyRig
    const open = async (fault: Fault, limits = shortLimits) => {
      rig = await openRig(limits)
      rig.device.fault = fault
    }
    afterEach(async () => {
      await rig[Symbol.asyncDispose]()
    })
    const expectNothingElse = async (slip: Slip) => {
      const received = Buffer.concat(await rig.received())
      expect(Buffer.from(slip.bytes).subarray(0, received.length)).toEqual(received)
    }

    test.each(['cutter-error', 'error'] as const)('%s refuses and is said', async (state) => {
      await open({ kind: 'none' }, patientLimits)
      rig.device.answers = states[state]
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'refused', reason: state })
      expect((await rig.printer.status()).state).toBe(state)
    })

    test('a printer that does not know the last question still has a state', async () => {
      await open({ kind: 'few-answers' }, { ...patientLimits, answerMs: 250 })
      expect((await rig.printer.status()).state).toBe('ready')
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'printed' })
    })

    test('[R3.24] a printer that answers nothing is judged by the write alone', async () => {
      await open({ kind: 'silent' }, { ...patientLimits, answerMs: 80, closeMs: 80 })
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'unknown', reason: 'silent' })
      expect((await rig.printer.status()).state).toBe('silent')
      expect(await rig.received()).toEqual([Buffer.from(slipOf(1).bytes)])
    })

    test('[R3.24] one that used to answer and falls silent is in doubt', async () => {
      await open({ kind: 'none' })
      await until(async () => (await rig.printer.status()).state === 'ready')
      rig.device.fault = { kind: 'silent' }
      expect(await rig.printer.print(slipOf(2))).toEqual({ outcome: 'unknown', reason: 'no-answer' })
    })

    test('[R3.24] answers that are no answers prove nothing', async () => {
      await open({ kind: 'wrong-answers', bytes: [0xff, 0x00, 0x41, 0x00] })
      expect(await rig.printer.print(slipOf(1))).toMatchObject({ outcome: 'unknown' })
    })

    test('[R3.24] no answer at the end of the slip proves nothing', async () => {
      await open({ kind: 'no-proof' }, { ...patientLimits, proofMs: 200 })
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'unknown', reason: 'no-answer' })
    })

    test('[R3.24] paper that ran out within the slip proves nothing', async () => {
      await open({ kind: 'none' }, patientLimits)
      rig.device.endAnswer = 0x0c
      expect(await rig.printer.print(slipOf(1))).toEqual({ outcome: 'unknown', reason: 'paper-out' })
    })

    test('[R3.24] a cable pulled within the slip is unknown, never a double, and plugged in again it prints', async () => {
      await open({ kind: 'cut', after: 20_000 })
      const slip = slipOf(1, 200_000)
      const printing = rig.printer.print(slip)
      expect(await printing).toMatchObject({ outcome: 'unknown' })
      await rig.unplug()
      await expectNothingElse(slip)
      rig.device.fault = { kind: 'none' }
      expect(await rig.printer.print(slipOf(2))).toMatchObject({ outcome: 'refused' })
      await rig.plugIn()
      await until(async () => (await rig.printer.status()).state === 'ready')
      await until(async () => (await rig.printer.print(slipOf(3))).outcome === 'printed')
      expect((await rig.received()).at(-1)).toEqual(Buffer.from(slipOf(3).bytes))
    })

    test('an abort within the slip ends it as unknown', async () => {
      await open({ kind: 'stall', after: 1_000 }, { ...shortLimits, stallMs: 60_000 })
      const abort = new AbortController()
      const printing = rig.printer.print(slipOf(1, 8_000_000), abort.signal)
      await until(async () => (await rig.received()).length > 0)
      abort.abort()
      expect(await printing).toEqual({ outcome: 'unknown', reason: 'aborted' })
    })

    test('a slow printer still gets all of a large slip', async () => {
      await open({ kind: 'slow', pauseMs: 2 }, patientLimits)
      const slip = slipOf(1, 80_000)
      expect(await rig.printer.print(slip)).toEqual({ outcome: 'printed' })
      expect(await rig.received()).toEqual([Buffer.from(slip.bytes)])
    })

    test.each(seeds(seedCount))('[R3.24] seed %i: printed means whole, refused means nothing', async (seed) => {
      const random = seeded(seed)
      const slip = slipOf(seed, 200 + Math.floor(random() * 40_000))
      await open(pickFault(random, slip.bytes.length))
      const result = await rig.printer.print(slip)
      await rig.printer[Symbol.asyncDispose]()
      const received = Buffer.concat(await rig.received())
      if (result.outcome === 'printed') expect(received).toEqual(Buffer.from(slip.bytes))
      if (result.outcome === 'refused') expect(received).toHaveLength(0)
      await expectNothingElse(slip)
    })
  })
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(5)
}

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
    { kind: 'wrong-answers', bytes: [0, 1, 2, 3].map(() => Math.floor(random() * 256)) },
    { kind: 'slow', pauseMs: Math.floor(random() * 4) },
  ]
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'none' }
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
