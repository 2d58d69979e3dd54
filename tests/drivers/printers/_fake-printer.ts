/** What can be wrong with a printer. Positions count the bytes since it was last asked for its state, questions included. */
export type Fault =
  | { kind: 'none' }
  | { kind: 'silent' }
  | { kind: 'wrong-answers'; bytes: number[] }
  | { kind: 'few-answers' }
  | { kind: 'no-proof' }
  | { kind: 'stall'; after: number }
  | { kind: 'cut'; after: number }
  | { kind: 'slow'; pauseMs: number }

/** The wire under the fake, as the fake acts on it. */
export interface FakeWire {
  answer(bytes: Uint8Array): void
  /** The cable is pulled. */
  cut(): void
  /** Takes nothing more, or takes again. */
  setFlow(isFlowing: boolean): void
}

export const states = {
  ready: [0x12, 0x12, 0x12, 0x12],
  'paper-low': [0x12, 0x12, 0x1e, 0x12],
  'paper-out': [0x1a, 0x32, 0x72, 0x12],
  'cover-open': [0x1a, 0x16, 0x12, 0x12],
  'cutter-error': [0x1a, 0x52, 0x12, 0x1a],
  error: [0x1a, 0x52, 0x12, 0x32],
  offline: [0x1a, 0x12, 0x12, 0x12],
} as const

const order: Readonly<Record<number, number>> = { 1: 0, 2: 1, 4: 2, 3: 3 }

/**
 * A receipt printer on the other end of any wire, written from the manual and not from the driver: it reads the bytes
 * one by one, answers DLE EOT at once and GS r in its turn, and misbehaves as `fault` says.
 */
export function createFakePrinter() {
  const sessions: Buffer[][] = []
  let closing: (() => void)[] = []
  const printer = {
    fault: { kind: 'none' } as Fault,
    /** Asked at each question for the state, to be something else every time. */
    choose: null as (() => void) | null,
    /** Answers to DLE EOT 1, 2, 4 and 3. */
    answers: states.ready as readonly number[],
    /** Answer to GS r 1. */
    endAnswer: 0,
    /** What each slip brought, without questions: from one ESC @ to the next. */
    slips(): Buffer[] {
      return sessions.flatMap((chunks) => slipsIn(Buffer.concat(chunks))).filter(({ length }) => length > 0)
    },
    hangUp(): void {
      for (const close of closing) close()
      closing = []
    },
    attach,
  }

  function attach(wire: FakeWire): { take(data: Uint8Array): void } {
    const kept: Buffer[] = []
    sessions.push(kept)
    closing.push(() => wire.cut())
    let tail: number[] = []
    let count = 0
    let isDead = false
    let { fault } = printer
    const step = (byte: number): void => {
      tail = [...tail.slice(-2), byte]
      count++
      const [a, b, c = 0] = tail
      if (a === 0x10 && b === 0x04 && c in order) {
        if (c === 1) {
          printer.choose?.()
          fault = printer.fault
          count = 3
        }
        reply(order[c] ?? 0)
      }
      if (
        a === 0x1d &&
        b === 0x72 &&
        c === 1 &&
        (fault.kind === 'none' || fault.kind === 'slow' || fault.kind === 'few-answers')
      )
        wire.answer(Uint8Array.of(printer.endAnswer))
    }
    const reply = (index: number): void => {
      if (fault.kind === 'silent' || (fault.kind === 'few-answers' && index === 3)) return
      const answers = fault.kind === 'wrong-answers' ? fault.bytes : printer.answers
      wire.answer(Uint8Array.of(answers[index] ?? 0x12))
    }
    return {
      take(data) {
        if (isDead) return
        let taken = 0
        for (const byte of data) {
          step(byte)
          taken++
          if ((fault.kind === 'cut' || fault.kind === 'stall') && count >= Math.max(3, fault.after)) {
            isDead = true
            if (fault.kind === 'cut') wire.cut()
            else wire.setFlow(false)
            break
          }
        }
        kept.push(Buffer.from(data.subarray(0, taken)))
        if (fault.kind === 'slow') {
          wire.setFlow(false)
          setTimeout(() => wire.setFlow(true), fault.pauseMs)
        }
      },
    }
  }
  return printer
}
export type FakePrinter = ReturnType<typeof createFakePrinter>

/** Takes the questions out of a stream and parts it at each ESC @. */
export function slipsIn(stream: Buffer): Buffer[] {
  const slips: number[][] = []
  for (let at = 0; at < stream.length; at++) {
    const [a, b, c = 0] = stream.subarray(at, at + 3)
    if ((a === 0x10 && b === 0x04 && c in order) || (a === 0x1d && b === 0x72 && c === 1)) at += 2
    else {
      if (slips.length === 0 || (a === 0x1b && b === 0x40)) slips.push([])
      slips.at(-1)?.push(a ?? 0)
    }
  }
  return slips.map((slip) => Buffer.from(slip))
}
