import type { Device } from '../driver.ts'

/** A finished slip: the very bytes, and the ticket's label for whoever keeps or names them. */
export interface Slip {
  readonly label: string
  readonly bytes: Uint8Array
}

/** Why a slip is certainly not on paper. */
export type RefusedReason = 'not-connected' | 'offline' | 'paper-out' | 'cover-open' | 'aborted' | 'closed' | 'not-kept'
/** Why nobody can say whether it is. */
export type UnknownReason = 'no-answer' | 'cut-off' | 'stalled' | 'aborted' | 'paper-out' | 'failed'

/**
 * `printed`: taken by the printer for sure. `refused`: no byte of the slip left the hub.
 * `unknown`: bytes left and there is no proof; R3.24 counts it as delivered.
 */
export type PrintResult =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'refused'; readonly reason: RefusedReason }
  | { readonly outcome: 'unknown'; readonly reason: UnknownReason }

export type PrinterState = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline' | 'unknown'

export interface PrinterStatus {
  readonly state: PrinterState
  /** Epoch ms at which the printer said so. */
  readonly at: number
}

export interface Printer extends Device {
  /** One slip at a time, in the order of the calls. Never throws; an aborted signal ends it soon with a true result. */
  print(slip: Slip, signal?: AbortSignal): Promise<PrintResult>
  /** Never throws; `unknown` when the printer does not say. */
  status(): Promise<PrinterStatus>
}

export function refused(reason: RefusedReason): PrintResult {
  return { outcome: 'refused', reason }
}

export function unproven(reason: UnknownReason): PrintResult {
  return { outcome: 'unknown', reason }
}
