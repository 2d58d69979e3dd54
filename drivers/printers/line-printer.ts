import { setTimeout as delay } from 'node:timers/promises'
import type { Connect, Line } from './line.ts'
import { openQueue } from './one-at-a-time.ts'
import {
  type BlockingState,
  type LineTrouble,
  type Printer,
  type PrinterState,
  type PrinterStatus,
  type PrintResult,
  refused,
  unproven,
} from './printer.ts'
import {
  END_QUESTION,
  isEndAnswer,
  isPaperEnd,
  NEEDED_ANSWERS,
  readState,
  STATUS_ANSWERS,
  STATUS_QUESTIONS,
} from './realtime-status.ts'

/** Real ms. */
export interface LineLimits {
  readonly connectMs: number
  /** How long a printer may take to answer DLE EOT; one that stays silent is judged by the write alone. */
  readonly answerMs: number
  /** Longest time without any byte being taken. */
  readonly stallMs: number
  /** From the last byte taken to the proof that the slip was worked off. */
  readonly proofMs: number
  /** How long a silent printer may take to have it all. */
  readonly closeMs: number
}

const usualLimits: LineLimits = { connectMs: 3_000, answerMs: 700, stallMs: 10_000, proofMs: 8_000, closeMs: 3_000 }

export interface LinePrinterOptions {
  readonly name: string
  /** Epoch ms. */
  readonly now: () => number
  readonly connect: Connect
  /** True where answers to an earlier slip can still come after the line was opened anew: every cable but a network's. */
  readonly keepsAnswers: boolean
  /** `false` for printers that print the question instead of answering it. */
  readonly asksStatus?: boolean
  readonly limits?: Partial<LineLimits>
  /** Lets go of what `connect` holds between slips. */
  readonly release?: () => Promise<void>
}

const blocking: readonly PrinterState[] = ['paper-out', 'cover-open', 'cutter-error', 'error', 'offline']
const isBlocking = (state: PrinterState): state is BlockingState => blocking.includes(state)

/**
 * An ESC/POS printer at the end of any line. The line is opened for each slip, so a printer that was unplugged comes
 * back by itself. First its state, then the bytes, then the proof that they were worked off.
 */
export function openLinePrinter(options: LinePrinterOptions): Printer {
  const { name, now, connect, keepsAnswers, asksStatus = true, release } = options
  const { connectMs, answerMs, stallMs, proofMs, closeMs } = { ...usualLimits, ...options.limits }
  const queue = openQueue()
  const closing = new AbortController()
  /** An asking that a slip cuts short. */
  let asking = new AbortController()
  let known: PrinterStatus = { state: 'unknown', at: now() }
  const learn = (state: PrinterState, reason?: LineTrouble): PrinterStatus => {
    known = { state, at: now(), ...(reason && { reason }) }
    return known
  }
  let expected = STATUS_ANSWERS
  let hasAnswered = false
  /** Answers that were asked for and have not come: they must not be taken for those of the next slip. */
  let owed = 0

  async function askState(line: Line, signal: AbortSignal): Promise<PrinterState> {
    if (!asksStatus) return 'silent'
    if (keepsAnswers && owed > 0) await line.receive(() => true, { count: owed, withinMs: proofMs / 4, signal })
    owed = 0
    if ((await line.send(STATUS_QUESTIONS, { stallMs: answerMs, signal })) !== 'sent') return 'silent'
    const answers = await line.receive(() => true, { count: expected, withinMs: answerMs, signal })
    if (hasAnswered || answers.length > 0 || signal.aborted) owed = expected - answers.length
    const state = readState(answers)
    if (state === null) return 'silent'
    hasAnswered = true
    if (answers.length === NEEDED_ANSWERS && !signal.aborted && !line.isLost()) {
      expected = NEEDED_ANSWERS
      owed = 0
    }
    return state
  }

  async function printOn(line: Line, bytes: Uint8Array, signal: AbortSignal): Promise<PrintResult> {
    const state = await askState(line, signal)
    if (signal.aborted) return refused('aborted')
    if (line.isLost()) return refused(learn('offline', 'not-connected').reason ?? 'offline')
    learn(state)
    if (isBlocking(state)) return refused(state)
    const sent = await line.send(bytes, { stallMs, signal })
    if (sent !== 'sent') return unproven(sent)
    return state === 'silent' ? finishSilent(line, signal) : proveEnd(line, signal)
  }

  async function proveEnd(line: Line, signal: AbortSignal): Promise<PrintResult> {
    const asked = await line.send(END_QUESTION, { stallMs, signal })
    if (asked !== 'sent') return unproven(asked)
    owed++
    const [answer] = await line.receive(isEndAnswer, { count: 1, withinMs: proofMs, signal })
    if (answer !== undefined) owed--
    else if (signal.aborted) return unproven('aborted')
    else return unproven(line.isLost() ? 'cut-off' : 'no-answer')
    if (!isPaperEnd(answer)) return { outcome: 'printed' }
    learn('paper-out')
    return unproven('paper-out')
  }

  /** Waits until the other side has it all, so that no byte is thrown away; proves nothing. One that used to answer is missed. */
  async function finishSilent(line: Line, signal: AbortSignal): Promise<PrintResult> {
    const ended = await line.end(closeMs, signal)
    if (ended === 'cut-off') return unproven('cut-off')
    return unproven(hasAnswered ? 'no-answer' : 'silent')
  }

  async function withLine<Result>(
    signal: AbortSignal,
    otherwise: (trouble: LineTrouble) => Result,
    work: (line: Line) => Promise<Result>,
  ): Promise<Result> {
    const line = await connect({ withinMs: connectMs, signal })
    if (typeof line === 'string') {
      if (!signal.aborted) learn(line === 'driver-not-installed' ? line : 'offline', line)
      return otherwise(line)
    }
    try {
      return await work(line)
    } finally {
      line.destroy()
    }
  }

  return {
    name,
    print(slip, signal) {
      asking.abort()
      return queue.run(async () => {
        if (closing.signal.aborted) return refused('closed')
        const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
        if (either.aborted) return refused('aborted')
        return withLine<PrintResult>(
          either,
          (trouble) => refused(either.aborted ? 'aborted' : trouble),
          (line) => printOn(line, slip.bytes, either),
        )
      })
    },
    async status() {
      if (queue.isBusy() || closing.signal.aborted) return known
      asking = new AbortController()
      const signal = AbortSignal.any([asking.signal, closing.signal])
      return queue.run(() =>
        withLine(
          signal,
          () => known,
          async (line) => {
            const state = await askState(line, signal)
            if (signal.aborted) return known
            return line.isLost() ? learn('offline', 'not-connected') : learn(state)
          },
        ),
      )
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await Promise.race([queue.whenIdle(), delay(connectMs, undefined, { ref: false })])
      await release?.()
    },
  }
}
