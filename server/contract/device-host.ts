import { z } from 'zod'
import type { DeviceOrder, DeviceReport } from './devices.ts'
import type { PrinterPlan } from './site-printer.ts'

/** The wire between the hub and a device host: a PC that lends its printers and its sound card. Socket.IO, by device token. */

/** Where the hub answers device hosts. */
export const deviceHostPath = '/device-host'
/** Of one message: slips and sounds travel in pieces, so that the heartbeat of a slow line is never held up for long. */
export const hostPieceBytes = 128 * 1024

const name = z.string().min(1).max(80)

/** How a job ended, in the words of drivers/printers/printer.ts. */
export const HostedPrintSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('printed') }),
  z.object({ outcome: z.literal('refused'), reason: name }),
  z.object({ outcome: z.literal('unknown'), reason: name }),
])
export type HostedPrint = z.infer<typeof HostedPrintSchema>

/** `unsent`: the bytes that it names are not with the host; nothing was done. */
export const PrintAnswerSchema = z.union([HostedPrintSchema, z.object({ unsent: z.literal(true) })])
export type PrintAnswer = z.infer<typeof PrintAnswerSchema>

export const HostedStatusSchema = z.object({ state: name, reason: name.optional() })
export type HostedStatus = z.infer<typeof HostedStatusSchema>

/** `played`: it has sounded whole. Otherwise why not, in the words of drivers/speakers/speaker.ts. */
export const PlayAnswerSchema = z.union([
  z.object({ played: z.literal(true) }),
  z.object({ unsent: z.literal(true) }),
  z.object({ fault: name }),
])
export type PlayAnswer = z.infer<typeof PlayAnswerSchema>

export const PieceAnswerSchema = z.object({ have: z.int().min(0) })

/** What a host says of itself when it connects. */
export const HostHelloSchema = z.object({
  token: z.string().min(1).max(200),
  /** Of the journal in which it keeps what it has printed: another one knows nothing of earlier jobs. */
  journal: name,
})
export type HostHello = z.infer<typeof HostHelloSchema>
/** The state of each sound output that the host was asked to lend; null is ready. */
export const SpeakerStatesSchema = z.array(z.object({ device: name, fault: name.nullable() })).max(50)
export type SpeakerStates = z.infer<typeof SpeakerStatesSchema>

/** A virtual printer is always the hub's own. */
export type LentPlan = Exclude<PrinterPlan, { kind: 'virtual' }>
/** What the building wants of a host; paths and ports are as seen from there. */
export interface LentDevices {
  readonly printers: readonly { readonly printer: string; readonly plan: LentPlan }[]
  /** Sound outputs, as ALSA names them. */
  readonly speakers: readonly { readonly device: string }[]
}

export interface PrintOrder {
  readonly printer: string
  /** Printed at most once by this printer, however often and after whatever interruption it is ordered. */
  readonly job: string
  readonly label: string
  /** SHA-256 of the slip's bytes, sent before. */
  readonly bytes: string
  /** A slip not begun by then is refused: the hub no longer waits for it. ms from now. */
  readonly withinMs: number
}

export interface SoundOrder {
  readonly id: string
  /** As ALSA names it. */
  readonly device: string
  /** SHA-256 of a WAV, sent before. */
  readonly bytes: string
  readonly durationMs: number
}

export interface HubToHost {
  /** All that it lends from now on. */
  lend: (devices: LentDevices) => void
  /** A piece of the bytes with this SHA-256. The answer says how many lie there in a row; the hub goes on from there. */
  piece: (
    piece: { id: string; size: number; from: number; bytes: Uint8Array },
    answer: (answer: { have: number }) => void,
  ) => void
  /** Answered when the slip's end is durable. Ordered again, the answer is the same. */
  print: (order: PrintOrder, answer: (answer: PrintAnswer) => void) => void
  /** Gives the job up, as far as that is still possible; its order is answered with what became of it. */
  withdraw: (job: { printer: string; job: string }) => void
  /**
   * What became of a job that an earlier hub ordered `ageMs` ago. One that never came is refused, and never printed
   * should it still come.
   */
  outcome: (job: { printer: string; job: string; ageMs: number }, answer: (answer: HostedPrint) => void) => void
  status: (printer: { printer: string }, answer: (answer: HostedStatus) => void) => void
  /** Sounds at once; answered when it has sounded whole, or not. */
  play: (sound: SoundOrder, answer: (answer: PlayAnswer) => void) => void
  stop: (sound: { id: string }) => void
  order: (order: DeviceOrder) => void
}

export interface HostToHub {
  report: (report: DeviceReport) => void
  speakers: (states: SpeakerStates) => void
}

/** Why the hub does not let a host in: the message of Socket.IO's connect_error. */
export const hostRefusals = ['forgotten', 'bad-hello'] as const
export type HostRefusal = (typeof hostRefusals)[number]

/** The host of one code, there or not. Nothing here rejects; null: it is away, or went before it answered. */
export interface DeviceHost {
  journal(): string | null
  arrival(signal: AbortSignal): Promise<void>
  /** Brings bytes over in pieces, going on where an earlier try ended; gives their name. */
  put(bytes: Uint8Array): Promise<string | null>
  print(order: PrintOrder): Promise<HostedPrint | null>
  withdraw(printer: string, job: string): void
  outcomeOf(job: { printer: string; job: string; ageMs: number }): Promise<HostedPrint | null>
  status(printer: string): Promise<HostedStatus | null>
  /** Undefined: it does not lend this sound output. */
  speakerFault(device: string): string | null | undefined
  play(sound: SoundOrder): Promise<PlayAnswer | null>
  stop(id: string): void
}
export type DeviceHosts = (code: string) => DeviceHost
