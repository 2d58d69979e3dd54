import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const QUESTIONS = Buffer.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4])
const END_QUESTION = Buffer.from([0x1d, 0x72, 1])

/** What can be wrong with a printer on the network. Positions count the bytes of a connection, questions included. */
export type Fault =
  | { kind: 'none' }
  | { kind: 'silent' }
  | { kind: 'wrong-answers'; bytes: number[] }
  | { kind: 'no-proof' }
  | { kind: 'stall'; after: number }
  | { kind: 'cut'; after: number }
  | { kind: 'slow'; chunk: number; pauseMs: number }

export interface LoopbackPrinter extends AsyncDisposable {
  readonly port: number
  fault: Fault
  /** Answers to DLE EOT 1, 2 and 4. */
  answers: [number, number, number]
  /** Answer to GS r 1. */
  endAnswer: number
  /** What each connection brought, without the questions. */
  slips(): Buffer[]
  goOffline(): Promise<void>
  comeBack(): Promise<void>
}

export const READY: [number, number, number] = [0x12, 0x12, 0x12]

/** A real TCP server that answers like a receipt printer, or misbehaves as `fault` says. */
export async function openLoopbackPrinter(): Promise<LoopbackPrinter> {
  const connections: { bytes: Buffer; socket: Socket }[] = []
  let server: Server = createServer()

  const serve = (socket: Socket) => {
    const connection = { bytes: Buffer.alloc(0), socket }
    connections.push(connection)
    const { fault } = printer
    let hasAnswered = false
    let hasProved = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const room = fault.kind === 'cut' || fault.kind === 'stall' ? fault.after - connection.bytes.length : data.length
      connection.bytes = Buffer.concat([connection.bytes, data.subarray(0, Math.max(0, room))])
      if (fault.kind === 'cut' && connection.bytes.length >= fault.after) return void socket.resetAndDestroy()
      if (fault.kind === 'stall' && connection.bytes.length >= fault.after) return void socket.pause()
      if (fault.kind === 'slow') {
        socket.pause()
        void delay(fault.pauseMs).then(() => socket.resume())
      }
      const isAsked = connection.bytes.subarray(0, QUESTIONS.length).equals(QUESTIONS)
      if (isAsked && !hasAnswered && fault.kind !== 'silent') {
        hasAnswered = true
        socket.write(Buffer.from(fault.kind === 'wrong-answers' ? fault.bytes : printer.answers))
      }
      const isAtEnd = connection.bytes.subarray(-END_QUESTION.length).equals(END_QUESTION)
      if (isAtEnd && !hasProved && (fault.kind === 'none' || fault.kind === 'slow')) {
        hasProved = true
        socket.write(Buffer.from([printer.endAnswer]))
      }
    })
  }

  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer(serve).listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const { socket } of connections) socket.destroy()
    })

  const printer: LoopbackPrinter = {
    port: await listen(0),
    fault: { kind: 'none' },
    answers: READY,
    endAnswer: 0,
    slips: () => connections.map(({ bytes }) => withoutQuestions(bytes)).filter((bytes) => bytes.length > 0),
    goOffline: stop,
    comeBack: async () => void (await listen(printer.port)),
    [Symbol.asyncDispose]: stop,
  }
  return printer
}

function withoutQuestions(bytes: Buffer): Buffer {
  let asked = 0
  while (asked < QUESTIONS.length && bytes[asked] === QUESTIONS[asked]) asked++
  const rest = bytes.subarray(asked)
  return rest.subarray(-END_QUESTION.length).equals(END_QUESTION) ? rest.subarray(0, -END_QUESTION.length) : rest
}
