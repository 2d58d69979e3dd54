import type { Printer, Slip } from '../../../drivers/printers/printer.ts'

/** A driver and the device under it, as one test sees them. */
export interface Rig extends AsyncDisposable {
  readonly printer: Printer
  /** The slips that the device has, in its order. */
  received(): Promise<Buffer[]>
  become(state: 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline'): Promise<void>
}

export const slipOf = (index: number, length = 3_000): Slip => ({
  label: `D-${String(index).padStart(3, '0')}`,
  bytes: Buffer.from(`\x1b@${`slip ${index} `.repeat(length).slice(0, length)}\n`, 'latin1'),
})

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
      expect(results.every(({ outcome }) => outcome === 'printed')).toBe(true)
      expect(await rig.received()).toEqual(slips.map(({ bytes }) => Buffer.from(bytes)))
    })

    test.each(['paper-out', 'cover-open', 'offline'] as const)(
      '[R3.24] %s refuses and nothing is printed',
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

    test('a ready device says so', async () => {
      expect((await rig.printer.status()).state).toBe('ready')
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
