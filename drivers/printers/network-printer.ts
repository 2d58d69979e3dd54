import { setTimeout as delay } from 'node:timers/promises'
import { openQueue } from './one-at-a-time.ts'
import { type Printer, type PrinterState, type PrintResult, refused, type Slip, unproven } from './printer.ts'
import {
  END_QUESTION,
  isEndAnswer,
  isPaperEnd,
  readState,
  STATUS_ANSWERS,
  STATUS_QUESTIONS,
} from './realtime-status.ts'
import { connect, type Line } from './tcp-line.ts'

export interface NetworkPrinterOptions {
  readonly name: string
  readonly host: string
  /** 9100 nearly everywhere. */
  readonly port: number
  /** Epoch ms. */
  readonly now: () => number
  readonly connectMs?: number
  /** How long a printer may take to answer DLE EOT; one that stays silent is judged by the write alone. */
  readonly answerMs?: number
  /** Longest time without any byte being taken. */
  readonly stallMs?: number
  /** From the last byte taken to the proof that the slip was worked off. */
  readonly proofMs?: number
  /** How long a silent printer may take to close its side. */
  readonly closeMs?: number
  /** `false` for printers that print the question instead of answering it. */
  readonly asksStatus?: boolean
}

type Blocking = Extract<PrinterState, 'paper-out' | 'cover-open' | 'offline'>
const isBlocking = (state: PrinterState | null): state is Blocking =>
  state === 'paper-out' || state === 'cover-open' || state === 'offline'

/** A printer that takes ESC/POS on a raw TCP port. One connection a slip: many printers serve one at a time. */
export function openNetworkPrinter(options: NetworkPrinterOptions): Printer {
  const { host, port, now } = options
  const {
    connectMs = 3_000,
    answerMs = 700,
    stallMs = 10_000,
    proofMs = 8_000,
    closeMs = 3_000,
    asksStatus = true,
  } = options
  const queue = openQueue()
  const closing = new AbortController()
  let known: { state: PrinterState; at: number } = { state: 'unknown', at: now() }
  const learn = (state: PrinterState) => {
    known = { state, at: now() }
    return known
  }

  /** Null when the printer says nothing that can be understood. */
  async function askState(line: Line, signal: AbortSignal): Promise<PrinterState | null> {
    if (!asksStatus) return null
    if ((await line.send(STATUS_QUESTIONS, { stallMs: answerMs, signal })) !== 'sent') return null
    const answers = await line.receive(() => true, { count: STATUS_ANSWERS, withinMs: answerMs, signal })
    return readState(answers)
  }

  async function printOn(line: Line, bytes: Uint8Array, signal: AbortSignal): Promise<PrintResult> {
    const state = await askState(line, signal)
    learn(state ?? 'unknown')
    if (signal.aborted) return refused('aborted')
    if (isBlocking(state)) return refused(state)
    if (line.isLost()) return refused('not-connected')
    const sent = await line.send(bytes, { stallMs, signal })
    if (sent !== 'sent') return unproven(sent)
    return state === null ? finishSilent(line, signal) : proveEnd(line, signal)
  }

  async function proveEnd(line: Line, signal: AbortSignal): Promise<PrintResult> {
    const asked = await line.send(END_QUESTION, { stallMs, signal })
    if (asked !== 'sent') return unproven(asked)
    const [answer] = await line.receive(isEndAnswer, { count: 1, withinMs: proofMs, signal })
    if (signal.aborted && answer === undefined) return unproven('aborted')
    if (answer === undefined) return unproven(line.isLost() ? 'cut-off' : 'no-answer')
    if (isPaperEnd(answer)) {
      learn('paper-out')
      return unproven('paper-out')
    }
    return { outcome: 'printed' }
  }

  /** Waits for the printer to close its side too, so that no byte is thrown away; proves nothing. */
  async function finishSilent(line: Line, signal: AbortSignal): Promise<PrintResult> {
    const ended = await line.end(closeMs, signal)
    return unproven(ended === 'cut-off' ? 'cut-off' : 'no-answer')
  }

  async function withLine<Result>(
    signal: AbortSignal,
    otherwise: Result,
    work: (line: Line) => Promise<Result>,
  ): Promise<Result> {
    const line = await connect({ host, port, withinMs: connectMs, signal })
    if (line === null) {
      learn('offline')
      return otherwise
    }
    try {
      return await work(line)
    } finally {
      line.destroy()
    }
  }

  return {
    name: options.name,
    print: (slip: Slip, signal?: AbortSignal) =>
      queue.run(async () => {
        if (closing.signal.aborted) return refused('closed')
        const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
        if (either.aborted) return refused('aborted')
        const result = await withLine<PrintResult | null>(either, null, (line) => printOn(line, slip.bytes, either))
        return result ?? refused(either.aborted ? 'aborted' : 'not-connected')
      }),
    async status() {
      if (queue.isBusy() || closing.signal.aborted) return known
      return queue.run(() =>
        withLine(closing.signal, { state: 'offline', at: now() } as const, async (line) =>
          learn((await askState(line, closing.signal)) ?? 'unknown'),
        ),
      )
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await Promise.race([queue.whenIdle(), delay(connectMs, undefined, { ref: false })])
    },
  }
}
