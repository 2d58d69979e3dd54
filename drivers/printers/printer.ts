import type { Device } from '../driver.ts'

/** A finished slip: the very bytes, and the ticket's label for whoever keeps or names them. */
export interface Slip {
  /** Of the spool; whoever keeps slips on the way prints a job once, however often it comes. */
  readonly job: string
  readonly label: string
  readonly bytes: Uint8Array
}

/** Why there was no way to the printer. `no-device`: nothing, or no device, at that path or of these numbers. */
export type LineTrouble = 'not-connected' | 'no-device' | 'no-permission' | 'driver-not-installed'
/** States in which a printer takes no slip. */
export type BlockingState = 'paper-out' | 'cover-open' | 'cutter-error' | 'error' | 'offline'
/** Why a slip is certainly not on paper. */
export type RefusedReason = LineTrouble | BlockingState | 'aborted' | 'closed' | 'not-kept'
/** Why nobody can say whether it is. `silent`: the printer took every byte and is one that never answers. */
export type UnknownReason =
  | 'silent'
  | 'no-answer'
  | 'cut-off'
  | 'stalled'
  | 'aborted'
  | 'paper-out'
  | 'failed'
  | 'interrupted'

/**
 * `printed`: taken by the printer for sure. `refused`: no byte of the slip left the hub.
 * `unknown`: bytes left and there is no proof; R3.24 counts it as delivered.
 */
export type PrintResult =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'refused'; readonly reason: RefusedReason }
  | { readonly outcome: 'unknown'; readonly reason: UnknownReason }

/** `silent`: it is there and answers nothing, so it is judged by the write alone. `unknown`: it has not been asked yet. */
export type PrinterState = 'ready' | 'paper-low' | BlockingState | 'silent' | 'driver-not-installed' | 'unknown'

export interface PrinterStatus {
  readonly state: PrinterState
  /** Epoch ms at which the printer said so. */
  readonly at: number
  /** Why it is offline, where that is known. */
  readonly reason?: LineTrouble
}

export interface Printer extends Device {
  /** One slip at a time, in the order of the calls. Never throws; an aborted signal ends it soon with a true result. */
  print(slip: Slip, signal?: AbortSignal): Promise<PrintResult>
  /** Never throws; a printer that is printing answers with what is known, and a slip that comes cuts the asking short. */
  status(): Promise<PrinterStatus>
  /**
   * What became of a job that was on its way when the hub stopped, where somebody on the way knows. Never throws.
   * A printer without it does not know.
   */
  outcomeOf?(job: string, signal?: AbortSignal): Promise<PrintResult>
}

export function refused(reason: RefusedReason): PrintResult {
  return { outcome: 'refused', reason }
}

export function unproven(reason: UnknownReason): PrintResult {
  return { outcome: 'unknown', reason }
}
